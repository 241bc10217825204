"""Why a push was not made: each says that the server is as it was, and what to do."""

from collections.abc import Mapping, Sequence

from graph_model.errors import GridgovError
from graph_store.errors import PublicationDiffers, PublicationRefused, PublicationTooLarge


def refused(others: Mapping[str, int], address: object) -> PublicationRefused:
    """Return the error for labels and types that others use; `others` counts their nodes and relationships."""
    listed = ", ".join(f"{name} ({count})" for name, count in others.items())
    return PublicationRefused(
        f"{address} 里有不是 gridgov 发布的数据，用了相同的标签或关系类型：{listed}。什么也没有改。"
        "请换一个空数据库；若确实要并存，请加 --force（查询会同时看到两者）",
        f"{address} holds data that gridgov did not publish under the same labels or types: {listed}. Nothing was "
        "changed. Use an empty database; if both shall stand side by side, add --force (questions will see both)",
    )


def tied(address: object, reason: GridgovError) -> PublicationRefused:
    """Return the error for a constraint that others' data or indexes break."""
    return PublicationRefused(
        f"{address} 里别人的数据或索引与要发布的图冲突，什么也没有改。{reason.zh}。"
        "若是别人的关系连着要删除的节点，可加 --force 连同这些关系一起删除",
        f"others' data or indexes at {address} are in the way of this graph; nothing was changed: {reason.en}. "
        "If others tied relationships to a node that is to go, --force removes these with it",
    )


def too_large(size: int, largest: int) -> PublicationTooLarge:
    """Return the error for a change that is too large for one transaction."""
    return PublicationTooLarge(
        f"这次要改 {size} 个节点和关系，一个事务最多 {largest} 个（按 4 GB 堆内存实测）。什么也没有改。"
        "首次导入请用 gridgov export neo4j-admin 目录，再由 neo4j-admin database import 导入",
        f"this would change {size} nodes and relationships; one transaction takes {largest} (measured with 4 GB of "
        "heap). Nothing was changed. For a first load use gridgov export neo4j-admin DIR "
        "and neo4j-admin database import",
    )


def exhausted(address: object, reason: GridgovError) -> PublicationTooLarge:
    """Return the error for a change that a server's memory turned out not to hold."""
    return PublicationTooLarge(
        f"{reason.zh}。什么也没有改。请给 {address} 更多堆内存（server.memory.heap.max_size），"
        "或用 gridgov export neo4j-admin 目录，再由 neo4j-admin database import 导入",
        f"{reason.en}. Nothing was changed. Give {address} more heap (server.memory.heap.max_size), or use "
        "gridgov export neo4j-admin DIR and neo4j-admin database import",
    )


def differs(address: object, found: str, wanted: str) -> PublicationDiffers:
    """Return the error for a server that does not hold what was written to it."""
    return PublicationDiffers(
        f"写入后从 {address} 读回的图与快照不符（{found[:12]}，应为 {wanted[:12]}），已全部撤销。"
        "可能有人同时在改动数据，请稍后再试",
        f"the graph read back from {address} is not the snapshot ({found[:12]}, should be {wanted[:12]}); all was "
        "undone. Perhaps somebody is changing the data; try again later",
    )


def lost_row(table: str, uid: str) -> PublicationDiffers:
    """Return the error for a row that is not where the publication has it."""
    return PublicationDiffers(
        f"服务器上找不到已发布的 {table} {uid!r}，已全部撤销。可能有人同时在改动数据，请稍后再试",
        f"{table} {uid!r}, which was published, is not on the server any more; all was undone. "
        "Perhaps somebody is changing the data; try again later",
    )


def served(address: object) -> PublicationRefused:
    """Return the error for a push to `gridgov serve`."""
    return PublicationRefused(
        f"{address} 是 gridgov serve，只提供快照的副本，不能发布到那里。请重新启动 gridgov serve，它会提供当前快照",
        f"{address} is gridgov serve: it answers from a copy of a snapshot, and takes no push. Start it again to serve "
        "the current snapshot",
    )


def too_old(agent: str, address: object) -> PublicationRefused:
    """Return the error for a server older than those that a push can be made to; `agent` is how it calls itself."""
    return PublicationRefused(
        f"{address} 是 {agent}，发布需要 Neo4j 5.26 或更高版本。什么也没有改",
        f"{address} is {agent}; a push needs Neo4j 5.26 or newer. Nothing was changed",
    )


def names_taken(tables: Sequence[str], address: object) -> PublicationRefused:
    """Return the error for indexes of others that have the names of gridgov's."""
    names = ", ".join(f"gridgov_{table}_uid" for table in tables)
    return PublicationRefused(
        f"{address} 里别的索引或约束占用了这些名字：{names}。没有改任何数据。请把它们删除或改名后再发布",
        f"other indexes or constraints at {address} have these names: {names}. No data was changed. "
        "Drop them, or give them other names, and push again",
    )
