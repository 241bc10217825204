"""The synthetic district itself: places, organisations, persons and events, made from a seed."""

from sample_data.example.truth.district import District, make_district
from sample_data.example.truth.sizes import FIGURES, SMALL, Sizes

__all__ = ["FIGURES", "SMALL", "District", "Sizes", "make_district"]
