"""What a map cannot be drawn of, and what to do instead."""

from collections.abc import Sequence
from pathlib import Path

from graph_model.errors import GridgovError, UsageError


class NothingToPartition(UsageError):
    """The snapshot has no subdistrict: a partition board would be an empty frame."""

    def __init__(self) -> None:
        super().__init__(
            "这个快照里没有街道，无区可分，画不成分区看板。请先加载区划表（街道、社区），"
            "或改用 gridgov map network 查看关系。",
            "This snapshot has no subdistrict, so there is nothing to partition. Load a division table first, "
            "or look at the ties with: gridgov map network",
        )


class TooManyNodes(UsageError):
    """A network of so many nodes would be a ball of wool; a narrower question or the aggregate reads better."""

    def __init__(self, count: int, limit: int, commonest: Sequence[tuple[str, int]]) -> None:
        shown = ", ".join(f"{label} {n:,}" for label, n in commonest)
        super().__init__(
            f"结果有 {count:,} 个节点，超过 {limit:,} 个，画出来看不清（{shown}）。"
            "请缩小问题：加条件、加 LIMIT、减少跳数；或者画汇总图（按类型合并，数字为个数）。",
            f"The result has {count:,} nodes, over {limit:,}: no one could read it ({shown}). "
            "Ask a narrower question (a condition, a LIMIT, fewer hops), or draw the aggregate: "
            "one node a label, with counts.",
        )
        self.count = count
        self.limit = limit


class EmptyNetwork(UsageError):
    """The result holds no node, so there is nothing to draw."""

    def __init__(self) -> None:
        super().__init__(
            "结果里没有节点，画不成图。查询要返回节点、关系或路径，例如 RETURN a, r, b，而不只是属性。",
            "The result holds no node, so there is nothing to draw. Return nodes, relationships or paths, "
            "for example RETURN a, r, b, not properties alone.",
        )


class PageNotWritten(GridgovError):
    """The file of a page could not be written; what stood in its place is unharmed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"无法写入 {path}（{reason}）。请检查文件夹权限和磁盘空间，或换一个位置；原有文件未受影响",
            f"cannot write {path} ({reason}). Check the folder's permissions and the room on the disk, or choose "
            "another place; what stood there is unharmed",
        )
