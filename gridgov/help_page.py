"""The help of a verb, laid out by columns as a terminal shows Chinese and Latin letters."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from gridgov.settings import Settings
from gridgov.widths import pad, width, wrap
from gridgov.words import Words

if TYPE_CHECKING:
    from gridgov.verb import Verb, VerbGroup

COLUMNS = 100

_USAGE = Words("用法：{line}", "Usage: {line}")
_ARGUMENTS = Words("参数：", "Arguments:")
_OPTIONS = Words("选项：", "Options:")
_VERBS = Words("命令：", "Verbs:")
_EXAMPLES = Words("例如：", "Examples:")
_HELP = Words("显示本页", "show this page")
_DEFAULT = Words("（默认 {value}）", " (default: {value})")


def of_verb(verb: "Verb", context: click.Context) -> str:
    """Return the help of a verb: usage, what it does, arguments, options, examples."""
    return "\n".join([*head(verb, context), *tail(verb, context)])


def of_group(group: "VerbGroup", context: click.Context) -> str:
    """Return the help of a verb that has verbs of its own: these come before the options."""
    language = _language(context)
    rows = [(name, group.one_line(name)(language)) for name in group.list_commands(context)]
    return "\n".join([*head(group, context), *section(_VERBS(language), rows), *tail(group, context)])


def section(heading: str, rows: Sequence[tuple[str, str]], first: int | None = None) -> Iterator[str]:
    """Yield the lines of a list of terms and what they mean; nothing where there are no terms.

    Args:
        heading: the line above the list.
        rows: terms and meanings.
        first: columns that the terms take; None: as many as the widest needs.
    """
    if not rows:
        return
    yield f"\n{heading}"
    first = first or max(width(term) for term, _ in rows) + 2
    for term, meaning in rows:
        lines = wrap(meaning, COLUMNS - first - 2)
        yield f"  {pad(term, first)}{lines[0]}"
        yield from (" " * (first + 2) + line for line in lines[1:])


def head(command: "Verb | VerbGroup", context: click.Context) -> list[str]:
    """Return the first lines of a help: how the command line is written, and what the verb does."""
    language = _language(context)
    usage = _USAGE(language, line=f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}")
    paragraphs = command.about.words(language).split("\n")
    return [usage, "", *(line for paragraph in paragraphs for line in wrap(paragraph, COLUMNS))]


def tail(command: "Verb | VerbGroup", context: click.Context) -> Iterator[str]:
    """Yield the last lines of a help: arguments, options, examples."""
    language = _language(context)
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option) and not p.hidden]
    yield from section(_ARGUMENTS(language), [(p.make_metavar(context), _meaning(p, language)) for p in arguments])
    rows = [(_spelling(p, context), _meaning(p, language)) for p in options]
    yield from section(_OPTIONS(language), [*rows, ("-h, --help", _HELP(language))])
    examples = [f"  {line}" for line in command.about.examples]
    yield from [f"\n{_EXAMPLES(language)}", *examples] if examples else []


def _spelling(option: click.Option, context: click.Context) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.make_metavar(context)}"


def _meaning(parameter: click.Parameter, language: str) -> str:
    words: Words = parameter.words  # type: ignore[attr-defined]  # each parameter of a verb is a VerbOption or VerbArgument
    default = parameter.default
    shown = isinstance(default, int | str) and not isinstance(default, bool)
    return words(language) + (_DEFAULT(language, value=default) if shown else "")


def _language(context: click.Context) -> str:
    return context.ensure_object(Settings).language
