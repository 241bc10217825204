"""What a synthetic district is made from: its seed, its size, its code."""

from dataclasses import dataclass

from sample_data.example.truth.sizes import FIGURES, Sizes


@dataclass(frozen=True)
class Setting:
    """What a synthetic district is made from.

    Args:
        seed: source of all chance.
        sizes: how many of each thing.
        code: six digits of the district, the first two 99.
        tag: what stands before names of places, so that those of several districts differ.
    """

    seed: int
    sizes: Sizes = FIGURES
    code: str = "990206"
    tag: str = ""

    @property
    def district(self) -> str:
        """The name of the district."""
        return f"{self.tag or '示例'}区"

    @property
    def mark(self) -> str:
        """What stands before names that could be mistaken for real ones."""
        return self.tag or "示例"
