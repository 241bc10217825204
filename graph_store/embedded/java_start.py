"""With what arguments Java is started, so that it is quick, quiet and keeps to its memory. Imports no engine."""

import os
from pathlib import Path

from graph_model.errors import UsageError

HEAP_VARIABLE = "GRIDGOV_ENGINE_HEAP"
_SMALLEST = 512  # MiB; enough for a district and its questions
_ROWS_PER_MEBIBYTE = 700  # measured: docs/benchmarks.md

_QUIET = (
    "-Xlog:disable",  # warnings of the virtual machine would go to stdout
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
)
_NEEDED = (
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-XX:+UseCompactObjectHeaders",
)
_QUICK_TO_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_QUICK_TO_FILL = ("-XX:+UseParallelGC",)
_FORBIDDEN = (
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)


def speak_utf8_to_java() -> None:
    """Let Java, which is yet to start, name files in UTF-8: in the C locale it could open none with a Chinese name.

    Java takes the encoding of file names from the environment; Python, from 3.7 on, is in UTF-8 mode there.
    """
    if os.name != "posix":
        return
    said = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "C")
    if "utf8" not in said.lower().replace("-", ""):
        os.environ["LC_ALL"] = "C.UTF-8"


def java_arguments(logs: Path, *, heap: str) -> list[str]:
    """Return the arguments for the virtual machine.

    Args:
        logs: folder for the engine's log and, should Java crash, its report.
        heap: largest heap, as "512m" or "4g".
    """
    settings = logs / "engine-logging.properties"
    speed = _QUICK_TO_START if heap == f"{_SMALLEST}m" else _QUICK_TO_FILL
    return [
        f"-Xmx{heap}",
        *speed,
        *_NEEDED,
        *_QUIET,
        *_FORBIDDEN,
        f"-Djava.util.logging.config.file={settings}",
        f"-XX:ErrorFile={logs / 'java-crash-%p.log'}",
    ]


def write_logging_settings(logs: Path) -> None:
    """Write the file that sends the engine's log to the workspace instead of the terminal and ./log."""
    logs.mkdir(parents=True, exist_ok=True)
    pattern = logs.joinpath("engine.%u.log").as_posix()
    settings = {
        "handlers": "java.util.logging.FileHandler",
        ".level": "WARNING",
        "java.util.logging.FileHandler.pattern": pattern,
        "java.util.logging.FileHandler.formatter": "com.arcadedb.log.LogFormatter",
        "java.util.logging.FileHandler.append": "true",
        "java.util.logging.FileHandler.limit": "1000000",
        "java.util.logging.FileHandler.count": "1",
    }
    text = "".join(f"{key}={_escaped(value)}\n" for key, value in settings.items())
    logs.joinpath("engine-logging.properties").write_text(text, encoding="ascii")


def _escaped(value: str) -> str:
    """Return a text as a file of Java properties holds it: ASCII, other characters as UTF-16 escapes."""
    units = value.encode("utf-16-be")
    codes = [int.from_bytes(units[i : i + 2], "big") for i in range(0, len(units), 2)]
    return "".join(chr(code) if 0x20 <= code < 0x7F and code != 0x5C else f"\\u{code:04x}" for code in codes)  # noqa: PLR2004 - ASCII but for the backslash


def heap_for(rows: int, wanted: str | None = None) -> str:
    """Return the largest heap to allow.

    Args:
        rows: nodes and relationships of the graph; more need more while an engine is built.
        wanted: what the caller says, else GRIDGOV_ENGINE_HEAP, else by the rows.

    Raises:
        UsageError: what was said is no size.
    """
    said = wanted or os.environ.get(HEAP_VARIABLE)
    if not said:
        return f"{max(_SMALLEST, rows // _ROWS_PER_MEBIBYTE)}m"
    if not (said[:-1].isdecimal() and said[-1] in "mMgG"):
        raise UsageError(f"“{said}”不是内存大小，请写成 512m 或 4g", f"{said!r} is no size of memory: write 512m or 4g")
    return said
