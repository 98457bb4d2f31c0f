"""Columns, paragraphs and headings of styled text, measured in cells of the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from textual.content import Content

from cbassess.plain_text import without_controls

MUTED = "$muted"
STRONG = "bold"
WARNING = "$warning"
ERROR = "bold $error"
SUCCESS = "$success"
ACCENT = "$primary"
STRONG_ACCENT = "bold $primary"

BLANK = Content("")

READABLE = 92
"""Cells beyond which a line of text tires the eye."""

CUT = ".."
"""Stands for what a long name has more; an ellipsis is two cells wide in some terminals."""


class Cell(Struct, frozen=True):
    """One cell of a row: its text, the width that it gets, and the side that it leans to."""

    content: Content
    width: int
    align: Literal["left", "right"] = "left"


def text(words: str, style: str = "") -> Content:
    """Words as they are, in one style: nothing in them is read as markup, nothing steers the terminal."""
    clean = without_controls(words)
    return Content.styled(clean, style) if style else Content(clean)


def joined(*parts: Content | str) -> Content:
    """Parts one after the other; a `str` is taken literally."""
    return Content.assemble(*(text(part) if isinstance(part, str) else part for part in parts))


def lines(parts: Iterable[Content]) -> Content:
    """Parts below each other."""
    return Content("\n").join(list(parts))


def columns(*cells: Cell, gap: int = 2) -> Content:
    """Cells beside each other, each wrapped to its own width, so that no line is wider than their sum."""
    wrapped = [_wrapped(cell) for cell in cells]
    height = max(len(column) for column in wrapped)
    rows = []
    for number in range(height):
        parts = [
            column[number] if number < len(column) else Content(" " * cell.width)
            for cell, column in zip(cells, wrapped, strict=True)
        ]
        rows.append(Content(" " * gap).join(parts).rstrip())
    return lines(rows)


def _wrapped(cell: Cell) -> list[Content]:
    """The lines of a cell, padded to its width."""
    content = cell.content
    fits = "\n" not in content.plain and content.cell_length <= cell.width
    # Most cells fit, and to find out costs much less than to wrap.
    found = [content] if fits else content.wrap(max(2, cell.width)) or [BLANK]
    return [_padded(line.rstrip(), cell) for line in found]


def _padded(line: Content, cell: Cell) -> Content:
    free = max(0, cell.width - line.cell_length)
    return line.pad_left(free) if cell.align == "right" else line.pad_right(free)


def ends(left: Content, right: Content, width: int, gap: int = 2) -> Content:
    """One line with something at both ends, `gap` cells apart at least."""
    return joined(left, " " * max(gap, width - left.cell_length - right.cell_length), right) if right.plain else left


def labelled(label: str, content: Content, width: int, label_width: int = 16) -> Content:
    """A muted label, and the text beside it with a hanging indent; below it where there is no room."""
    if width < label_width + 24:
        return lines([text(label, MUTED), content])
    return columns(Cell(text(label, MUTED), label_width), Cell(content, width - label_width - 1), gap=1)


def listed(mark: str, content: Content, width: int) -> Content:
    """A line of a list: a mark such as `1.` or `-`, and the text with a hanging indent."""
    return columns(Cell(Content(mark), len(mark)), Cell(content, width - len(mark) - 1), gap=1)


def paragraphs(*parts: Content) -> Content:
    """Parts with one blank line between them; empty ones are left out."""
    return Content("\n\n").join([part for part in parts if part.plain])


def section(title: str, parts: Iterable[Content]) -> Content:
    """A heading and what stands under it; nothing where nothing stands under it."""
    found = list(parts)
    return lines([text(title, STRONG), *found]) if found else BLANK


def shortened(title: Content, room: int) -> Content:
    """A title, cut with two dots where it has more cells than there is room for."""
    if title.cell_length <= room:
        return title
    return joined(title.truncate(room - len(CUT)), text(CUT, MUTED))
