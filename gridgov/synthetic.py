"""Whether a snapshot holds invented data, which every map and report then says."""

from typing import TYPE_CHECKING

from graph_model.schema import concrete_labels

if TYPE_CHECKING:
    from graph_store.snapshot.reading import Snapshot
    from graph_store.snapshot.store_tables import StoreTables

NO_PROVINCE = "99"
"""The first two digits of division codes that no province has: the example district's."""


def is_synthetic(snapshot: "Snapshot | StoreTables") -> bool:
    """Return whether any division code of the snapshot lies in a province that does not exist."""
    codes = (code for label in concrete_labels("AdminUnit") for code in snapshot.nodes(label)["code"])
    return any(code is not None and code.startswith(NO_PROVINCE) for code in codes)
