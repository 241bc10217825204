"""docs/commands.md: the help of every verb, in both languages."""

from collections.abc import Iterator

import click

from gridgov.command_line import COMMAND_LINE
from gridgov.documentation.markdown import introduction, page
from gridgov.settings import Settings
from gridgov.verb import VerbGroup
from gridgov.words import LANGUAGES, Language


def commands_page() -> str:
    """Return the page."""
    lines = [introduction("commands")]
    for path, command in _verbs(COMMAND_LINE, ["gridgov"]):
        lines += [f"## {' '.join(path)}", ""]
        for language in LANGUAGES:
            lines += ["```text", _help(command, path, language), "```", ""]
    return page(lines)


def _verbs(group: click.Group, path: list[str]) -> Iterator[tuple[list[str], click.Command]]:
    """Yield a group and, in the order of its help, everything below it."""
    yield path, group
    context = click.Context(group, obj=Settings("en"))
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, VerbGroup):
            yield from _verbs(command, [*path, name])
        elif command is not None:
            yield [*path, name], command


def _help(command: click.Command, path: list[str], language: Language) -> str:
    return command.get_help(click.Context(command, info_name=" ".join(path), obj=Settings(language)))
