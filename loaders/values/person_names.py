"""Texts that may be names of persons, so that a fault of a cell in a wrong column does not print one."""

import re
from functools import cache
from typing import Final

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary, vocabulary_names

_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温"
    "季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童甄曲游裴席卫查屈鲍覃霍翁隋甘景"
    "柏柯阮桂闵柴华冉邬褚尉郁凤"
)
_COMPOUND: Final = ("欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "端木")
_NO_LAST: Final = frozenset(
    "位委员务式案化全融目间龄任长记事理导干部组科处局所站队会社区街镇村厂校院店行司层类型级期届年月日户家个园苑里巷府邸路道"
    "楼厦寓座号湾圈团盟营点数费度率表册单"
)
_GIVEN: Final = re.compile(r"[\u4e00-\u9fff]{1,2}")
_BETWEEN: Final = re.compile(r"[、，,；;/\s]+")
_BEHIND: Final = re.compile(r"\([^()]*\)$|[0-9*+-]{4,}$|(?:同志|先生|女士)$")
HIDDEN: Final = "＊＊"
"""Stands for a name that is not shown."""


def without_names(text: str) -> str:
    """Return a text that is a name, or a list of names, with none of them shown; any other text as it is."""
    parts = [part for part in _BETWEEN.split(text) if part]
    return HIDDEN if parts and all(map(may_be_person, parts)) else text


def may_be_person(text: str) -> bool:
    """Tell whether a text looks like the name of a person and is no term of any vocabulary."""
    plain = _BEHIND.sub("", normal_text(text))
    surname = plain[:2] if plain.startswith(_COMPOUND) else plain[:1]
    if surname not in _SURNAMES and surname not in _COMPOUND:
        return False
    given = plain[len(surname) :]
    return bool(_GIVEN.fullmatch(given)) and plain[-1] not in _NO_LAST and plain not in _terms()


@cache
def _terms() -> frozenset[str]:
    return frozenset(word for name in vocabulary_names() for word in vocabulary(name).writings())
