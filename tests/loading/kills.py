"""A command in a process that ends itself at a chosen moment, as if somebody had pulled the plug.

A moment is a stage of the command and a number of function calls in it, Python's and C's: so there is one between any
two system calls of the last stages, and the same moment comes again in every run.
"""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.loading import command_line

STAGES = ("reading", "resolving", "building", "writing", "renaming", "pointer")

DRIVER = """
import json, os, sys
from contextlib import contextmanager
import gridgov.reading, graph_store.embedded.folder, graph_store.workspace.home, graph_store.snapshot.writing
from gridgov.__main__ import run

deadly_stage, deadly_call, *command = sys.argv[1:]
stage, calls = "starting", {}

def watch(frame, event, argument):
    if event in ("call", "c_call", "c_return"):
        calls[stage] = calls.get(stage, 0) + 1
        if stage == deadly_stage and calls[stage] == int(deadly_call):
            os.kill(os.getpid(), 9)

def enter(name, *_):
    global stage
    stage = name

def within(name, step):
    def stepped(*arguments, **options):
        enter(name)
        try:
            return step(*arguments, **options)
        finally:
            enter("afterwards")
    return stepped

@contextmanager
def progress(settings):
    yield enter

gridgov.reading.progress = progress
graph_store.snapshot.writing.rename_into_place = within("renaming", graph_store.snapshot.writing.rename_into_place)
graph_store.workspace.home.replace_file = within("pointer", graph_store.workspace.home.replace_file)
folder = graph_store.embedded.folder.EngineFolder
folder._build = within("engine", folder._build)
sys.setprofile(watch)
code = run(command)
sys.setprofile(None)
print(json.dumps(calls))
sys.exit(code)
"""


def measured(home: Path, command: Sequence[str | Path]) -> Mapping[str, int]:
    """Run a command to its end and return how many calls each of its stages takes."""
    outcome = command_line.finish(command_line.start(home, "none", "0", *command, code=DRIVER))
    assert outcome.code == 0, outcome.err
    calls: dict[str, int] = json.loads(outcome.out.splitlines()[-1])
    return calls


def moments(calls: Mapping[str, int], each: int) -> Iterator[tuple[str, int]]:
    """Return moments spread evenly over each stage, `each` of them a stage; never its very first or last call."""
    for stage in STAGES:
        for number in range(each):
            yield stage, 1 + round(calls[stage] * (2 * number + 1) / (2 * each))


def kill_after(home: Path, seconds: float, command: Sequence[str | Path]) -> None:
    """Run a command as a user does, and kill it from outside after some time, if it has not ended before."""
    process = command_line.start(home, *command)
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate(timeout=60)


def kill(home: Path, stage: str, call: int, command: Sequence[str | Path]) -> int:
    """Run a command that dies at a moment and return its exit code: -9, if it got there."""
    return command_line.finish(command_line.start(home, stage, str(call), *command, code=DRIVER)).code
