"""python -m gridgov.documentation [--check]: write the pages that are made, or tell which are out of date."""

import sys
from pathlib import Path

from gridgov.documentation import differences, write
from gridgov.terminal import tell

FOLDER = Path("docs")


def main(arguments: list[str]) -> int:
    """Write the pages; with --check only compare, and return 1 where one differs."""
    if arguments != ["--check"]:
        write(FOLDER)
        return 0
    stale = differences(FOLDER)
    for name in stale:
        tell(f"docs/{name} is not what `make docs` makes")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
