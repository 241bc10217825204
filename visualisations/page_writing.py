"""Writes a page: one file, no request, nothing run but its own script, data kept apart from code."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def island(value: Any) -> str:
    """Return a value as JSON that no HTML parser can take for markup.

    Args:
        value: anything that JSON can hold.

    Returns:
        compact JSON in which `<`, `>`, `&` and the two line separators of Unicode are escaped.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def asset(name: str) -> str:
    """Return the text of a file of `pages/`."""
    return files("visualisations").joinpath("pages", name).read_text(encoding="utf-8")


def render(
    template: str,
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    islands: Mapping[str, Any],
    library: str = "",
    **context: Any,
) -> str:
    """Return a page as HTML.

    Args:
        template: name of the template in `pages/`.
        styles: names of its style sheets, in order.
        scripts: names of its scripts, in order; they share one scope and see no other.
        islands: id -> data that the script reads.
        library: text of a script to run before, such as a drawing library.
        context: what else the template shows; escaped.

    Returns:
        the page; its policy allows its own script and style by their hashes, and nothing else.
    """
    style = "\n".join(asset(name) for name in styles)
    script = "(() => {\n'use strict';\n" + "\n".join(asset(name) for name in scripts) + "\n})();"
    library = library.strip()
    for code in (script, library):
        if "</script" in code.lower():
            raise ValueError("a script must not hold its own end tag")
    allowed = " ".join(_hash(code) for code in (library, script) if code)
    return _environment().get_template(template).render(
        policy=(
            f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
            "base-uri 'none'; form-action 'none'"
        ),
        style=Markup(style),  # the project's own file
        script=Markup(script),  # the project's own file
        library=Markup(library),  # an installed package's own file
        islands={key: Markup(island(value)) for key, value in islands.items()},  # escaped by island()
        **context,
    )  # fmt: skip


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("visualisations", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
