"""The one interpreter of plans: a plan and a sheet give tables whose columns are known by number."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from graph_model.names import normal_text
from loaders.plan import IN_BRACES, NO_MARKS, Condition, Each, TablePlan, Taken
from loaders.plans.cutting import cut
from loaders.plans.forms import FormCells
from loaders.plans.heading_rows import SEARCHED_ROWS, HeadingRows, choose_heading_rows, titles_above
from loaders.plans.named_columns import NamedColumns
from loaders.plans.problems import ProblemList
from loaders.plans.tables import ColumnSource, RawTable, TableOptions
from loaders.plans.taking import taken_from
from loaders.readers.sheet import Sheet, column_letters
from loaders.record_types import RECORD_TYPES
from loaders.record_types.base import columns
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.lists_of_names import NAMES

_BLANK = frozenset({""})


def headings_named(plan: TablePlan) -> list[str]:
    """Return every heading that a plan names, by which its heading row is found."""
    composed = (heading for text in plan.composed.values() for heading in IN_BRACES.findall(text))
    each = (name for name in plan.each.columns if ":" not in name) if plan.each else ()
    period = (plan.period.column,) if plan.period else ()
    return [*plan.columns.values(), *plan.where, *composed, *each, *period]


def interpret(plan: TablePlan, sheet: Sheet, problems: ProblemList, *, mapped: bool = True) -> list[RawTable]:
    """Apply a plan to a sheet.

    Args:
        plan: the plan.
        sheet: the sheet, whole.
        problems: where is noted what of the plan does not fit the sheet.
        mapped: whether a mapping file says so; else the plan was recognised.

    Returns:
        The tables: one, or of a plan with one record per column one for each column; none if the plan does not fit.
    """
    part = cut(sheet, plan.region) if plan.region else sheet
    before = len(problems.found)
    if not part.width:
        _note_outside(problems, plan, sheet)
        return []
    read = _form if plan.form else _table
    found = read(plan, part, problems, mapped)
    return found if len(problems.found) == before else []


def _note_outside(problems: ProblemList, plan: TablePlan, sheet: Sheet) -> None:
    path = ("table", plan.number, "region" if plan.region else "sheet")
    if not sheet.width:
        problems.add(path, "工作表是空的", "the sheet is empty")
        return
    last = column_letters(sheet.first_column + sheet.width - 1)
    there = f"{column_letters(sheet.first_column)}{sheet.first_row}:{last}{sheet.first_row + len(sheet.rows) - 1}"
    problems.add(path, f"区域在表外：表里有内容的是 {there}", f"it lies outside the sheet, whose cells are {there}")


def _form(plan: TablePlan, part: Sheet, problems: ProblemList, mapped: bool) -> list[RawTable]:
    form = FormCells(plan, part, problems, plan.form or "right")
    if not form.is_selected():
        return []
    sources = {**dict(form.columns()), **dict(form.composed()), **dict(form.period())}
    each = list(form.each())
    rows = [s.row for s in (*sources.values(), *each) if s.row is not None]
    first = min(rows, default=part.first_row)
    title = titles_above(part, HeadingRows((first,), ())) if rows else ()
    beside, options = _beside(plan, part, title), _options(plan, mapped)
    sources |= beside.found
    untaken = beside.untaken
    base = RawTable(plan.record, part, sources, first, None, title, options, form=True, plan=plan, untaken=untaken)
    return list(_per_label(plan, base, form, each)) if plan.each else [base]


def _per_label(plan: TablePlan, base: RawTable, form: FormCells, labels: Sequence[ColumnSource]) -> Iterator[RawTable]:
    """A record for each label whose cell says so, in the row of that cell."""
    each = plan.each
    assert each is not None  # only plans with it come here
    condition = Condition(each.marks) if each.marks else _said(each)
    for source in labels:
        cell = form.cell(source)
        if source.row is None or not condition.passes("" if is_missing(cell) else normal_text(cell_text(cell))):
            continue
        sources = dict(base.columns)
        if each.heading is not None:
            value = plan.translate.get(each.heading, {}).get(normal_text(source.heading), source.heading)
            sources[each.heading] = ColumnSource(None, source.heading, value)
        if each.cell is not None:
            sources[each.cell] = source
        yield replace(base, columns=sources, first_row=source.row)


def _table(plan: TablePlan, part: Sheet, problems: ProblemList, mapped: bool) -> list[RawTable]:
    two_rows = plan.each is not None and plan.each.upper is not None
    rows = choose_heading_rows(part, plan.header, headings_named(plan), two_rows=two_rows)
    if rows is None:
        _note_no_headings(problems, plan, part)
        return []
    named = NamedColumns(plan, part, rows, problems)
    title = titles_above(part, rows)
    beside = _beside(plan, part, title)
    sources = {
        **dict(named.sources()),
        **dict(named.composed()),
        **dict(named.period()),
        **beside.found,
    }
    heading_row = rows.rows[-1] if rows.rows else None
    first_row = part.first_row if heading_row is None else heading_row + 1
    if plan.last_row is not None and plan.last_row < first_row:
        zh, en = f"在第一行数据（第 {first_row} 行）之前", f"it lies above the first row of records, {first_row}"
        problems.add(("table", plan.number, "last_row"), zh, en)
    options = replace(_options(plan, mapped), where=dict(named.filters()))
    headed = frozenset(h.column + part.first_column for h in rows.headings) if rows.rows else None
    base = RawTable(
        plan.record,
        part,
        sources,
        first_row=first_row,
        heading_row=heading_row,
        title=title,
        options=options,
        last_row=plan.last_row,
        headed=headed,
        plan=plan,
        untaken=beside.untaken,
    )
    return list(_per_column(plan, base, named)) if plan.each else [base]


def _per_column(plan: TablePlan, base: RawTable, named: NamedColumns) -> Iterator[RawTable]:
    each = plan.each
    assert each is not None  # only plans with it come here
    condition = Condition(each.marks) if each.marks else _said(each)
    for position, column in enumerate(named.each()):
        sources = dict(base.columns)
        for field, heading in ((each.heading, column.heading), (each.upper, column.upper)):
            if field is not None:
                value = plan.translate.get(field, {}).get(normal_text(heading), heading)
                sources[field] = ColumnSource(None, heading, value)
        if each.cell is not None:
            sources[each.cell] = ColumnSource(column.number, column.heading)
        mark = column.heading if each.cell is None else None
        options = replace(base.options, each=(column.number, condition), further=position > 0, mark=mark, no=each.no)
        yield replace(base, columns=sources, options=options)


def _said(each: Each) -> Condition:
    return Condition((_BLANK if each.cell is not None else NO_MARKS) | each.no, negated=True)


def _options(plan: TablePlan, mapped: bool) -> TableOptions:
    fields = columns(RECORD_TYPES[plan.record])
    return TableOptions(
        table=plan.number if mapped else None,
        day=plan.as_of,
        end_inclusive=plan.end_inclusive,
        namespace=plan.namespace,
        dates=plan.dates,
        translate=plan.translate,
        split={f: s for f, s in plan.split.items() if fields[f].many and s != NAMES},
        records_of={f: s for f, s in plan.split.items() if not fields[f].many},
        fill_down=plan.fill_down,
        spells=plan.spells,
        repeats=plan.repeats == "once",
    )


@dataclass(frozen=True)
class _Beside:
    """Constants, and what is taken from beside a table; and what was to be taken and does not stand there."""

    found: Mapping[str, ColumnSource]
    untaken: Mapping[str, Taken]


def _beside(plan: TablePlan, part: Sheet, title: tuple[str, ...]) -> _Beside:
    texts = {"title": title, "sheet": (part.name,), "file": (PurePath(part.file).stem,)}
    found = {field: ColumnSource(None, constant=constant) for field, constant in plan.values.items()}
    untaken = {}
    for field, taken in plan.taken.items():
        pattern = re.compile(taken.pattern)
        if taken.source == "caption":
            found[field] = ColumnSource(None, caption=pattern)
            continue
        value = next(filter(None, (taken_from(pattern, text) for text in texts[taken.source])), None)
        if value is None:
            untaken[field] = taken
        else:
            words = plan.translate.get(field, {})
            found[field] = ColumnSource(None, constant=words.get(normal_text(value), value))
    return _Beside(found, untaken)


def _note_no_headings(problems: ProblemList, plan: TablePlan, sheet: Sheet) -> None:
    path = ("table", plan.number, "header")
    if plan.header == "auto":
        zh = f'前 {SEARCHED_ROWS} 行里没有 columns 写的任何表头；没有表头的表请写 header = "none"，各列写字母'
        en = f"none of the first {SEARCHED_ROWS} rows holds any heading that columns names"
        problems.add(path, zh, f'{en}; where there are none, write header = "none" and the letters of the columns')
    else:
        last = sheet.first_row + len(sheet.rows) - 1
        zh = f"工作表只有第 {sheet.first_row} 到第 {last} 行"
        problems.add(path, zh, f"the sheet has the rows {sheet.first_row} to {last} alone")
