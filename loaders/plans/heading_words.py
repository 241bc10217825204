"""Headings by their head words: what offices call a field beyond its known headings, as modifiers and heads.

A pattern fits a whole heading, so that another thing which shares a word (物业费, 书记信箱) is never meant. Where a
word means a field only if the table says nothing else of it, `unless` tells which other heading that is.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns


@dataclass(frozen=True)
class Words:
    """How headings of a field are put together.

    Args:
        pattern: what a whole heading, in the form of `heading_key`, must fit.
        unless: a heading beside which it means something else, or something unclear.
    """

    pattern: str
    unless: str = ""


_OF_PLACE: Final = "(?:所属|所在|隶属|属地|归属|归口|所辖)?(?:的)?"
_NAME: Final = "(?:名称|全称|名)?"
_SERVES: Final = "现?在管|在服|管理|服务|所管|负责|承接|接管|托管"
SERVED: Final = f"(?:{_SERVES})的?(?:物业|住宅)?(?:小区|项目|楼盘)(?:名单|清单|情况)?"
"""How headings call the estates that a firm serves, or say how many they are."""

_TIME: Final = "(?:时间|日期|年月|年份|日)"
_FIRM: Final = "(?:企业|公司|单位|机构)"
_PARTY_BODY: Final = "(?:党支部|党组织|支部|党总支|党委)"

_SUBDISTRICT: Final = Words(
    f"{_OF_PLACE}(?:街道|镇街|街镇|乡镇|街道办|街道办事处|街道\\(乡镇\\)|乡镇\\(街道\\)|镇\\(街\\)){_NAME}"
)
_COMMUNITY: Final = Words(
    f"{_OF_PLACE}(?:社区|村居|村社|村\\(社区\\)|社区\\(居委会\\)|社区\\(村居\\)|村\\(居\\)){_NAME}"
    "|(?:所属|所在|属地)(?:社区)?居委会(?:名称)?"
)
_ESTATE: Final = Words(
    f"{_OF_PLACE}(?:住宅|物业|居民)?小区(?:楼盘|项目)?{_NAME}|(?:小区|楼盘)(?:\\(楼盘\\)|/楼盘){_NAME}|楼盘{_NAME}"
)
_TERM_START: Final = Words(f"(?:本届|现任|现届)?任期(?:起|开始|起始|开始起){_TIME}?")
_TERM_END: Final = Words(f"(?:本届|现任|现届)?任期(?:届满|到期|截止|结束|终止|止){_TIME}?|届满{_TIME}")
_SUPERIOR: Final = Words(f"(?:直属|所?隶属)(?:上级)?{_PARTY_BODY}{_NAME}|上(?:一)?级{_PARTY_BODY}{_NAME}")

_SHARED: Final = {
    "subdistrict": _SUBDISTRICT,
    "community": _COMMUNITY,
}
"""Fields of many record types; one with a pattern of its own has that."""

_OWN: Final = {
    "estate": {
        "name": Words(f"{_ESTATE.pattern}|(?:住宅)?项目\\(小区\\){_NAME}|小区\\(项目\\){_NAME}"),
        "households": Words("(?:小区|居民|住宅|现有|合计|规划)?(?:总)?(?:住)?(?:户数|总户数)(?:合计|总计|总数)?|总户"),
        "old": Words("(?:是否|是不是)(?:属于|为|属|系)?老旧(?:住宅)?小区|老旧小区\\(是/否\\)"),
        "managed": Words(
            "(?:是否|有无)(?:有|已|已有|聘请|引进|引入|实行)?(?:专业|专业化|市场化)?物业(?:管理|服务|公司|企业)?(?:服务|管理)?"
            "|物业(?:管理)?\\(有/无\\)|物业管理\\(是/否\\)"
        ),
        "owner_body": Words("(?:业委会|业主委员会|业主组织)(?:成立|组建|设立|建立)?(?:情况|形式|类型|状况|状态)"),
        "valid_from": Words(f"(?:小区)?(?:建成|竣工|交付|交房|建造|建设|落成)(?:使用)?(?:{_TIME}|年代|年度)"),
        "address": Words("(?:小区|详细|具体|坐落)?(?:地址|位置|坐落)|坐落(?:位置|地址)"),
        "grid": Words(f"{_OF_PLACE}(?:综合)?网格{_NAME}"),
    },
    "property_service": {
        "estate": Words(
            f"{_ESTATE.pattern}|(?:(?:{_SERVES}|物业|住宅|物业服务|物业管理)(?:住宅)?)?(?:小区|项目|楼盘)(?:名称|全称)"
            f"|{SERVED}|物业(?:小区|项目|楼盘)"
        ),
        "firm": Words(
            f"(?:现|现任|现有|在管|在任|所聘|聘用)?(?:的)?物业(?:管理|服务)?{_FIRM}{_NAME}|服务企业{_NAME}|(?:管理|服务)物业{_FIRM}{_NAME}"
        ),
        "contract": Words("(?:物业)?(?:服务|管理)?合同(?:备案)?(?:编号|号|备案号|证号)"),
        "valid_from": Words(
            f"(?:物业)?(?:服务|管理)?合同(?:期|期限)?(?:起|开始|起始|生效){_TIME}?|(?:物业)?(?:进驻|接管|入驻|进场|服务开始){_TIME}"
        ),
        "valid_to": Words(
            f"(?:物业)?(?:服务|管理)?合同(?:期|期限)?(?:止|到期|届满|终止|截止|结束){_TIME}?|(?:服务到期|退出|撤出|撤场|撤管){_TIME}"
        ),
    },
    "property_firm": {
        "name": Words(f"物业(?:管理|服务)?{_FIRM}{_NAME}|企业(?:名称|全称)|公司(?:名称|全称)"),
    },
    "firm_party_organisation": {
        "name": Words(f"物业(?:管理|服务)?(?:{_FIRM})?{_PARTY_BODY}{_NAME}"),
        "firm": Words(f"物业(?:管理|服务)?{_FIRM}{_NAME}"),
        "superior": _SUPERIOR,
    },
    "owners_committee": {
        "estate": _ESTATE,
        "name": Words("(?:小区)?(?:业委会|业主委员会)(?:名称|全称)"),
        "term": Words("(?:本|现|当前|业委会|本届|现届|业委会本届)?届(?:次|数|别)|(?:第几|现|当前)届|现任届次"),
        "valid_from": Words(f"{_TERM_START.pattern}|(?:业委会|业主委员会|本届(?:业委会)?)成立{_TIME}"),
        "valid_to": _TERM_END,
        "filing_date": Words(f"(?:业委会|街道)?(?:登记)?备案(?:登记)?{_TIME}"),
        "code": Words("备案(?:证|登记|证明|回执)?(?:书)?(?:编|文)?号"),
    },
    "residents_committee": {
        "term": Words("(?:本|现|当前)?届(?:次|数|别)"),
        "valid_from": _TERM_START,
        "valid_to": _TERM_END,
    },
    "supervisory_committee": {"valid_from": _TERM_START, "valid_to": _TERM_END},
    "co_building": {
        "unit": Words(
            f"(?:共建|结对|联建|签约|报到|参建|区域化共建|驻区共建|结对共建|共驻共建)(?:共建)?(?:单位|企业|机构)(?:{_PARTY_BODY})?{_NAME}"
        ),
        "committee": Words(
            f"(?:共建|结对|联建|签约|报到|结对共建|共驻共建)(?:的|到)?(?:所在)?(?:社区|街道)?(?:大)?{_PARTY_BODY}{_NAME}"
            f"|(?:共建|结对|联建|报到|结对共建)(?:的)?(?:社区|街道|村居){_NAME}|(?:社区|街道)大?(?:{_PARTY_BODY}|党工委){_NAME}|所在大党委"
        ),
        "valid_from": Words(f"(?:协议|共建|结对|结对共建)?(?:签约|签订|签署|结对|报到|加入|共建|建立){_TIME}"),
        "valid_to": Words(f"(?:协议|共建|结对)?(?:到期|届满|终止|截止|退出){_TIME}"),
        "pact": Words("(?:共建|结对)?协议(?:书)?(?:编号|名称|号)"),
    },
    "co_building_unit": {
        "name": Words("(?:共建|结对|联建|驻区|驻辖区|辖区)(?:共建)?单位(?:名称|全称)"),
        "kind": Words("(?:共建|结对|联建)?(?:单位|机构)(?:类型|类别|性质|属性|种类|分类)"),
        "affiliation": Words("(?:单位)?隶属(?:关系|层级|级别)?"),
    },
    "branch_coverage": {
        "estate": Words(f"{_ESTATE.pattern}|(?:覆盖|所覆盖|被覆盖)(?:的)?小区{_NAME}"),
        "branch": Words(
            "(?:小区|网格|小区\\(网格\\)|网格\\(小区\\)|对应|覆盖|楼宇)(?:的)?(?:大)?(?:联合)?(?:党支部|党组织|支部)(?:名称|全称)?"
            "|(?:党支部|支部)(?:名称|全称)?"
        ),
        "mode": Words("(?:党的)?(?:组织)?覆盖(?:方式|形式|类型)"),
    },
    "party_branch": {
        "name": Words(
            "(?:小区|网格|小区\\(网格\\)|网格\\(小区\\))(?:党支部|党组织|支部)(?:名称|全称)?|(?:党支部|支部)(?:名称|全称)"
        ),
        "kind": Words(
            "(?:党)?(?:支部|组织|党组织)?(?:组建|设置|设立|建立)(?:方式|形式|类型)|(?:党)?支部(?:类型|类别|性质)"
        ),
        "superior": _SUPERIOR,
        "members": Words("(?:支部)?(?:在册|现有|正式|在籍)?(?:党员)(?:人数|总数|数|数量)"),
        "estates": Words("(?:所)?(?:覆盖|辖)(?:的)?(?:住宅)?小区(?:名称|情况|范围)?"),
        "grids": Words("(?:所)?(?:覆盖|辖)(?:的)?网格(?:名称)?"),
    },
    "party_committee": {
        "name": Words("(?:社区|街道)?大?(?:党组织|党委|党总支|党工委)(?:名称|全称)?"),
        "place": Words(f"{_OF_PLACE}(?:社区|村居){_NAME}"),
        "superior": _SUPERIOR,
    },
    "grid": {"kind": Words("网格(?:类型|类别|性质|分类)"), "name": Words("(?:综合|基础)?网格(?:名称|全称)")},
    "tenure": {
        "person_name": Words(
            "(?:人员|任职人员|任职人|成员|委员|兼职委员|党员|干部|当选人|当选人员|报到党员|在职党员|本人|班子成员)?(?:姓名|名字)"
        ),
        "telephone": Words("(?:本人|个人)?(?:联系|手机|移动)(?:电话|号码|方式|手机)"),
        "organisation": Words(
            f"(?:任职|报到|现任职|现所在|任职所在)(?:所在)?(?:社区)?(?:{_PARTY_BODY}|机构|组织|业委会|居委会){_NAME}"
            f"|(?:所在|所属|隶属)(?:社区)?(?:{_PARTY_BODY}|机构|业委会|业主委员会){_NAME}|(?:所属|所在)?(?:业委会|业主委员会)(?:名称|全称)"
            f"|(?:小区|网格|社区)?(?:联合)?{_PARTY_BODY}{_NAME}|(?:小区)?(?:业委会|业主委员会)",
            unless="(?:现)?(?:工作|所在|原|派出)?(?:单位|公司)(?:名称|及职务)?|业委会职务|职业",
        ),
        "role": Words(
            "(?:现|现任|所任|担任|任|党内|支部|支委|支委会|班子|兼任|认领|报到)(?:的)?(?:职务|岗位|职位)|(?:报到|认领)?认岗|职务\\(岗位\\)|岗位\\(职务\\)"
        ),
        "valid_from": Words(
            f"(?:任职|到任|任现职|任命|当选|上任|聘任|任职起始|任职开始|报到|{_TERM_START.pattern}){_TIME}"
        ),
        "valid_to": Words(f"(?:离任|免职|卸任|离职|解聘|任职截止|任职终止){_TIME}|{_TERM_END.pattern}"),
        "political_status": Words("政治(?:面貌|身份|面目)"),
        "in_service": Words("(?:是否|是不是)(?:为|系|属于)?在职党员"),
        "owner": Words("(?:是否|是不是)(?:为|系|属于)?(?:本)?(?:小区)?业主"),
    },
}

_CLEAR: Final = ("任职", "现任职", "报到")
"""What words of a field begin with that are clear beside any other heading."""


@cache
def _patterns(record: str) -> dict[str, re.Pattern[str]]:
    fields = columns(RECORD_TYPES[record])
    shared = {field: words for field, words in _SHARED.items() if field in fields}
    return {field: re.compile(words.pattern) for field, words in (shared | _OWN.get(record, {})).items()}


@cache
def _any() -> re.Pattern[str]:
    """What any of the patterns fits: most texts fit none."""
    every = {p.pattern for record in RECORD_TYPES for p in _patterns(record).values()}
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(every)))


@lru_cache(maxsize=100_000)
def fields_by_words(key: str) -> tuple[tuple[str, str], ...]:
    """Return the fields that a heading means by its words: (record type, field), one of a record type at most.

    Args:
        key: the heading, in the form of `heading_key`.
    """
    if not _any().fullmatch(key):
        return ()
    found = []
    for record in RECORD_TYPES:
        field = next((field for field, pattern in _patterns(record).items() if pattern.fullmatch(key)), None)
        if field is not None:
            found.append((record, field))
    return tuple(found)


def is_unclear(record: str, field: str, key: str, others: Collection[str]) -> bool:
    """Tell whether a heading means a field by its words alone where another heading of the table makes it unclear.

    Args:
        record: the record type.
        field: the field that it would mean.
        key: the heading, in the form of `heading_key`.
        others: the other headings of the table, in that form.
    """
    words = _OWN.get(record, {}).get(field)
    if words is None or not words.unless or key.startswith(_CLEAR):
        return False
    return any(re.fullmatch(words.unless, other) for other in others)


_NEUTRAL: Final = "基本|基础|主要|有关|相关|情况|信息|概况|规模|数据|资料|内容|简介|简况|状况"
_FAMILIES: Final = {
    "estate": "小区|住宅|楼盘|建筑|建设|业主|居民|居住|入住情况|项目",
    "property_service": "小区|物业|服务|合同|管理|企业|公司|期限|起止|时间|项目",
    "property_firm": "物业|企业|公司|服务|单位",
    "firm_party_organisation": "物业|企业|党组织|党支部|党的|组织|党建",
    "owners_committee": "业委会|业主委员会|业主|组织|任期|本届|届|起止|时间|备案|登记|期限",
    "residents_committee": "居委会|居民委员会|任期|本届|届|起止|时间",
    "supervisory_committee": "业主|监督|委员会|任期|本届|届|起止|时间",
    "co_building": "共建|结对|联建|签约|协议|单位|报到|期限|起止|时间",
    "co_building_unit": "共建|结对|联建|单位",
    "branch_coverage": "党支部|党组织|支部|党的|组织|党建|覆盖|小区|网格",
    "party_branch": "党支部|党组织|支部|党员|党的|组织|党建|覆盖|小区|网格",
    "party_committee": "党委|党组织|党的|组织|党建",
    "grid": "网格",
    "tenure": "任期|任职|职务|个人|人员|起止|时间|期限|本届",
}
_OF_ANOTHER: Final = re.compile(r"联系人|联络|填报|填表|经办|审核|配偶|法人|原|前任|拟|上级|牵头|配合|主管|候选")
_FREE: Final = frozenset({"reference", "text"})
"""Kinds of fields whose own heading says enough under any group."""


@cache
def _neutral(record: str) -> re.Pattern[str]:
    cls = RECORD_TYPES[record]
    own = "|".join(re.escape(name) for name in (cls.zh, *cls.sheet_names))
    family = _FAMILIES.get(record)
    return re.compile(f"(?:{_NEUTRAL}|{own}{'|' + family if family else ''})+")


def may_stand_under(record: str, field: str, parents: Collection[str]) -> bool:
    """Tell whether a heading still means a field where group headings stand above it.

    户数 under 出租情况 are no households of the estate, and 姓名 under 书记 is whoever is secretary.

    Args:
        record: the record type.
        field: the field that the heading alone means.
        parents: the headings above it, in the form of `heading_key`.
    """
    if any(_OF_ANOTHER.search(parent) for parent in parents):
        return False
    if columns(RECORD_TYPES[record])[field].kind in _FREE:
        return True
    return all(_neutral(record).fullmatch(parent) for parent in parents)


_PERIOD_FAMILIES: Final = (
    ("term", re.compile(r"任|届|聘|当选")),
    ("contract", re.compile(r"合同|服务|物业|承包|管理")),
    ("pact", re.compile(r"协议|共建|结对|签约|报到|合作|联建")),
)
_PERIODS_OF: Final = {
    "estate": (),
    "grid": (),
    "property_firm": (),
    "co_building_unit": (),
    "party_branch": (),
    "property_service": ("contract", "pact"),
    "owners_committee": ("term",),
    "residents_committee": ("term",),
    "supervisory_committee": ("term",),
    "tenure": ("term",),
    "co_building": ("pact",),
}


def fits_period(record: str, key: str) -> bool:
    """Tell whether a heading of periods may be the time of a record: 合同期限 is the time of a contract alone.

    Args:
        record: the record type.
        key: the heading, in the form of `heading_key`.
    """
    allowed = _PERIODS_OF.get(record)
    families = [name for name, words in _PERIOD_FAMILIES if words.search(key)]
    return allowed is None or (not families and bool(allowed)) or any(name in allowed for name in families)


def names_period(record: str, key: str) -> bool:
    """Tell whether a heading of periods is the time of a record and of no other thing: its words say so."""
    allowed = _PERIODS_OF.get(record) or ()
    return any(name in allowed for name, words in _PERIOD_FAMILIES if words.search(key))
