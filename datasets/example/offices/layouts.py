"""The columns of each registry, with the headings that offices use for them; each office has habits of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Layout:
    """The columns of a registry.

    Args:
        sheet: name of the sheet.
        title: what the registry is called in its title row.
        columns: field -> headings, one of which an office uses.
        total: the field whose numbers are summed under the table.
    """

    sheet: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    total: str | None = None


_SUBDISTRICT = ("所属街道", "街道", "街道名称")
_COMMUNITY = ("所属社区", "社区", "社区名称", "所在社区")
_NOTE = ("备注", "说明")
_ESTATE = ("小区名称", "小区", "所在小区")
_FROM, _TO = ("起始日期", "开始日期", "起始时间"), ("终止日期", "结束日期", "终止时间")
_KIND = ("机构类别", "机构类型")
_WHERE = {"subdistrict": _SUBDISTRICT, "community": _COMMUNITY}
_DATES = {"valid_from": _FROM, "valid_to": _TO}
_PERSON = {
    "person": ("人员编号", "成员编号"),
    "person_name": ("姓名", "人员姓名"),
    "identity_number": ("身份证号", "公民身份号码", "身份证号码"),
    "telephone": ("联系电话", "手机号", "电话"),
}

LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "division": Layout(
            "行政区划",
            "行政区划代码",
            {
                "code": ("区划代码", "统计用区划代码"),
                "name": ("区划名称",),
                "level": ("级别",),
                "parent_code": ("上级区划代码",),
                "cutoff_date": ("截止日期",),
                "note": _NOTE,
            },
        ),
        "party_committee": Layout(
            "党组织",
            "党组织名录",
            {
                "name": ("党组织名称",),
                "kind": ("党组织类别",),
                "place": ("所领导区划",),
                "superior": ("上级党组织",),
                **_DATES,
                "note": _NOTE,
            },
        ),
        "authority": Layout(
            "党政部门",
            "党政部门名录",
            {
                "name": ("部门名称",),
                "kind": ("部门类别",),
                "level": ("部门层级",),
                "place": ("服务区划",),
                "note": _NOTE,
            },
        ),
        "mechanism": Layout("机制", "制度机制一览", {"name": ("机制名称",), "kind": ("机制类别",), "note": _NOTE}),
        "policy_document": Layout(
            "政策文件",
            "政策文件目录",
            {
                "name": ("文件名称",),
                "number": ("文号",),
                "kind": ("文件类别",),
                "issued_by": ("印发单位",),
                "issued_on": ("印发日期",),
                "note": _NOTE,
            },
        ),
        "alliance": Layout(
            "联盟",
            "党建联盟台账",
            {
                "name": ("联盟名称",),
                "kind": ("联盟类型",),
                "lead": ("牵头单位",),
                "pact": ("联盟协议",),
                "valid_from": ("成立日期",),
                "valid_to": ("终止日期",),
            },
        ),
        "alliance_party": Layout(
            "联盟成员",
            "联盟成员单位",
            {
                "alliance": ("联盟名称",),
                **_WHERE,
                "organisation": ("成员单位",),
                "organisation_kind": _KIND,
                "role": ("联盟角色",),
                "valid_from": ("起始日期",),
            },
        ),
        "reserve_pool": Layout("人才库名录", "储备人才库名录", {"name": ("人才库名称",), "note": _NOTE}),
        "reserve_listing": Layout(
            "储备人才",
            "小区书记储备人才",
            {
                **_PERSON,
                "political_status": ("政治面貌",),
                "pool": ("人才库名称",),
                "valid_from": ("入库日期",),
                "valid_to": ("出库日期",),
            },
        ),
        "co_building_unit": Layout(
            "共建单位",
            "共建单位名录",
            {
                "name": ("单位名称",),
                "code": ("统一社会信用代码",),
                "kind": ("单位类型",),
                "affiliation": ("隶属关系",),
                "subdistrict": _SUBDISTRICT,
                "registered_community": ("注册地社区",),
                "note": _NOTE,
            },
        ),
        "property_firm": Layout(
            "物业企业",
            "物业企业名录",
            {
                "name": ("物业企业名称",),
                "code": ("统一社会信用代码",),
                "subdistrict": _SUBDISTRICT,
                "registered_community": ("注册地社区",),
                "note": _NOTE,
            },
        ),
        "firm_party_organisation": Layout(
            "物业企业党组织",
            "物业企业党组织名录",
            {
                "name": ("企业党组织名称",),
                "firm": ("物业企业",),
                "kind": ("党组织形式",),
                "superior": ("上级党组织",),
                "valid_from": ("成立日期",),
            },
        ),
        "property_service": Layout(
            "物业服务合同",
            "物业服务合同台账",
            {
                **_WHERE,
                "estate": _ESTATE,
                "firm": ("物业企业",),
                "firm_code": ("统一社会信用代码",),
                "contract": ("合同编号",),
                "valid_from": ("合同起始日期", "合同起"),
                "valid_to": ("合同终止日期", "合同止"),
                "note": _NOTE,
            },
        ),
        "grid": Layout(
            "网格",
            "网格台账",
            {**_WHERE, "name": ("网格名称",), "code": ("网格编号",), "kind": ("网格类型", "网格类别"), "note": _NOTE},
        ),
        "estate": Layout(
            "小区",
            "小区台账",
            {
                **_WHERE,
                "name": ("小区名称", "住宅小区", "小区全称", "楼盘名称"),
                "code": ("小区编号", "小区代码"),
                "grid": ("所属网格", "所在网格"),
                "area": ("所属片区",),
                "managed": ("是否有物业管理", "有无物业", "物业管理"),
                "old": ("是否老旧小区", "老旧小区"),
                "households": ("户数", "总户数", "户数（户）"),
                "owner_body": ("业主组织", "业主组织形式", "业委会情况"),
                "address": ("地址", "小区地址"),
                "note": _NOTE,
            },
            "households",
        ),
        "residents_committee": Layout(
            "居委会",
            "居委会台账",
            {
                **_WHERE,
                "name": ("居委会名称", "居民委员会名称"),
                "code": ("居委会代码",),
                "term": ("届次",),
                "valid_from": ("任期起始日期", "任期开始"),
                "valid_to": ("任期届满日期", "任期结束"),
            },
        ),
        "self_governance_group": Layout(
            "自治组织",
            "小区自治组织台账",
            {
                **_WHERE,
                "name": ("自治组织名称", "队伍名称"),
                "kind": ("自治组织类型", "队伍类型"),
                "valid_from": ("成立日期", "成立时间"),
                "note": _NOTE,
            },
        ),
        "party_branch": Layout(
            "党支部",
            "小区（网格）党支部台账",
            {
                **_WHERE,
                "name": ("党支部名称", "支部名称", "小区（网格）党支部"),
                "code": ("支部代码", "党支部代码"),
                "kind": ("支部类型", "组建方式"),
                "superior": ("上级党组织", "隶属党组织"),
                "estates": ("覆盖小区", "所辖小区", "覆盖的小区"),
                "grids": ("覆盖网格", "所辖网格"),
                "mode": ("覆盖方式",),
                "members": ("党员人数", "党员数", "在册党员数"),
                "valid_from": ("成立日期", "成立时间"),
                "note": _NOTE,
            },
            "members",
        ),
        "branch_coverage": Layout(
            "支部覆盖",
            "党组织覆盖情况",
            {
                **_WHERE,
                "branch": ("党支部名称", "支部名称"),
                "estate": ("覆盖小区", "被覆盖小区"),
                "mode": ("覆盖方式", "覆盖类型"),
                "valid_from": _FROM,
                "note": _NOTE,
            },
        ),
        "owners_committee": Layout(
            "业委会",
            "业委会备案台账",
            {
                **_WHERE,
                "estate": _ESTATE,
                "name": ("业委会名称", "业主委员会名称"),
                "term": ("届次", "第几届"),
                "valid_from": ("任期起始日期", "任期开始", "任期起"),
                "valid_to": ("任期届满日期", "任期结束", "任期止"),
                "filing_date": ("备案日期", "备案时间"),
                "note": _NOTE,
            },
        ),
        "supervisory_committee": Layout(
            "业主监督委员会",
            "业主监督委员会台账",
            {
                **_WHERE,
                "name": ("监督委员会名称", "监委会名称"),
                "owners_committee": ("监督对象业委会", "被监督业委会"),
                "valid_from": ("成立日期", "成立时间"),
                "note": _NOTE,
            },
        ),
        "election": Layout(
            "选举",
            "业委会选举和换届台账",
            {
                **_WHERE,
                "body": ("选举机构", "换届机构"),
                "kind": ("选举类型", "换届类型"),
                "state": ("选举状态", "换届状态"),
                "held_on": ("选举日期", "选举时间"),
                "guided_by": ("指导党组织", "全程指导党组织"),
                "note": _NOTE,
            },
        ),
        "right": Layout(
            "提名罢免权",
            "党支部提名罢免权台账",
            {
                **_WHERE,
                "branch": ("党支部名称", "支部名称"),
                "body": ("对象机构", "权利对象"),
                "right": ("权利类型", "权利内容"),
                "basis": ("决议依据", "业主大会决议"),
                "valid_from": ("决议日期", "生效日期"),
            },
        ),
        "co_building": Layout(
            "共建关系",
            "共建单位台账",
            {
                **_WHERE,
                "unit": ("共建单位", "结对单位", "共建单位名称"),
                "committee": ("共建党组织", "结对党组织"),
                "pact": ("协议编号", "共建协议"),
                "valid_from": ("签约日期", "签约时间", "签订日期"),
                "valid_to": ("到期日期", "协议到期日"),
                "note": _NOTE,
            },
        ),
        "platform": Layout(
            "共建平台",
            "共建平台台账",
            {
                **_WHERE,
                "name": ("平台名称", "共建平台名称"),
                "kind": ("平台类型", "平台类别"),
                "level": ("平台层级",),
                "convenor": ("召集党组织", "牵头党组织"),
                "valid_from": ("成立日期", "成立时间"),
                "note": _NOTE,
            },
        ),
        "platform_participation": Layout(
            "平台成员",
            "共建平台成员单位",
            {
                **_WHERE,
                "platform": ("平台名称", "共建平台名称"),
                "organisation": ("成员单位", "成员单位名称"),
                "organisation_kind": _KIND,
                "valid_from": ("加入日期", "加入时间"),
                "valid_to": ("退出日期", "退出时间"),
            },
        ),
        "pledge": Layout(
            "三张清单",
            "需求、资源、项目清单",
            {
                **_WHERE,
                "number": ("清单编号",),
                "name": ("清单事项", "清单内容"),
                "list": ("清单类别", "清单类型"),
                "kind": ("事项类别", "服务类别"),
                "made_by": ("提出单位", "提出方"),
                "made_to": ("面向党组织", "对接党组织"),
                "answers": ("对应需求编号", "响应需求"),
                "state": ("事项状态", "完成情况"),
                "made_on": ("提出日期", "提出时间"),
                "done_on": ("完成日期", "完成时间"),
                "note": _NOTE,
            },
        ),
        "activity": Layout(
            "活动",
            "活动台账",
            {
                **_WHERE,
                "name": ("活动名称", "活动主题"),
                "code": ("活动编号",),
                "kind": ("活动类型", "活动类别"),
                "held_on": ("活动日期", "活动时间"),
                "held_under": ("依托组织", "依托平台或党组织"),
                "estates": ("涉及小区", "活动小区"),
                "participants": ("参加单位", "参与单位"),
                "note": _NOTE,
            },
        ),
        "activity_participation": Layout(
            "活动参加",
            "活动参加单位",
            {
                "activity": ("活动编号",),
                **_WHERE,
                "organisation": ("参加单位", "参与单位"),
                "organisation_kind": _KIND,
                "note": _NOTE,
            },
        ),
        "adoption": Layout(
            "机制采用",
            "制度机制落实情况",
            {
                **_WHERE,
                "organisation": ("采用单位", "落实单位"),
                "organisation_kind": _KIND,
                "mechanism": ("机制名称", "落实制度"),
                "valid_from": _FROM,
                "note": _NOTE,
            },
        ),
        "matter": Layout(
            "事项办理",
            "矛盾纠纷和急难愁盼事项台账",
            {
                **_WHERE,
                "number": ("事项编号", "受理编号"),
                "name": ("事项名称", "事项内容"),
                "kind": ("事项类型", "问题类型"),
                "estate": _ESTATE,
                "handled_by": ("办理单位", "承办单位"),
                "raised_at": ("提出场合", "来源活动"),
                "state": ("办理状态", "办理结果"),
                "received_on": ("受理日期", "受理时间"),
                "settled_on": ("办结日期", "办结时间"),
                "note": _NOTE,
            },
        ),
        "area": Layout(
            "片区",
            "片区台账",
            {
                "name": ("片区名称",),
                "subdistrict": _SUBDISTRICT,
                "estates": ("片区小区",),
                "pilot_of": ("试点名称",),
                "note": _NOTE,
            },
        ),
        "project": Layout(
            "项目",
            "片区改造项目台账",
            {
                "name": ("项目名称",),
                "kind": ("项目类型",),
                "subdistrict": _SUBDISTRICT,
                "area": ("所属片区",),
                "estates": ("涉及小区",),
                "state": ("项目状态",),
                "started_on": ("开工日期",),
                "completed_on": ("竣工日期",),
                "note": _NOTE,
            },
        ),
        "audit": Layout(
            "专项审计",
            "小区公共收益和维修资金专项审计台账",
            {
                "batch": ("审计批次",),
                **_WHERE,
                "estate": ("被审计小区",),
                "examines": ("审计对象",),
                "carried_out_by": ("审计实施单位",),
                "fund": ("资金类别",),
                "held_on": ("审计日期",),
                "note": _NOTE,
            },
        ),
        "training_site": Layout(
            "培训阵地",
            "社区治理学院培训阵地",
            {"name": ("阵地名称",), "level": ("阵地层级",), "run_by": ("运营单位",), "note": _NOTE},
        ),
        "training_session": Layout(
            "培训场次",
            "社区治理学院培训场次",
            {
                "code": ("场次编号",),
                "name": ("培训名称",),
                "level": ("培训层级",),
                "site": ("培训地点",),
                "audience": ("培训对象",),
                "held_on": ("培训日期",),
                "attendances": ("参训人次",),
                "note": _NOTE,
            },
            "attendances",
        ),
        "post": Layout(
            "职务席位",
            "职务席位台账",
            {
                **_WHERE,
                "organisation": ("机构名称", "组织名称"),
                "organisation_kind": _KIND,
                "role": ("职务", "岗位"),
                "seat": ("席位名称",),
                "seats": ("席位数", "职数"),
                "delegated_by": ("派出单位", "委派单位"),
                "estates": ("负责小区",),
            },
            "seats",
        ),
        "tenure": Layout(
            "任职",
            "任职名册",
            {
                **_PERSON,
                **_WHERE,
                "organisation": ("任职机构", "所在机构"),
                "organisation_kind": _KIND,
                "role": ("职务", "担任职务", "任职职务"),
                "seat": ("席位名称",),
                "delegated_by": ("派出单位", "委派单位"),
                "political_status": ("政治面貌",),
                "in_service": ("是否在职党员", "在职党员"),
                "owner": ("是否业主", "是否本小区业主"),
                "valid_from": ("任职起始日期", "任职时间", "任期起"),
                "valid_to": ("任职终止日期", "离任时间", "任期止"),
                "state": ("任职状态", "在任情况"),
                "routes": ("产生方式",),
                "note": _NOTE,
            },
        ),
    }
)
"""Record type -> the columns of its registry."""
