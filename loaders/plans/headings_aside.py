"""Headings that surely concern no record: areas, parking spaces, fees, where somebody was born, who signed."""

import re
from typing import Final

_MEASURES: Final = (
    r".*(?:面积|绿化率|容积率|覆盖率|收缴率|完成率|占比|比例)|.*(?:车位|泊车|停车位)(?:数|数量|个数|配比)?"
    r"|(?:楼栋|楼幢|栋|幢|楼宇|单元|电梯|监控|摄像头|消防栓|充电桩|层|楼层|总?套|房屋套)(?:总)?(?:数|数量|个数)"
    r"|.*(?:金额|资金|费用|收费标准|物业费|造价|单价|总价|余额|投资额?|总投资|缴费标准)"
)
_OF_ESTATES: Final = re.compile(
    r"(?:总|小区|占地|住宅|管理)?(?:建筑|占地)?面积|(?:楼栋|楼幢|栋|幢|电梯|楼)(?:总)?(?:数|数量)"
    r"|车位(?:数|数量)?|绿化率|容积率"
)
_OF_PERSONS: Final = (
    r"性别|民族|籍贯|年龄|出生(?:年月|日期|地)|学历|文化程度|毕业(?:院校|学校|时间)|所学专业|职称|入党(?:时间|日期|年月)"
    r"|参加工作(?:时间|日期)|家庭(?:住址|地址)|现?住址|户籍(?:地址|所在地)?|婚姻状况|健康状况|血型|照片|个人简历|简历|特长|爱好"
)
_OF_PAPERS: Final = (
    r".*(?:签名|签字|签章|盖章)|.*(?:意见)|附件|页码|邮编|邮政编码|传真|(?:电子)?邮箱|e-?mail|网址|经度|纬度|经纬度|坐标"
    r"|.*(?:评分|得分|评分|分值|积分|排名|名次)|填表(?:时间|日期)|制表(?:人|时间)|数据来源|更新(?:时间|日期)|图例"
)
_OF_BUILDINGS: Final = (
    r"开发(?:商|企业|单位)|(?:建设|施工|设计|监理)单位|房屋性质|建筑(?:结构|类型|年限)"
    r"|产权性质|土地性质|资质等级|服务等级"
)
_NONE: Final = re.compile(f"(?:{_MEASURES}|{_OF_PERSONS}|{_OF_PAPERS}|{_OF_BUILDINGS})")
_BRACKETED: Final = re.compile(r"\([^()]*\)")


def says_nothing_of_records(key: str) -> bool:
    """Tell whether a column surely gives nothing to any record, so that it need not be asked about.

    Args:
        key: its heading, in the form of `heading_key`.
    """
    return _NONE.fullmatch(_BRACKETED.sub("", key)) is not None


def measures_something(key: str) -> bool:
    """Tell whether a heading is of an area, of buildings or of places to park: of what an estate has.

    Args:
        key: the heading, in the form of `heading_key`.
    """
    return _OF_ESTATES.fullmatch(_BRACKETED.sub("", key)) is not None
