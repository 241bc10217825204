"""What a note says that a column should say: that somebody no longer holds the post."""

import re

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary

_CLAUSE = re.compile(r"[。；;,，、!！\n]")
_ENDED = re.compile(
    r"(?P<words>调离|调出|调任|调往|调至|已调|辞职|辞去|(?<!申)请辞|免职|免去|罢免|撤职|开除|停职|去世|逝世|病故|亡故|身故|过世|已故"
    r"|离任|离职|离岗|卸任|不再(?:担任|兼任|任|履职|续任)|退出(?!现役)|落选|离开(?:本|该|原)|任期已?满|届满(?:离|卸)|不在岗|换人"
    r"|已改任|改任|转任|转岗|迁出|(?:职务)?[起已]?由(?!.{0,8}(?:推荐|选举|提名|任命|选派|指派|派|聘)).{2,8}(?:接任|接替|继任|担任)"
    r"|另有任用|另有安排|另任|升任|提任|提拔[为任至到]|(?:借调|抽调|交流|轮岗)[到至去往]|现已?[在于].{2,12}(?:工作|任职|上班)"
    r"|退休(?!党员|教师|干部|职工|人员|工人|军人|医生|老|返聘|后))"
)
_ENDED_OF_TIES = re.compile(
    r"(?P<words>撤场|撤出|撤离|退出(?!现役)|解约|解除|终止|不再(?:续签|续约|服务|共建|合作)|未(?:再)?续[签约]|已?(?:更换|变更)(?:物业|为)"
    r"|(?:单位|企业|公司)?已(?:搬迁|撤销|注销|搬离|关闭|停业|倒闭|到期|退场|结束))"
)
_OFFICES = "(?:上级|组织|[区市县镇]|街道|党?[工支]?委|[部办])*"
_NOT_YET = re.compile(
    "(?P<words>拟任(?!务)|拟聘|拟提名|拟推荐|建议人选|推荐人选|提名人选|考察对象|候选人|公示中"
    f"|(?<![接招期优])待{_OFFICES}(?:换届)?(?:批复|审批|任命|备案|选举)|尚未(?:任命|批复|到任|选举))"
)
"""No name of a person fits within it: what it finds is shown."""

_TITLE = r"副?(?:书记|主任|网格长|网格员|站长)"
_NOW = re.compile(rf"(?P<words>现(?:任|为|担任|已任)).{{0,12}}?(?P<title>{_TITLE})(?:\(.*)?$")
_HELD_BESIDE = frozenset({"part_time_member", "party_member", "head"})
"""Roles of those who hold another post by its nature, which their notes tell."""
_OF_ANOTHER = re.compile(
    r"前任|原(?!因)|上任|上届|接替|接任|继任|顶替|补选|增补|配偶|父|母|拟|将|申请|计划|预计|如|若|未|非|无|可|前"
)


def end_in_note(note: str | None) -> str | None:
    """Return the words of a note by which somebody no longer holds the post, or None.

    Args:
        note: the note. What it says of a predecessor, of a plan or of what has not come about is no end.
    """
    return _told(_ENDED, note)


def end_of_tie_in_note(note: str | None) -> str | None:
    """Return the words of a note by which a contract or a pact has ended, or None."""
    return _told(_ENDED_OF_TIES, note)


def plan_in_note(note: str | None) -> str | None:
    """Return the words of a note by which somebody does not hold the post yet (拟任，待批复), or None."""
    found = _NOT_YET.search(normal_text(note or ""))
    return found["words"] if found else None


def other_post_in_note(note: str | None, role: str | None) -> str | None:
    """Return the words of a note by which somebody now holds a post other than the row's (现任社区主任), or None.

    Args:
        note: the note.
        role: the row's role, a code of the vocabulary or as written; None: it is not about a post.
    """
    if not note or role is None or role in _HELD_BESIDE:
        return None
    held = re.search(f"{_TITLE}$", normal_text(vocabulary("role").name_of(role, "zh")))
    for clause in _CLAUSE.split(normal_text(note)):
        now = _NOW.search(clause)
        if now and (held is None or held[0] != now["title"]) and not _OF_ANOTHER.search(clause[: now.start()]):
            return now["words"]
    return None


def _told(ended: re.Pattern[str], note: str | None) -> str | None:
    for clause in _CLAUSE.split(normal_text(note or "")):
        found = ended.search(clause)
        if found and not _OF_ANOTHER.search(clause[: found.start()]):
            return found["words"]
    return None
