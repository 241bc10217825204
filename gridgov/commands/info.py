"""gridgov info: what the current snapshot is."""

import click

from graph_model.schema import label_en, label_zh
from gridgov import json_shapes
from gridgov.options import format_option
from gridgov.settings import Settings
from gridgov.terminal import put, put_table
from gridgov.verb import verb
from gridgov.verbs import one_line
from gridgov.words import Words

_HEAD = Words(
    "快照 {snapshot}，数据截至 {as_of}\n内容哈希 {content_hash}",
    "Snapshot {snapshot}, as of {as_of}\nContent hash {content_hash}",
)
_NODES = Words("节点（{total} 个）", "Nodes ({total})")
_TIES = Words("关系（{total} 条）", "Relationships ({total})")
_SOURCES = Words("来源（{total} 个文件）", "Sources ({total} files)")
_LABEL = Words("标签", "Label")
_TYPE = Words("关系类型", "Type")
_NAME = Words("名称", "Name")
_COUNT = Words("数量", "Count")
_FILE = Words("文件", "File")
_DAY = Words("日期", "Day")


@verb("info", one_line("info"), examples=("gridgov info", "gridgov info --format json"))
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, form: str) -> None:
    """Show the current snapshot."""
    document = json_shapes.info(settings.snapshot())
    if form == "json":
        put(json_shapes.dump(document))
        return
    put(settings.text(_HEAD, **{key: document[key] for key in ("snapshot", "as_of", "content_hash")}))
    _put_counts(settings, _NODES, _LABEL, document["nodes"])
    _put_counts(settings, _TIES, _TYPE, document["relationships"])
    files = [(source["name"], source["day"], source["sha256"][:12]) for source in document["sources"]]
    headings = [settings.text(_FILE), settings.text(_DAY), "sha256"]
    put_table(headings, sorted(files), title=settings.text(_SOURCES, total=len(files)))


def _put_counts(settings: Settings, title: Words, heading: Words, counts: dict[str, int]) -> None:
    """Show how many there are of each kind; what there is none of is left out."""
    named = label_zh if settings.language == "zh" else label_en
    rows = [(name, named(name), f"{count:,}") for name, count in counts.items() if count]
    headings = [settings.text(heading), settings.text(_NAME), settings.text(_COUNT)]
    shown = settings.text(title, total=f"{sum(counts.values()):,}")
    put_table(headings, rows, numbers=(2,), title=shown)
