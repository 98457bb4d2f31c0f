"""Lines of the app break as a Chinese reader expects: no closing mark begins one, and no opening mark ends one.

Textual breaks at spaces, and elsewhere wherever the line is full. It asks one function where; this puts ours in its
place. A test looks at a screen, so that another Textual which asks elsewhere is noticed.
"""

from __future__ import annotations

import textual.content

from cbassess.cells import breaks


def break_as_chinese_does() -> None:
    """For all texts of this process."""
    textual.content.divide_line = _divide_line  # type: ignore[attr-defined] # imported there for its own use


def _divide_line(text: str, width: int, fold: bool = True) -> list[int]:  # noqa: ARG001 - as Textual calls it
    """Where lines begin, but for the first; a word that is wider than a line is cut, whether it may fold or not."""
    return breaks(text, max(1, width))
