"""How values of unknown origin are shown in messages: short, and without anything a terminal obeys."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MAX_SHOWN = 60
MAX_COMPARED = 100


def shown(value: object) -> str:
    """The value as a message may show it: in quotes if it is text, shortened, control characters escaped."""
    if isinstance(value, str):
        return ascii_controls(repr(_shortened(value)))
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        return _shortened(str(value))
    except ValueError:  # an int of thousands of digits has no str()
        return "a very long number"


def plain(text: str) -> str:
    """A name (of a file, of a key) for a message: control characters escaped, no quotes."""
    return ascii_controls(_shortened(text, 200))


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint with the known name that is closest; what there is if few; empty if nothing is close."""
    known = list(names)
    # difflib takes quadratic time: a name of a megabyte is not a slip of the pen.
    close = difflib.get_close_matches(name[:MAX_COMPARED], known, n=1)
    if close:
        return f"Did you mean {shown(close[0])}?"
    if known and len(known) <= 12:
        return f"There is: {', '.join(known)}."
    return ""


def ascii_controls(text: str) -> str:
    r"""The text with every character that is not printable written as an escape such as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _shortened(text: str, limit: int = MAX_SHOWN) -> str:
    return text if len(text) <= limit else text[: limit - 3] + "..."
