"""A board's data as the page keeps it: columns of small numbers instead of many small objects."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from visualisations.board_data import PERSONAL_ROWS, ROWS, BoardData, Pane
from visualisations.district.things import Thing, Tie
from visualisations.layouts.partition import BoardLayout
from visualisations.palette import STYLES
from visualisations.searching import search_text
from visualisations.source_rows import SourceRows
from visualisations.wording import Bilingual, fact_name, fact_value, label_name, pane_name, tie_name

_EPOCH = date(1970, 1, 1).toordinal()
_NODE_FACTS = frozenset({"registered_community"})
_HUB_SHARE = 0.98
_HUB_LEAST = 10


def day_number(day: date | None) -> int | None:
    """Return a day as days since 1970, or None."""
    return None if day is None else day.toordinal() - _EPOCH


def board_island(data: BoardData, layouts: Sequence[BoardLayout], rows: SourceRows) -> dict[str, Any]:
    """Return everything a board's page knows, fit for JSON.

    Args:
        data: what stands on the board.
        layouts: the usual places, and with persons a second set with posts and holders in place.
        rows: numbers the source rows.
    """
    return _Encoder(data, rows).island(layouts)


class _Encoder:
    def __init__(self, data: BoardData, rows: SourceRows) -> None:
        self._data = data
        self._rows = rows
        self._panes = [pane for block in data.blocks for pane in block.panes]
        drawn = [uid for pane in self._panes for row in pane.rows for uid in row]
        self._drawn = len(drawn)
        others = sorted(set(data.district.things) - set(drawn))
        self._uids = [*drawn, *others]
        self._index = {uid: i for i, uid in enumerate(self._uids)}
        self._labels = sorted({t.label for t in data.district.things.values()})
        self._types = sorted({t.type for t in data.district.ties})
        self._facts: dict[str, int] = {}

    def island(self, layouts: Sequence[BoardLayout]) -> dict[str, Any]:
        nodes, links = self._nodes(), self._links()
        return {
            "labels": [label_name(label) for label in self._labels],
            "labelKeys": self._labels,
            "types": [tie_name(t) for t in self._types],
            "typeKeys": self._types,
            "nodes": nodes,
            "links": links,
            "facts": [fact_name(name) | {"key": name} for name in self._facts],
            "sources": self._rows.island(),
            "drawn": self._drawn,
            "blocks": [self._block(i) for i in range(len(self._data.blocks))],
            "panes": [self._pane(pane) for pane in self._panes],
            "layouts": [_layout(layout) for layout in layouts],
            "rows": [style.key for style in ROWS],
            "personalRows": [style.key for style in PERSONAL_ROWS],
            "timeline": self._timeline(),
            "ledgers": self._ledgers(),
            "counted": dict(self._data.district.not_drawn),
            "hub": self._hub(),
        }

    def _nodes(self) -> dict[str, list[Any]]:
        things = [self._data.district.things[uid] for uid in self._uids]
        styles = {style.key: i for i, style in enumerate(STYLES)}
        homes = self._pane_index()
        spans = [self._data.presences[t.uid] for t in things]
        return {
            "uid": [t.uid for t in things],
            "name": [t.name for t in things],
            "pinyin": [search_text(t.name) for t in things],
            "label": [self._labels.index(t.label) for t in things],
            "style": [styles[self._data.styles[t.uid].key] for t in things],
            "from": [day_number(s.start) for s in spans],
            "to": [day_number(s.end) for s in spans],
            "pane": [homes.get(t.uid, -1) for t in things],
            "block": [self._block_of(t.uid) for t in things],
            "stub": [i for i, t in enumerate(things) if not t.defined],
            "managed": [i for i, t in enumerate(things) if t.facts.get("managed") is True],
            "facts": [self._thing_facts(t) for t in things],
            "sources": [self._rows.numbers(t.sources) for t in things],
        }

    def _thing_facts(self, thing: Thing) -> list[list[Any]]:
        found = []
        for name, value in thing.facts.items():
            key = self._facts.setdefault(name, len(self._facts))
            said = self._data.district.facts_from.get((thing.uid, name))
            fact = [key, self._value(thing.label, name, value)]
            found.append([*fact, self._rows.number(said)] if said else fact)
        return found

    def _value(self, owner: str, name: str, value: object) -> Any:
        if name in _NODE_FACTS and value in self._index:
            return {"node": self._index[str(value)]}
        text = fact_value(owner, name, value)
        return text["zh"] if text["zh"] == text["en"] else [text["zh"], text["en"]]

    def _links(self) -> dict[str, Any]:
        ties = self._data.district.ties
        acts = self._activity_days()
        return {
            "type": [self._types.index(t.type) for t in ties],
            "a": [self._index[t.start] for t in ties],
            "b": [self._index[t.end] for t in ties],
            "from": [day_number(t.span.start) for t in ties],
            "to": [day_number(t.span.end) for t in ties],
            "sure": [day_number(t.start_latest) for t in ties],
            "seen": [day_number(t.end_earliest) for t in ties],
            "sources": [self._rows.numbers(t.sources) for t in ties],
            "facts": {str(i): facts for i, t in enumerate(ties) if (facts := self._tie_facts(t))},
            "activity": {
                str(i): acts[t.start, t.end]
                for i, t in enumerate(ties)
                if t.type == "CO_BUILDS_WITH" and (t.start, t.end) in acts
            },
        }

    def _tie_facts(self, tie: Tie) -> list[list[Any]]:
        return [
            [self._facts.setdefault(name, len(self._facts)), self._value(tie.type, name, value)]
            for name, value in tie.facts.items()
        ]

    def _activity_days(self) -> dict[tuple[str, str], list[int]]:
        days: dict[tuple[str, str], list[int]] = {}
        for record in self._data.district.activities:
            days.setdefault((record.organisation, record.body), []).append(record.day.toordinal() - _EPOCH)
        return days

    def _ledgers(self) -> dict[str, list[int]]:
        """Return, for each block whose office sent a ledger of activities, its first and last day."""
        found: dict[str, list[int]] = {}
        for record in self._data.district.activities:
            if record.body in self._index:
                block = str(self._block_of(record.body))
                day = record.day.toordinal() - _EPOCH
                first, last = found.get(block, (day, day))
                found[block] = [min(first, day), max(last, day)]
        return found

    def _pane_index(self) -> dict[str, int]:
        places = {(pane.kind, pane.unit): i for i, pane in enumerate(self._panes)}
        found = {uid: i for i, pane in enumerate(self._panes) for row in pane.rows for uid in row}
        for uid in self._data.district.things:
            home = self._data.homes.get(uid)
            if uid not in found and home is not None:
                pane = places.get(("community", home), places.get(("level", home)))
                if pane is not None:
                    found[uid] = pane
        return found

    def _block_of(self, uid: str) -> int:
        if not hasattr(self, "_blocks"):
            self._blocks = self._block_index()
        return self._blocks.get(uid, -1)

    def _block_index(self) -> dict[str, int]:
        found: dict[str, int] = {}
        by_unit: dict[str, int] = {}
        for i, block in enumerate(self._data.blocks):
            for pane in block.panes:
                found.update((uid, i) for row in pane.rows for uid in row)
            units = [block.unit, *(pane.unit for pane in block.panes)]
            by_unit.update((unit, i) for unit in units if unit and unit not in by_unit)
        for uid, home in self._data.homes.items():
            if uid not in found and home in by_unit:
                found[uid] = by_unit[home]
        return found

    def _block(self, index: int) -> dict[str, Any]:
        block = self._data.blocks[index]
        unit = self._data.district.things[block.unit] if block.unit else None
        name: Bilingual | None = {"zh": unit.name, "en": unit.name} if unit else None
        return {
            "name": name,
            "unit": self._index[block.unit] if block.unit else None,
            "committee": self._index[block.committee] if block.committee else None,
        }

    def _pane(self, pane: Pane) -> dict[str, Any]:
        unit = self._data.district.things[pane.unit] if pane.unit else None
        return {
            "kind": pane.kind,
            "block": next(i for i, block in enumerate(self._data.blocks) if pane in block.panes),
            "name": pane_name(pane.kind, unit.label if unit else "", unit.name if unit else ""),
            "unit": self._index[pane.unit] if pane.unit else None,
            "committee": self._index[pane.committee] if pane.committee else None,
        }

    def _timeline(self) -> dict[str, Any]:
        line = self._data.timeline
        points = [n for day, count in line.registered for n in (day.toordinal() - _EPOCH, count)]
        return {"first": day_number(line.first), "last": day_number(line.last), "registered": points}

    def _hub(self) -> int:
        """Return above how many ties a thing counts as a hub: more than all but the busiest two in a hundred."""
        degrees = Counter(uid for t in self._data.district.ties for uid in (t.start, t.end))
        counts = sorted(degrees.values())
        return max(_HUB_LEAST, counts[int(len(counts) * _HUB_SHARE)]) if counts else _HUB_LEAST


def _layout(layout: BoardLayout) -> dict[str, Any]:
    boxes: Iterable[Mapping[str, float] | Any] = [pane.box for block in layout.blocks for pane in block.panes]
    slots = [
        round(n, 2)
        for block in layout.blocks
        for pane in block.panes
        for group in pane.slots
        for slot in group
        for n in slot
    ]  # fmt: skip
    return {
        "width": round(layout.width, 1),
        "height": round(layout.height, 1),
        "cell": layout.cell,
        "blocks": [_box(block.box) for block in layout.blocks],
        "panes": [_box(box) for box in boxes],
        "slots": slots,
    }


def _box(box: Any) -> list[float]:
    return [round(n, 1) for n in (box.x, box.y, box.width, box.height)]
