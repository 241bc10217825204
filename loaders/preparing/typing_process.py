"""A process that types files for a load: it reads, recognises and types run after run until its line is closed.

Started as `python -m loaders.preparing.typing_process`. What it is sent and sends is this program's own; workbooks are
opened in a process of their own here, too.
"""

import pickle
import signal
import sys

from loaders.preparing.file_runs import typed_run
from loaders.readers import FileReader
from loaders.readers.child import private_output
from loaders.readers.messages import received_bytes, send


def serve() -> None:
    """Answer runs on standard input until it is closed; the first message is the order by which all are typed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the caller, who closes the line
    runs, answers = sys.stdin.buffer, private_output()
    try:
        order = pickle.loads(received_bytes(runs))
        with FileReader() as reader:
            while True:
                send(answers, typed_run(pickle.loads(received_bytes(runs)), order, reader))
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    serve()
