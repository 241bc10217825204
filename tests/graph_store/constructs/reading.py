"""The kinds of Cypher construct that are put to every engine: one file a family, each with its name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FAMILIES = ("read", "aggregate", "path", "list", "map", "temporal", "string", "write")


@dataclass(frozen=True)
class Construct:
    """One kind of construct.

    Attributes:
        family: what it is about.
        name: short, and no other's.
        statements: put one after the other; the last ones tell what the first ones wrote.
    """

    family: str
    name: str
    statements: tuple[str, ...]

    @property
    def writes(self) -> bool:
        return self.family == "write"

    @property
    def text(self) -> str:
        return "; ".join(self.statements)


def read_constructs() -> tuple[Construct, ...]:
    """Return all constructs, in the order of their files: blocks of `// name` and the statements below it."""
    folder = Path(__file__).parent
    return tuple(
        _construct(family, block)
        for family in FAMILIES
        for block in (folder / f"{family}.cypher").read_text(encoding="utf-8").strip().split("\n\n")
    )


@dataclass(frozen=True)
class Difference:
    """A construct on which engines differ.

    Attributes:
        unlike: the engines that answer otherwise than the embedded one in process.
        todo: what a user does about it.
        refused: code of the fault with which the catalogue's checking refuses it; "linter" if Neo4j's linter does,
            which the tests put to the catalogue; "" if neither does.
    """

    unlike: tuple[str, ...]
    todo: str
    refused: str = ""


def read_differences() -> Mapping[str, Difference]:
    """Return the known differences by the name of their construct."""
    text = (Path(__file__).parent / "differences.toml").read_text(encoding="utf-8")
    return {
        name: Difference(tuple(entry["unlike"]), entry["todo"], entry.get("refused", ""))
        for name, entry in tomllib.loads(text).items()
    }


def _construct(family: str, block: str) -> Construct:
    head, _, body = block.partition("\n")
    assert head.startswith("// "), head
    return Construct(family, head.removeprefix("// "), tuple(body.split(";\n")))
