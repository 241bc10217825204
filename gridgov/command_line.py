"""The command `gridgov`: finds the verb, reads its file only then."""

from importlib import import_module

import click

from gridgov import help_page
from gridgov.settings import Settings
from gridgov.verb import About, VerbGroup
from gridgov.verbs import CHAPTERS, verb_names
from gridgov.words import Words

_ABOUT = About(
    Words(
        "把各单位的表格变成一张可以提问、可以核对、可以看图的网格治理关系网。",
        "From the workbooks of many offices to one graph of grid governance: ask it, check it, see it.",
    ),
    ("gridgov demo", "gridgov check 委员名册.xlsx --marked 退回", "gridgov load 表格/*.xlsx --as-of 2024-09-03"),
)


class CommandLine(VerbGroup):
    """All verbs, in chapters."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the names of all verbs."""
        return list(verb_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Return a verb, reading its file; None if there is none of that name."""
        if cmd_name not in verb_names():
            return None
        command = import_module(f"gridgov.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def get_help(self, ctx: click.Context) -> str:
        """Return the list of all verbs; no verb's file is read for it."""
        language = ctx.ensure_object(Settings).language
        lines = help_page.head(self, ctx)
        for chapter in CHAPTERS:
            rows = [(name, words(language)) for name, words in chapter.verbs.items()]
            lines += help_page.section(chapter.heading(language), rows, first=12)
        return "\n".join([*lines, *help_page.tail(self, ctx)])


COMMAND_LINE = CommandLine("gridgov", about=_ABOUT, context_settings={"help_option_names": ["-h", "--help"]})
