"""The help: at once, in both languages, for every verb."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import gridgov
from gridgov.command_line import COMMAND_LINE
from gridgov.settings import Settings
from gridgov.verbs import verb_names
from gridgov.widths import width
from gridgov.words import Language

HEAVY = ("polars", "arcadedb_embedded", "jpype", "networkx", "pyvis", "openpyxl", "python_calamine", "rich", "jinja2")


def every_help(language: Language) -> dict[str, str]:
    found: dict[str, str] = {}

    def collect(command: click.Command, path: str) -> None:
        context = click.Context(command, info_name=path, obj=Settings(language))
        found[path] = command.get_help(context)
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below is not None
                collect(below, f"{path} {name}")

    collect(COMMAND_LINE, "gridgov")
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["-h", "--lang", "en"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom gridgov.__main__ import run\n"
        f"assert run({arguments!r}) == 0\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, gridgov; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_each_verb_has_its_file_and_each_file_its_verb() -> None:
    folder = Path(str(gridgov.__file__)).parent / "commands"
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == set(verb_names())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_fits_a_terminal_of_a_hundred_columns(language: Language) -> None:
    wide = [line for text in every_help(language).values() for line in text.splitlines() if width(line) > 100]
    assert wide == []


def test_both_languages_have_the_same_options() -> None:
    def terms(text: str) -> list[str]:
        lines = (line.split() for line in text.splitlines() if line.startswith("  -"))
        return [words[0] for words in lines]

    chinese, english = every_help("zh"), every_help("en")
    assert {path: terms(text) for path, text in chinese.items()} == {p: terms(t) for p, t in english.items()}


def test_english_help_has_no_chinese_but_in_its_examples() -> None:
    texts = (text.partition("\nExamples:")[0] for text in every_help("en").values())
    assert [line for text in texts for line in text.splitlines() if width(line) != len(line)] == []
