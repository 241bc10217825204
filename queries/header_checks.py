"""Whether a query's head and its statement say the same: parameters, columns, the Browser line."""

from collections.abc import Iterator

from queries.query_faults import QueryFault, Source, did_you_mean
from queries.query_file import Parameter, Place, QueryFile
from queries.statement_shape import StatementShape
from queries.value_types import conforms, type_of


def header_faults(query: QueryFile) -> Iterator[QueryFault]:
    """Yield what a head declares and the statement does not do, and the other way round."""
    source = Source(query.path, query.text)
    shape = StatementShape(query.body, query.body_line)
    yield from _undeclared_parameters(query, source, shape)
    yield from _unused_parameters(query, source, shape)
    yield from _defaults(query, source)
    yield from _columns(query, source, shape)
    yield from _browser(query, source)


def _undeclared_parameters(query: QueryFile, source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    declared = {p.name: p for p in query.parameters}
    for token in shape.parameters:
        if token.name in declared:
            continue
        place = Place(token.line, token.column, len(token.text))
        said = (f"使用了参数 ${token.name}，但没有声明", f"parameter ${token.name} is used but not declared")
        write = f"// @param  {token.name}  <type>  <default>  <meaning>"
        near = did_you_mean(token.name, declared)
        zh, en = f"应声明：{write}", f"declare it: {write}"
        if near:
            name = near[1].removeprefix("did you mean ").removesuffix("?")
            line = declared[name].place.line
            zh, en = (
                f"是否指 ${name}（第 {line} 行）？否则{zh}",
                f"did you mean ${name} (line {line})? If not, {en}",
            )
        yield source.fault(place, "undeclared_parameter", said, (zh, en))


def _unused_parameters(query: QueryFile, source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    used = {t.name for t in shape.parameters}
    seen: set[str] = set()
    for parameter in query.parameters:
        if parameter.name in seen:
            said = (f"参数 {parameter.name} 声明了两次", f"parameter {parameter.name} is declared twice")
            yield source.fault(parameter.place, "parameter_twice", said, ("请删去一行", "remove one of the lines"))
        elif parameter.name not in used:
            said = (f"声明了参数 {parameter.name}，但没有使用", f"parameter {parameter.name} is declared but not used")
            remedy = did_you_mean(parameter.name, used) or ("请删去此行", "remove the line")
            yield source.fault(parameter.place, "unused_parameter", said, remedy)
        seen.add(parameter.name)


def _defaults(query: QueryFile, source: Source) -> Iterator[QueryFault]:
    for p in query.parameters:
        if p.snapshot_day and p.type != "date":
            said = (
                f"{p.name} 不是日期，不能默认为快照日",
                f"{p.name} is no date; its default cannot be the snapshot's day",
            )
            yield source.fault(p.place, "default_of_another_type", said, ("类型应为 date", "its type must be date"))
        elif not conforms(p.default, p.type):
            found = type_of(p.default)
            said = (
                f"{p.name} 声明为 {p.type}，默认值却是 {found}",
                f"{p.name} is declared as {p.type}, its default is of type {found}",
            )
            yield source.fault(p.place, "default_of_another_type", said, ("请改类型或默认值", "change one of them"))


def _columns(query: QueryFile, source: Source, shape: StatementShape) -> Iterator[QueryFault]:
    declared = [c.name for c in query.columns]
    returned = [i.name for i in shape.items]
    undeclared = [name for name in returned if name not in declared]
    not_returned = [name for name in declared if name not in returned]
    for column in query.columns:
        if column.name not in returned:
            said = (f"声明了列 {column.name}，但没有返回", f"column {column.name} is declared but not returned")
            remedy = did_you_mean(column.name, undeclared) or (
                "请在 RETURN 中返回或删去声明",
                "return it, or remove it here",
            )
            yield source.fault(column.place, "column_not_returned", said, remedy)
    for item in shape.items:
        if item.name not in declared:
            place = Place(item.token.line, item.token.column, len(item.token.text))
            said = (f"返回了列 {item.name}，但没有声明", f"column {item.name} is returned but not declared")
            remedy = did_you_mean(item.name, not_returned) or (
                f"应声明：// @returns  {item.name} <type>",
                f"declare it: // @returns  {item.name} <type>",
            )
            yield source.fault(place, "column_not_declared", said, remedy)
    if sorted(declared) == sorted(returned) and declared != returned:
        said = ("列的声明次序与返回次序不同", "columns are declared in another order than returned")
        remedy = ("应为：" + ", ".join(returned), "write them as: " + ", ".join(returned))
        yield source.fault(query.columns[0].place, "columns_in_another_order", said, remedy)


def _browser(query: QueryFile, source: Source) -> Iterator[QueryFault]:
    if query.browser is None:
        return
    place = query.places["browser"]
    names = [p.name for p in query.parameters]
    for name in query.browser:
        if name not in names:
            said = (f"Browser 行设定了未声明的参数 {name}", f"the Browser line sets {name}, which is not declared")
            remedy = did_you_mean(name, names) or ("请删去", "remove it")
            yield source.fault(place, "browser_line_differs", said, remedy)
    for parameter in query.parameters:
        if parameter.name not in query.browser:
            said = (f"Browser 行没有设定参数 {parameter.name}", f"the Browser line does not set {parameter.name}")
            remedy = (f"应加上 {parameter.name}: …", f"add {parameter.name}: …")
            yield source.fault(place, "browser_line_differs", said, remedy)
        elif fault := _browser_value(parameter, query.browser[parameter.name]):
            yield source.fault(place, "browser_line_differs", *fault)


def _browser_value(parameter: Parameter, value: object) -> tuple[tuple[str, str], tuple[str, str]] | None:
    if conforms(value, parameter.type):
        return None
    found = type_of(value)
    said = (
        f"Browser 行的 {parameter.name} 是 {found}，声明为 {parameter.type}",
        f"the Browser line sets {parameter.name} to a {found}; it is declared as {parameter.type}",
    )
    example = "date('2024-09-03')" if parameter.type == "date" else parameter.type
    return said, (f"应写 {example}", f"write {example}")
