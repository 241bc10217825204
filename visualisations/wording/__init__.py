"""What pages say, in Chinese and English."""

from visualisations.wording.names import FACTS, Bilingual, fact_name, fact_value, label_name, pane_name, tie_name
from visualisations.wording.texts import BOARD, NETWORK, SHARED

__all__ = [
    "BOARD",
    "FACTS",
    "NETWORK",
    "SHARED",
    "Bilingual",
    "fact_name",
    "fact_value",
    "label_name",
    "pane_name",
    "tie_name",
]
