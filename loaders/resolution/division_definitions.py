"""What the rows of the division tables define: units, their holders of a code over the years, what lies in what."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from graph_model.official_codes import parent_division
from graph_model.partial_dates import parse_canonical
from loaders.resolution.divisions import DivisionRow, division_uids, holders_by_day
from loaders.resolution.known_things import KnownThings, Thing
from loaders.resolution.resolved_records import ResolvedRecords


def define_divisions(resolved: ResolvedRecords, known: KnownThings) -> None:
    """Make the units of the division tables known, each row as of its table's cut-off.

    Args:
        resolved: the rows; get subject, labels, names, and the code of the unit above where it is implied.
        known: gets the units.
    """
    days = _cutoffs(resolved)
    cells = zip(*(resolved.column(c) for c in ("code", "name", "level")), days, strict=True)
    usable = [
        (index, DivisionRow(code, name, level, day))
        for index, (code, name, level, day) in enumerate(cells)
        if code is not None and name is not None
    ]
    rows = [row for _, row in usable]
    uids = division_uids(rows)
    size = len(resolved.frame)
    resolved.subject, resolved.labels, resolved.names = [None] * size, [""] * size, [""] * size
    for (index, row), uid in zip(usable, uids, strict=True):
        resolved.subject[index], resolved.labels[index], resolved.names[index] = uid, row.label, row.place_name
    parents = _parents(resolved, {index: uid for (index, _), uid in zip(usable, uids, strict=True)}, days)
    _make_known(known, rows, uids, parents)


def _cutoffs(resolved: ResolvedRecords) -> list[date]:
    stated = (parse_canonical(c).last if c else None for c in resolved.column("cutoff_date"))
    days = [cutoff or day or date.min for cutoff, day in zip(stated, resolved.column("day"), strict=True)]
    resolved.replace_column("day", list(days))
    return days


def _parents(resolved: ResolvedRecords, uid_of: Mapping[int, str], days: Sequence[date]) -> Mapping[str, str]:
    """Return what each unit lies in, by the newest table: as stated, else as the code implies."""
    codes, stated = resolved.column("code"), list(resolved.column("parent_code"))
    holders: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for index, uid in uid_of.items():
        holders[codes[index]].append((days[index], uid))
    parents: dict[str, tuple[date, str]] = {}
    for index, uid in uid_of.items():
        if uid.startswith("district:"):
            stated[index] = None
            continue
        implied = parent_division(codes[index])
        stated[index] = code = stated[index] or (implied if implied in holders else None)
        at_hand = sorted(holders.get(code or "", ()))
        candidates = [(day, holder) for day, holder in at_hand if day <= days[index]] or at_hand
        if candidates and (uid not in parents or parents[uid][0] <= days[index]):
            parents[uid] = (days[index], candidates[-1][1])
    resolved.replace_column("parent_code", stated)
    return {uid: parent for uid, (_, parent) in parents.items()}


def _make_known(
    known: KnownThings, rows: Sequence[DivisionRow], uids: Sequence[str], parents: Mapping[str, str]
) -> None:
    newest_first = sorted(zip(rows, uids, strict=True), key=lambda pair: pair[0].name)
    newest_first.sort(key=lambda pair: pair[0].day, reverse=True)
    for row, uid in newest_first:  # an earlier name of the same place finds it, too
        codes = [] if "@" in uid else [row.code]
        known.add(Thing(uid, row.label, row.place_name, parents.get(uid)), codes)
    for code, days in holders_by_day(rows, uids).items():
        for day, uid in days:
            known.add_holder(code, day, uid)
