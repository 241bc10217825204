"""Panels folded into spells: monthly, quarterly or yearly snapshots become half-open intervals.

A step holds from its first day to the next step's, exactly. Consecutive steps of one key join; a gap starts a new
spell; an ended spell ends on the first step that lacks it; what the last step of the panel shows stays open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from loaders.building.person_joining import joined_keys, separated
from loaders.plan import Spells
from loaders.record_types.columns import Column

STEPS_PER_YEAR: Final = {"month": 12, "quarter": 4, "year": 1}
PERSON_KEYS: Final = "person_keys"
PLACE: Final = ("source", "sheet", "row")
_STEP, _LAST, _SPELL, _SIZE = "@step", "@last", "@spell", "@size"


@dataclass(frozen=True)
class SpellsResult:
    """What a panel comes to.

    Args:
        frame: one row a spell, with `valid_from` and `valid_to` as canonical days (null: still open) and all other
            columns as the spell's first row has them, except that `person_keys` holds the keys of all its rows; in
            the order of source, sheet and row.
        sizes: for each spell, how many rows of the panel it stands for.
        last_step: first day of the panel's last step, as of which the open spells are current; None: no rows.
        missing_steps: first days of the steps that no row shows, though earlier and later ones are shown; none if
            the panel goes by observed steps.
        unplaced: rows without a day that fixes their step: blank, open, unknown, or with two readings.
    """

    frame: pl.DataFrame
    sizes: tuple[int, ...]
    last_step: date | None
    missing_steps: tuple[date, ...]
    unplaced: pl.DataFrame


def fold(frame: pl.DataFrame, spells: Spells, columns: Mapping[str, Column] | None = None) -> SpellsResult:
    """Fold the snapshots of one table, out of all its files, into spells.

    Which row comes first does not depend on the order of the files. Where rows of one spell differ in a column that
    is no key, the first row's value stands; two rows with one key in one step count once.

    Args:
        frame: the typed rows, with `spells.on` as canonical text of a partial date, and the key columns. Where a
            private field is part of the key, the person takes its place: rows that share one of their `person_keys`,
            be it through a third row, are one person; a row without keys stands alone and joins no other.
        spells: key, step and how steps missing for everybody are taken.
        columns: the columns of the record type, which say what is private; None: no field is.

    Returns:
        The spells.
    """
    steps = frame.with_columns(_step_of(spells).alias(_STEP))
    unplaced = steps.filter(pl.col(_STEP).is_null()).drop(_STEP)
    placed = steps.filter(pl.col(_STEP).is_not_null())
    placed = placed.sort(_STEP, *[c for c in PLACE if c in frame.columns], maintain_order=True)
    seen: list[int] = placed[_STEP].unique().sort().to_list()
    whole = list(range(seen[0], seen[-1] + 1)) if seen and spells.steps == "calendar" else seen
    days = [first_day(step, spells.step) for step in whole]
    # from here on a step is its position in the panel: consecutive means one apart, whether by calendar or as observed
    positions = {step: position for position, step in enumerate(whole)}
    placed = placed.with_columns(pl.col(_STEP).replace_strict(positions, return_dtype=pl.Int64))
    joined = _dated(_joined(placed, _key(spells, columns or {}, placed)), days, frame.columns)
    return SpellsResult(
        frame=joined.drop(_SIZE),
        sizes=tuple(joined[_SIZE]),
        last_step=days[-1] if days else None,
        missing_steps=tuple(first_day(step, spells.step) for step in sorted(set(whole) - set(seen))),
        unplaced=unplaced,
    )


def first_day(step: int, length: str) -> date:
    """Return the first day of a step, counted from the year 0."""
    per_year = STEPS_PER_YEAR[length]
    return date(step // per_year, step % per_year * (12 // per_year) + 1, 1)


def _step_of(spells: Spells) -> pl.Expr:
    """Number of the step in which the first day of a partial date lies; null where there is no such day."""
    on = pl.col(spells.on).cast(pl.String)
    per_year = STEPS_PER_YEAR[spells.step]
    fixed = on.str.contains(r"^\d{4}(-\d{2}){0,2}$")
    year = on.str.slice(0, 4).cast(pl.Int64, strict=False)
    month = on.str.slice(5, 2).cast(pl.Int64, strict=False).fill_null(1)
    return pl.when(fixed).then(year * per_year + (month - 1) // (12 // per_year))


def _key(spells: Spells, columns: Mapping[str, Column], placed: pl.DataFrame) -> list[pl.Expr]:
    private = [field for field in spells.key if field in columns and columns[field].private]
    key = []
    for field in spells.key:
        if field in private:
            continue
        many = field in columns and columns[field].many
        key.append(pl.col(field).list.sort().list.join("、") if many else pl.col(field))
    if private and PERSON_KEYS in placed.columns:
        person = pl.lit(_persons(placed[PERSON_KEYS].to_list()))
        key += [person, pl.when(person.is_null()).then(pl.int_range(pl.len()))]
    return key


def _persons(rows: Sequence[Sequence[str] | None]) -> pl.Series:
    """The strongest key of the person of each row, whichever of the person's keys the row itself has."""
    apart, _ = separated(rows)
    strongest = joined_keys(keys for keys in apart if keys)
    return pl.Series([strongest[keys[0]] if keys else None for keys in apart], dtype=pl.String)


def _joined(placed: pl.DataFrame, key: list[pl.Expr]) -> pl.DataFrame:
    """One row a spell: the first row's values, the first and the last step."""
    names = [f"@key{i}" for i in range(len(key))]
    keyed = placed.with_columns(*[k.alias(n) for k, n in zip(key, names, strict=True)])
    counted = keyed.with_columns(pl.len().over(*names, _STEP).alias(_SIZE))
    once = counted.unique([*names, _STEP], keep="first", maintain_order=True).sort(*names, _STEP, maintain_order=True)
    starts = pl.any_horizontal(
        pl.lit(False),
        *[pl.col(n).ne_missing(pl.col(n).shift()) for n in names],
        pl.col(_STEP).ne_missing(pl.col(_STEP).shift() + 1),
    )
    values = [
        pl.col(c).list.explode().drop_nulls().unique().sort() if c == PERSON_KEYS else pl.col(c).first()
        for c in placed.columns
    ]
    grouped = once.group_by(starts.cum_sum().alias(_SPELL), maintain_order=True).agg(
        *values, pl.col(_STEP).last().alias(_LAST), pl.col(_SIZE).sum()
    )
    return grouped.drop(_SPELL)


def _dated(joined: pl.DataFrame, days: list[date], columns: Sequence[str]) -> pl.DataFrame:
    starts = {position: day.isoformat() for position, day in enumerate(days)}
    dated = joined.with_columns(
        pl.col(_STEP).replace_strict(starts, default=None, return_dtype=pl.String).alias("valid_from"),
        (pl.col(_LAST) + 1).replace_strict(starts, default=None, return_dtype=pl.String).alias("valid_to"),
    )
    order = [c for c in PLACE if c in columns]
    dated = dated.sort(*order, maintain_order=True) if order else dated
    return dated.select(*columns, *[c for c in ("valid_from", "valid_to") if c not in columns], _SIZE)
