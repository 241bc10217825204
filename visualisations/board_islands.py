"""A board's data as the page keeps it: columns of small numbers instead of many small objects."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from visualisations.board_parts import PERSONAL_ROWS, ROWS, BoardData
from visualisations.board_places import BoardPlaces
from visualisations.district.reading import PERSONAL
from visualisations.district.things import Thing
from visualisations.fact_table import NO_ROW, FactTable
from visualisations.layouts.partition import BoardLayout, Box
from visualisations.palette import STYLES
from visualisations.searching import search_text
from visualisations.source_rows import SourceRows
from visualisations.wording import label_name, tie_name

_EPOCH = date(1970, 1, 1).toordinal()
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
        self._data, self._rows = data, rows
        self._places = BoardPlaces(data)
        drawn = [uid for block in data.blocks for pane in block.panes for row in pane.rows for uid in row]
        self._drawn = len(drawn)
        self._uids = [*drawn, *sorted(set(data.district.things) - set(drawn))]
        self._index = {uid: i for i, uid in enumerate(self._uids)}
        self._labels = sorted({t.label for t in data.district.things.values()})
        self._types = sorted({t.type for t in data.district.ties})
        self._facts = FactTable(self._index.get)

    def island(self, layouts: Sequence[BoardLayout]) -> dict[str, Any]:
        nodes, links = self._nodes(), self._links()
        return {
            "labels": [label_name(label) for label in self._labels],
            "labelKeys": self._labels,
            "types": [tie_name(t) for t in self._types],
            "typeKeys": self._types,
            "drawn": self._drawn,
            "nodes": nodes,
            "links": links,
            "facts": self._facts.island(),
            "sources": self._rows.island(),
            "blocks": self._places.blocks(self._index),
            "panes": self._places.panes(self._index),
            "layouts": [_layout(layout) for layout in layouts],
            "rows": [style.key for style in ROWS],
            "personalRows": [style.key for style in PERSONAL_ROWS],
            "timeline": self._timeline(),
            "ledgers": self._ledgers(),
            "counted": dict(self._data.district.not_drawn),
            "hub": self._hub(),
        }

    def _nodes(self) -> dict[str, Any]:
        things = [self._data.district.things[uid] for uid in self._uids]
        styles = {style.key: i for i, style in enumerate(STYLES)}
        labels = {label: i for i, label in enumerate(self._labels)}
        spans = [self._data.presences[t.uid] for t in things]
        return {
            "uid": [t.uid for t in things],
            "name": [t.name for t in things],
            "pinyin": ["" if t.label in PERSONAL else search_text(t.name) for t in things],
            "label": [labels[t.label] for t in things],
            "style": [styles[self._data.styles[t.uid].key] for t in things],
            "from": [day_number(s.start) for s in spans],
            "to": [day_number(s.end) for s in spans],
            "sure": {str(i): day_number(t.start_latest) for i, t in enumerate(things) if t.span.start is not None},
            "pane": [self._places.pane(t.uid) for t in things],
            "block": [self._places.block(t.uid) for t in things],
            "stub": [i for i, t in enumerate(things) if not t.defined],
            "managed": [i for i, t in enumerate(things) if t.facts.get("managed") is True],
            "facts": [self._thing_facts(t) for t in things],
            "sources": [self._rows.numbers(t.sources) for t in things],
        }

    def _thing_facts(self, thing: Thing) -> list[int]:
        def row_of(name: str) -> int:
            said = self._data.district.facts_from.get((thing.uid, name))
            return self._rows.number(said) if said else NO_ROW

        return self._facts.numbers(thing.label, thing.facts, row_of)

    def _links(self) -> dict[str, Any]:
        ties = self._data.district.ties
        types = {t: i for i, t in enumerate(self._types)}
        acts = self._activity_days()
        return {
            "type": [types[t.type] for t in ties],
            "a": [self._index[t.start] for t in ties],
            "b": [self._index[t.end] for t in ties],
            "from": [day_number(t.span.start) for t in ties],
            "to": [day_number(t.span.end) for t in ties],
            "sure": [day_number(t.start_latest) for t in ties],
            "seen": [day_number(t.end_earliest) for t in ties],
            "sources": [self._rows.numbers(t.sources) for t in ties],
            "facts": [self._facts.set_number(t.type, t.facts) for t in ties],
            "activity": {
                str(i): acts[t.start, t.end]
                for i, t in enumerate(ties)
                if t.type == "CO_BUILDS_WITH" and (t.start, t.end) in acts
            },
        }

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
                day = record.day.toordinal() - _EPOCH
                ledger = found.setdefault(str(self._places.block(record.body)), [day, day])
                ledger[:] = [min(ledger[0], day), max(ledger[1], day)]
        return found

    def _timeline(self) -> dict[str, Any]:
        line = self._data.timeline
        points = [n for day, count in line.registered for n in (day.toordinal() - _EPOCH, count)]
        return {"first": day_number(line.first), "last": day_number(line.last), "registered": points}

    def _hub(self) -> int:
        """Return above how many ties a thing counts as a hub: more than all but the busiest two in a hundred."""
        counts = sorted(Counter(uid for t in self._data.district.ties for uid in (t.start, t.end)).values())
        return max(_HUB_LEAST, counts[int(len(counts) * _HUB_SHARE)]) if counts else _HUB_LEAST


def _layout(layout: BoardLayout) -> dict[str, Any]:
    panes = [pane for block in layout.blocks for pane in block.panes]
    return {
        "width": round(layout.width, 1),
        "height": round(layout.height, 1),
        "cell": layout.cell,
        "blocks": [_box(block.box) for block in layout.blocks],
        "panes": [_box(pane.box) for pane in panes],
        "slots": [round(n, 1) for pane in panes for group in pane.slots for slot in group for n in slot],
    }


def _box(box: Box) -> list[float]:
    return [round(n, 1) for n in (box.x, box.y, box.width, box.height)]
