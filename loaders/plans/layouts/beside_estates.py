"""Bodies in columns beside an estate: its firm with the contract, its owners' committee, the branch that covers it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from graph_model.names import normal_text
from graph_model.vocabularies import vocabulary
from loaders.plan import Condition, TablePlan
from loaders.plans.heading_rows import name_of
from loaders.plans.headings import Heading, HeadingMatch, heading_keys, known_headings, match_headings
from loaders.plans.layouts.names_of_things import kind_of_name
from loaders.plans.layouts.seen import Claim, SeenTable
from loaders.plans.layouts.served_estates import is_of_choosing
from loaders.plans.matched_plans import plan_of
from loaders.readers.sheet import Cell
from loaders.values.cell_reading import cell_text, is_missing
from loaders.values.states import is_state

_BRANCHES: Final = ("小区党组织名称", "小区党支部", "小区党组织", "小区党支部名称", "所属党支部", "覆盖党支部")
_OF_FIRMS: Final = ("物业企业党组织", "物业党组织", "物业党支部", "物业企业党支部", "物业公司党组织")
_BESIDE: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "property_service": ("firm", "estate", ()),
    "owners_committee": ("name", "estate", ()),
    "branch_coverage": ("branch", "estate", _BRANCHES),
    "firm_party_organisation": ("name", "firm", _OF_FIRMS),
}
"""Record type -> its field of the body, its field of what the body is of, and further headings of the body."""

_KINDS: Final = {
    "owners_committee": "owners_committee",
    "branch_coverage": "branch",
    "firm_party_organisation": "branch",
}
_NAMED: Final = Condition(frozenset({""}), negated=True)
_PLACES: Final = frozenset({"community", "subdistrict"})
_OWNER_BODY: Final = re.compile(r"业委会|业主委员会|业主组织|业委会(?:成立|组建|建立)?情况")
_SET_UP: Final = re.compile(r"(?:已|有)(?:成立|组建|选举|选出|建立|换届)?.{0,6}|是|有")
_NOT_SET_UP: Final = re.compile(r"(?:尚|暂|还|目前)?(?:未|没有?|无)(?:成立|组建|选举|建立|设立)?.{0,6}|否")
_PREPARING: Final = re.compile(r"(?:正在|拟)?(?:筹备|筹建|组建|选举)(?:中|组|阶段)?|.*筹备.*")
_ABOUT_ESTATES: Final = re.compile(r"面积|楼栋|栋数|幢数|户数|建成|竣工|交付|地址|坐落|建筑年代|车位|老旧|总人口|人数")


def beside_estates(seen: SeenTable) -> Claim | None:
    """Read the bodies that stand beside each estate; where the table tells of estates at large, it defines them."""
    own = None if is_of_choosing(seen) else _as_estates(seen)
    if own is None:
        return None
    plan, match, kept = own
    further: list[TablePlan] = list(kept)
    claimed: set[int] = set()
    left = [h for h in match.unknown if h.column not in claimed]
    states = next((h for h in left if _says_whether(seen, h)), None)
    if states is not None and "owner_body" not in plan.columns:
        plan = _with_owner_body(seen, plan, states)
        claimed.add(states.column)
    for record in (r for r in _BESIDE if not kept or r != kept[0].record):
        found = _further(seen, record, match, [h for h in left if h.column not in claimed], plan)
        if found is not None:
            further.append(found[0])
            claimed |= found[1]
    if not further and not claimed:
        return None
    unread = {h.column for h in match.unknown} - claimed
    read = {h.column for h in seen.rows.headings} - unread
    return Claim(plan, tuple(further), frozenset(read), frozenset(seen.match.missing) - set(match.missing))


def _as_estates(seen: SeenTable) -> tuple[TablePlan, HeadingMatch, tuple[TablePlan, ...]] | None:
    """The plan of the estates, how headings fit them, and the plan that was found so far where that was of a body."""
    if seen.match.record == "estate":
        return seen.plan, seen.match, ()
    if seen.match.record not in _BESIDE or seen.match.missing:
        return None
    match = match_headings(seen.rows.headings, "estate")
    period = seen.plan.period.column if seen.plan.period else None
    used = {h.column for h in seen.match.fields.values()}
    used |= {h.column for h in seen.match.unknown if name_of(seen.sheet, seen.rows, h) == period}
    unknown = tuple(h for h in match.unknown if h.column not in used)
    bodies = sum(_body_of(record, unknown) is not None for record in _BESIDE if record != seen.match.record)
    tells = any(_ABOUT_ESTATES.search(h.shown) for h in seen.match.unknown) or bodies
    if match.missing or not tells:
        return None
    fields = {f: h for f, h in match.fields.items() if h.column not in used or f in {"name", *_PLACES}}
    match = replace(match, fields=fields, unknown=unknown)
    estates = plan_of(seen.sheet, match, seen.rows.rows)
    body = seen.plan.columns[_BESIDE[seen.match.record][0]]
    kept = replace(seen.plan, where={**seen.plan.where, body: _NAMED})
    return replace(estates, repeats="once", fill_down=_kept_down(seen, estates)), match, (kept,)


def _kept_down(seen: SeenTable, estates: TablePlan) -> tuple[str, ...]:
    return tuple(f for f in seen.plan.fill_down if f in estates.columns)


def _body_of(record: str, headings: Sequence[Heading]) -> Heading | None:
    """The heading under which a body of a kind stands."""
    field, _, more = _BESIDE[record]
    known = {key for key, of in known_headings(record).items() if of == field} | set(map(normal_text, more))
    return next((h for h in headings if known.intersection(heading_keys(h.shown))), None)


def _further(
    seen: SeenTable, record: str, match: HeadingMatch, left: Collection[Heading], estates: TablePlan
) -> tuple[TablePlan, set[int]] | None:
    field, of, _ = _BESIDE[record]
    body = _body_of(record, tuple(left))
    if body is None or not _are_names(seen, body, record):
        return None
    whole = match_headings(seen.rows.headings, record)
    columns = {h.column for h in left}
    others = {f: h for f, h in whole.fields.items() if h.column in columns and f not in {field, of} and f != "note"}
    fields = {**others, field: body}
    firm = _firm(seen)
    owner = firm if of == "firm" else match.fields.get("name")
    if owner is None:
        return None
    fields[of] = owner
    fields |= {f: match.fields[f] for f in _PLACES & match.fields.keys() if f in _fields(record)}
    unknown = tuple(h for h in whole.unknown if h.column in columns)
    plan = plan_of(seen.sheet, replace(whole, fields=fields, unknown=unknown), seen.rows.rows)
    plan = replace(
        plan,
        where={name_of(seen.sheet, seen.rows, body): _NAMED},
        fill_down=tuple(f for f in estates.fill_down if f in plan.columns),
        taken={f: t for f, t in estates.taken.items() if f in _PLACES and f in _fields(record)},
        repeats="once" if record == "firm_party_organisation" else "fault",
    )
    read = {h.column for f, h in fields.items() if f not in {*_PLACES, of}}
    period = {h.column for h in unknown if plan.period and plan.period.column == name_of(seen.sheet, seen.rows, h)}
    return plan, read | period


def _fields(record: str) -> frozenset[str]:
    return frozenset(known_headings(record).values())


def _firm(seen: SeenTable) -> Heading | None:
    return _body_of("property_service", seen.rows.headings)


def _said(seen: SeenTable, heading: Heading) -> list[str]:
    rows: Sequence[Sequence[Cell]] = seen.sheet.rows[seen.rows.rows[-1] + 1 - seen.sheet.first_row :]
    return [cell_text(row[heading.column]) for row in rows if not is_missing(row[heading.column])]


def _are_names(seen: SeenTable, heading: Heading, record: str) -> bool:
    """Whether a column holds names of bodies, and not numbers, or states alone."""
    said = _said(seen, heading)
    kind = _KINDS.get(record)
    names = [text for text in said if not is_state(text) and not text.isdigit()]
    return bool(names) and (kind is None or any(kind_of_name(name) == kind for name in names))


def _says_whether(seen: SeenTable, heading: Heading) -> bool:
    """Whether a column tells of each estate whether it has an owners' committee, and never names one."""
    if not any(_OWNER_BODY.fullmatch(key) for key in heading_keys(heading.shown)):
        return False
    said = set(_said(seen, heading))
    terms = [text for text in said if _owner_body(text) is not None]
    return bool(terms) and not any(kind_of_name(text) == "owners_committee" and text not in terms for text in said)


def _owner_body(text: str) -> str | None:
    """The term of the vocabulary that a state means."""
    plain = normal_text(text)
    term = vocabulary("owner_body").find(text)
    if term is not None:
        return term.zh
    states = ((_NOT_SET_UP, "未成立"), (_PREPARING, "筹备中"), (_SET_UP, "业委会"))
    return next((zh for pattern, zh in states if pattern.fullmatch(plain)), None)


def _with_owner_body(seen: SeenTable, plan: TablePlan, heading: Heading) -> TablePlan:
    words = dict(_translated(_said(seen, heading)))
    return replace(
        plan,
        columns={**plan.columns, "owner_body": name_of(seen.sheet, seen.rows, heading)},
        translate={**plan.translate, "owner_body": words} if words else plan.translate,
    )


def _translated(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in dict.fromkeys(said):
        term = _owner_body(text)
        if term is not None and vocabulary("owner_body").find(text) is None:
            yield normal_text(text), term
