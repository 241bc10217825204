"""What kind of thing a name is of, by its ending: a heading that is the name of a community is no field of a record."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from graph_model.names import normal_text
from loaders.plans.headings import is_ignored, is_known

_KINDS: Final = tuple(
    (kind, re.compile(rf".*(?:{endings})"))
    for kind, endings in (
        ("mechanism", "制度|机制|办法|模式|公约|工作法"),
        ("alliance", "联盟"),
        ("platform", "联席会议?|聚能圈|共同体|联合体|议事厅|议事会|服务圈|理事会"),
        ("owners_committee", "业主委员会|业委会"),
        ("residents_committee", "居民委员会|居委会"),
        ("branch", "支部(?:委员会)?"),
        ("committee", "党工委|党委|党总支|总支"),
        ("grid", "网格"),
        ("firm", r"物业.*(?:公司|中心|企业|集团)(?:\(.*\))?|物业(?:服务|管理)?"),
        ("community", "社区|(?<!新)村"),
        ("subdistrict", "街道|镇"),
        (
            "estate",
            "花园|家园|小区|新村|公寓|苑|府|庭|湾|[新山]?城|名邸|雅居|公馆|里|居|园|邸|轩|阁|墅|广场|大厦|国际|期|号院"
            "|坊|郡|筑",
        ),
        (
            "unit",
            "银行|[支分]行|医院|卫生院|学校|小学|中学|大学|学院|幼儿园|公司|局|所|站|中心|院|[大支中]队|集团|厂|商场|超市"
            "|协会|商会|公会|机关|部|办公室|科技馆|馆|委员会|联合会|总会|店|市场|社|会|委|校|团",
        ),
    )
)
"""Kinds of things with what their names end in; the first that fits."""

_LONGEST: Final = 100
"""Characters of the longest name; a longer text is prose."""

_MOST: Final = 0.6
_GENERAL: Final = re.compile(
    r"(?:[各本该全]|所[属在]|相关|其[他它]|共建|结对|覆盖|服务).{0,4}|.*[率数额分](?:\(.*\))?"
    r"|.{0,5}(?:服务中心|服务站|活动室|活动中心|驿站|书屋|食堂|阅览室|卫生站|警务室|调解室|文化站)"
    r"|(?:区域化?|党建|居民|小区|社区|街道|红色|物业|民主|协商|共治|工作)*"
    r"(?:联席会议?|议事厅|议事会|聚能圈|共同体|联合体|服务圈|理事会|联盟)"
)
"""Headings of fields, and what many places have one of: rooms and bodies without a name of their own."""


def kind_of_name(text: str) -> str | None:
    """Return the kind of thing that a name is of; None: it does not say, or it is no name but a heading."""
    plain = normal_text(text) if len(text) <= _LONGEST else ""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(plain)), None)


@lru_cache(maxsize=20_000)
def kind_of_heading(heading: str) -> str | None:
    """Return the kind of thing that a heading names; None: it is a heading like others, such as 所属社区."""
    if is_known(heading) or is_ignored(heading) or _GENERAL.fullmatch(normal_text(heading)):
        return None
    return kind_of_name(heading)


def kind_of_names(names: Iterable[str]) -> str | None:
    """Return the kind of thing that most of some names are of."""
    kinds = [kind_of_name(name) for name in names]
    said: Sequence[str] = [kind for kind in kinds if kind is not None]
    most = max(dict.fromkeys(said), key=said.count, default=None)
    return most if most is not None and said.count(most) >= _MOST * len(kinds) else None
