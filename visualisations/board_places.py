"""To which pane and block of a board each thing belongs, as numbers, and what these are called."""

from typing import Any

from visualisations.board_parts import Block, BoardData, Pane
from visualisations.wording import Bilingual, pane_name


class BoardPlaces:
    """Numbers the panes and blocks of a board.

    Args:
        data: what stands on the board.
    """

    def __init__(self, data: BoardData) -> None:
        self._data = data
        self._panes = [(b, pane) for b, block in enumerate(data.blocks) for pane in block.panes]
        self._pane_of = self._panes_by_thing()
        self._block_of = self._blocks_by_thing()

    def pane(self, uid: str) -> int:
        """Return the number of a thing's pane, or -1."""
        return self._pane_of.get(uid, -1)

    def block(self, uid: str) -> int:
        """Return the number of a thing's block, or -1."""
        return self._block_of.get(uid, -1)

    def blocks(self, index: dict[str, int]) -> list[dict[str, Any]]:
        """Return the blocks for the page; `index` numbers the things."""
        return [
            {
                "name": self._block_name(block),
                "unit": index[block.unit] if block.unit else None,
                "committee": index[block.committee] if block.committee else None,
            }
            for block in self._data.blocks
        ]

    def panes(self, index: dict[str, int]) -> list[dict[str, Any]]:
        """Return the panes for the page; `index` numbers the things."""
        return [
            {
                "kind": pane.kind,
                "block": block,
                "name": self._pane_name(pane),
                "unit": index[pane.unit] if pane.unit else None,
                "committee": index[pane.committee] if pane.committee else None,
            }
            for block, pane in self._panes
        ]

    def _block_name(self, block: Block) -> Bilingual:
        if block.unit:
            name = self._data.district.things[block.unit].name
            return {"zh": name, "en": name}
        if all(pane.kind == "level" for pane in block.panes):
            return {"zh": "区级", "en": "District level"}
        return {"zh": "未归街道", "en": "Outside any subdistrict"}

    def _pane_name(self, pane: Pane) -> Bilingual:
        unit = self._data.district.things[pane.unit] if pane.unit else None
        return pane_name(pane.kind, unit.label if unit else "", unit.name if unit else "")

    def _panes_by_thing(self) -> dict[str, int]:
        """Return the pane of each thing; what is not drawn counts to the pane of its community or level."""
        places = {(pane.kind, pane.unit): i for i, (_, pane) in enumerate(self._panes)}
        found = {uid: i for i, (_, pane) in enumerate(self._panes) for row in pane.rows for uid in row}
        for uid, home in self._data.homes.items():
            pane = places.get(("community", home), places.get(("level", home)))
            if pane is not None:
                found.setdefault(uid, pane)
        return found

    def _blocks_by_thing(self) -> dict[str, int]:
        by_unit: dict[str, int] = {}
        for b, block in enumerate(self._data.blocks):
            for unit in (block.unit, *(pane.unit for pane in block.panes)):
                if unit:
                    by_unit.setdefault(unit, b)
        found = {uid: self._panes[pane][0] for uid, pane in self._pane_of.items()}
        return found | {uid: by_unit[home] for uid, home in self._data.homes.items() if home in by_unit}
