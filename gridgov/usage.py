"""Wrong usage, said in the user's language, with the verb or option that was probably meant."""

from collections.abc import Iterable

import click

from graph_model.errors import UsageError
from gridgov.words import Words

_NO_OPTION = Words("没有选项 {name}。", "There is no option {name}.")
_NO_VERB = Words("没有命令 {name}。", "There is no verb {name}.")
_MEANT = Words("您要的是 {nearest} 吗？", "Did you mean {nearest}?")
_CHOICES = Words("可用的有：{names}。", "There are: {names}.")
_NEEDS_VALUE = Words("选项 {name} 后面要有一个值。", "Option {name} needs a value.")
_TAKES_NO_VALUE = Words("选项 {name} 不带值。", "Option {name} takes no value.")
_MISSING = Words("缺少 {name}。", "{name} is missing.")
_BAD_VALUE = Words("{name} 的值不对：{reason}", "The value of {name} is wrong: {reason}")
_OTHER = Words("用法不对：{reason}", "Wrong usage: {reason}")
_FEW = 6
_MORE = Words("用法见：{command} --help", "How to use it: {command} --help")


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known word that a written one most probably means; None if none is near."""
    from difflib import get_close_matches

    names = sorted(known)
    begun = [name for name in names if written and name.lstrip("-").startswith(written.lstrip("-"))]
    return next(iter(begun or get_close_matches(written, names, n=1, cutoff=0.5)), None)


def not_among(what: Words, written: str, known: Iterable[str]) -> UsageError:
    """Return the error for a word that is none of the known ones: names the nearest, and all if none is or few are.

    Args:
        what: the first sentence, with the blank `name`.
        written: the word as written.
        known: the words that would do.
    """
    names = sorted(known)
    close = nearest(written, names)
    second = [_MEANT] if close else []
    second += [_CHOICES] if not close or len(names) <= _FEW else []
    blanks = {"nearest": close, "names": ", ".join(names)}
    zh = "".join(words("zh", **blanks) for words in second)
    en = " ".join(words("en", **blanks) for words in second)
    return UsageError(what("zh", name=written) + zh, f"{what('en', name=written)} {en}")


def no_such_verb(written: str, known: Iterable[str]) -> UsageError:
    """Return the error for a verb that does not exist."""
    return not_among(_NO_VERB, written, known)


def usage_error(words: Words, **blanks: object) -> UsageError:
    """Return an error of usage with a text in both languages."""
    return UsageError(words("zh", **blanks), words("en", **blanks))


def told(error: click.UsageError) -> UsageError:
    """Return what Click found wrong with a command line, as an error that speaks both languages."""
    match error:
        case click.NoSuchOption():
            return not_among(_NO_OPTION, error.option_name, _options(error.ctx))
        case click.MissingParameter():
            return usage_error(_MISSING, name=_name(error))
        case click.BadParameter():
            return usage_error(_BAD_VALUE, name=_name(error), reason=error.message)
        case click.BadOptionUsage():
            takes = _NEEDS_VALUE if "requires" in error.message else _TAKES_NO_VALUE
            return usage_error(takes, name=error.option_name)
        case _:
            return usage_error(_OTHER, reason=error.format_message())


def where_to_read(error: click.UsageError, language: str) -> str | None:
    """Return the line that says which help to read, if the error knows its command."""
    return _MORE(language, command=error.ctx.command_path) if error.ctx else None


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    return [name for p in context.command.get_params(context) if isinstance(p, click.Option) for name in p.opts]


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint)
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)
