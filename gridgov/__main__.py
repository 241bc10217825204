"""The door of the program: arguments in, exit code out, never a traceback."""

import os
import sys
from collections.abc import Sequence

import click

from graph_model.errors import GridgovError, UsageError
from gridgov import usage
from gridgov.command_line import COMMAND_LINE
from gridgov.settings import Settings
from gridgov.system_errors import reason
from gridgov.terminal import speak_utf8, tell
from gridgov.words import Words, language_asked_for, sentence

_INTERRUPTED = Words("已中断；已装载的数据没有变动。", "Interrupted; what had been loaded is unchanged.")
_CANNOT = Words("做不到：{reason}", "Cannot go on: {reason}")
_UNFORESEEN = Words(
    "出了没有料到的错误（{kind}）：{reason}。设 GRIDGOV_DEBUG=1 再运行一次，可看到全部细节。",
    "Something unforeseen went wrong ({kind}): {reason}. Set GRIDGOV_DEBUG=1 and run it again to see all of it.",
)
_EXIT_INTERRUPTED = 130
_EXIT_FAILED = 3


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        0 fine; 1 the data is not in order; 2 wrong usage; 3 something failed; 130 interrupted.
    """
    speak_utf8()
    settings = Settings(language_asked_for(arguments))
    if os.environ.get("GRIDGOV_DEBUG"):
        return _command(arguments, settings)
    try:
        return _command(arguments, settings)
    except BrokenPipeError:
        _leave_the_closed_pipe()
        return 0
    except Exception as error:  # the last resort: a person gets a sentence, GRIDGOV_DEBUG=1 shows the traceback
        return _say(error, settings.language)
    except KeyboardInterrupt:
        tell(_INTERRUPTED(settings.language))
        return _EXIT_INTERRUPTED


def _say(error: Exception, language: str) -> int:
    """Tell what went wrong and return the exit code for it."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            tell(error.message)
            return error.exit_code
        case click.UsageError():
            tell(usage.told(error).message(language))
            hint = usage.where_to_read(error, language)
            if hint:
                tell(hint)
            return error.exit_code
        case GridgovError():
            # what the command line itself says may begin with a file's name, which is left as it is
            tell(error.message(language) if type(error) is UsageError else sentence(error.message(language)))
            return error.exit_code
        case click.Abort():
            tell(_INTERRUPTED(language))
            return _EXIT_INTERRUPTED
        case OSError():
            named = f"{error.filename}: " if error.filename else ""
            tell(_CANNOT(language, reason=named + reason(error, language)))
        case _:
            tell(_UNFORESEEN(language, kind=type(error).__name__, reason=error))
    return _EXIT_FAILED


def _command(arguments: Sequence[str], settings: Settings) -> int:
    try:
        with COMMAND_LINE.make_context("gridgov", list(arguments), obj=settings) as context:
            code = COMMAND_LINE.invoke(context)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _leave_the_closed_pipe() -> None:
    """Let the interpreter's last flush go nowhere: whoever read our output has stopped reading."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
