"""What stands where a name belongs and says how things are: that there is none (yet), or who does it instead."""

import re

from graph_model.names import normal_text

_SO_FAR = "(?:目前|现|尚|暂时?|还|至今|仍)*"
_DOING = (
    "换届筹备|筹备|筹建|组建|成立|换届|选举|改选|选聘|招标|招聘|洽谈|接洽|对接|结对|签约|联系|协商|引进|划分|认领|确定"
)
_KIND = "物业|物管|单位|网格|党?支部|党组织|党委|党员|业委会|业主委员会|企业|公司|人"
_NONE_OF_KIND = re.compile(
    rf"{_SO_FAR}(?:无|没有|未有)(?:专业化?|正规|固定|共建|主管?)*(?:{_KIND}|管)(?:管理|服务|企业|公司|小区|组织|认领|楼栋?)*|三无(?:小区|楼栋?)"
)
_STATE = re.compile(
    rf"{_SO_FAR}(?:应建)?(?:未|没有?|无)(?:{_DOING}|单独|独立|设立|建立?|产生|选出|备案|到期|纳入|编入|达到|达成|具备).{{0,6}}"
    r"|(?:已|拟|在|待|应|需|正在)(?:组|筹|新)?建(?:立|成|中)?"
    rf"|{_SO_FAR}(?:不|未)(?:具备|符合|满足)(?:成立|组建|建立|设立)?条件|条件(?:尚?不|尚?未).{1, 4}|不需要|不设"
    rf"|(?:正在|拟|待|准备|计划|已)?(?:{_DOING})(?:中|阶段|工作中|之中)?|(?:筹备|筹建)(?:小)?组|待(?:定|补|选)"
    rf"|{_SO_FAR}(?:无|没有|未|不)(?:物业|物管|聘请?|引进|引入|入驻|进驻|委托|实行)(?:专业)?(?:物业|物管)?(?:管理|服务|企业|公司|小区)*"
    r"|(?:由?(?:业主|居民|小区|社区|街道|单位|原单位|产权单位|居委会|村委会|业委会|自主|自行|国企|房管所|应急|半)?"
    r"(?:自治|自管|自主管理|自行管理|自我管理|托管|代管|兜底|托底|代行|代行职责|代为履职)(?:管理|服务|小区|物业|房)*)"
    r"|(?:自治|社区托管|社区|准)物业|弃管(?:小区)?|撤管|物业已?(?:撤出|撤离|退出)|已?撤出|散户|三不管|(?:老旧)?开放式小区"
    r"|由?.{2,16}?(?:代管|兜底|托底|自管|(?:社区|街道|[居村业]委会|委员会|办事处|房管[所局]|单位|业主|居民)(?:托管|自治|自主管理|自行管理))"
    r"(?:管理|服务|小区|物业)*"
    r"|自己管理?|零[散星]楼栋?|(?:原|业委会|物业|合同|任期|自然|已|均)*(?:撤场|撤销|解散|终止|停摆|届满|到期|解约)(?:未.{1,3}|不再.{1,3})?"
)
_ANSWER = re.compile(
    r"[是否有×xy√✓✔✗yn略]|没有|不清楚|不知道|其[他它]|个人|已有|(?:详?见|另附?)(?:附件|附表|附后|名单|备注)|另附"
)
_STATE_IN_BRACKETS = re.compile(
    r".+\((?:[^()]*(?:未成立|未组建|筹备中|筹建中|正在筹备|正在筹建|尚未|待成立|拟成立)[^()]*|筹)\)|.+业(?:主委员|委)会(?:筹备|筹建)(?:小)?组"
)
_NO_PLACE = re.compile(
    rf"{_SO_FAR}(?:未|没有?|无|不|待)(?:(?:划分?|纳入|编入)(?:网格|片区)?|在?(?:网格|片区)(?:内|中)?)|没有"
)
_FIRM = re.compile(r"(?:公司|企业|中心|集团|局|所|处|社|银行|厂)(?:\(.*\))?$")


def is_state(text: str) -> bool:
    """Tell whether a text that stands for the name of a body is a state: 未成立, 自治管理, 待对接, 是."""
    plain = normal_text(text)
    if _NONE_OF_KIND.fullmatch(plain) or _ANSWER.fullmatch(plain) or _STATE_IN_BRACKETS.fullmatch(plain):
        return True
    return bool(_STATE.fullmatch(plain)) and not _FIRM.search(plain)


def is_no_place(text: str) -> bool:
    """Tell whether a text that stands for the name of a place says that there is none: 未划分, 无网格."""
    return bool(_NO_PLACE.fullmatch(normal_text(text)))
