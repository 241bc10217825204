"""What every verb is: a Click command whose help speaks both languages and which takes --lang and --home."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from gridgov import help_page
from gridgov.settings import Settings
from gridgov.usage import no_such_verb, usage_error
from gridgov.values import OneOf
from gridgov.words import LANGUAGES, Language, Words

_EXTRA = Words("多出了参数：{rest}", "More arguments than it takes: {rest}")

_Function = TypeVar("_Function", bound=Callable[..., Any])


class VerbOption(click.Option):
    """An option with its help in both languages."""

    def __init__(self, *declarations: Any, words: Words, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self.words = words


class VerbArgument(click.Argument):
    """An argument with its help in both languages."""

    def __init__(self, *declarations: Any, words: Words, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self.words = words


@dataclass(frozen=True)
class About:
    """What the help of a verb says.

    Args:
        words: what the verb does, in a sentence or a few.
        examples: command lines to copy.
    """

    words: Words
    examples: tuple[str, ...] = ()


class Verb(click.Command):
    """One verb of the command line."""

    def __init__(self, *arguments: Any, about: About, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.about = about
        self.params += _everywhere()

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the verb in the command's language."""
        return help_page.of_verb(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; those left over are named in the user's language."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise usage_error(_EXTRA, rest=" ".join(rest))
        return rest


class VerbGroup(click.Group):
    """A verb with verbs of its own."""

    command_class = Verb

    def __init__(self, *arguments: Any, about: About, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.about = about
        self.params += _everywhere()

    def get_help(self, ctx: click.Context) -> str:
        """Return the help of the group in the command's language."""
        return help_page.of_group(self, ctx)

    def one_line(self, name: str) -> Words:
        """Return what a verb of the group does, in a line."""
        command = self.commands[name]
        assert isinstance(command, Verb | VerbGroup)
        return command.about.words

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that is meant.

        Raises:
            UsageError: if there is none of that name; it names the nearest.
        """
        command = self.get_command(ctx, args[0])
        if command is None:
            raise no_such_verb(args[0], self.list_commands(ctx))
        return args[0], command, args[1:]


def option(*declarations: str, words: Words, **attributes: Any) -> Callable[[_Function], _Function]:
    """Declare an option of a verb, as `click.option` does, with its help in both languages."""
    return click.option(*declarations, cls=VerbOption, words=words, **attributes)


def argument(*declarations: str, words: Words, **attributes: Any) -> Callable[[_Function], _Function]:
    """Declare an argument of a verb, as `click.argument` does, with its help in both languages."""
    return click.argument(*declarations, cls=VerbArgument, words=words, **attributes)


def verb(name: str, words: Words, *, examples: Sequence[str] = ()) -> Callable[[Callable[..., Any]], Verb]:
    """Make a verb of a function; what it returns is the exit code, None being 0."""
    return click.command(name, cls=Verb, about=About(words, tuple(examples)))


def _set_language(ctx: click.Context, _: click.Parameter, value: Language | None) -> None:
    if value:
        ctx.ensure_object(Settings).language = value


def _set_home(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value:
        ctx.ensure_object(Settings).home = value


def _everywhere() -> list[click.Parameter]:
    """Return the options that stand before the verb as well as after it."""
    language = Words("语言：zh 或 en；也可设环境变量 GRIDGOV_LANG", "language: zh or en; GRIDGOV_LANG says it as well")
    home = Words(
        "工作目录，默认 ./.gridgov；也可设环境变量 GRIDGOV_HOME", "workspace; default ./.gridgov, or GRIDGOV_HOME"
    )
    return [
        VerbOption(
            ["--lang"], words=language, type=OneOf(LANGUAGES), expose_value=False, is_eager=True, callback=_set_language
        ),
        VerbOption(
            ["--home"],
            words=home,
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=_set_home,
        ),
    ]
