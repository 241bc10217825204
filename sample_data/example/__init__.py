"""The example district 示例区: synthetic, deterministic, in files as offices would hold them."""

from sample_data.example.planting import plant_faults
from sample_data.example.writing import write_division_history, write_example

__all__ = ["plant_faults", "write_division_history", "write_example"]
