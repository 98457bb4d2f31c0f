"""Lines of a list, as pure functions of a width: headings, rows, notes, and what each of them leads to."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from textual.content import Content

from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, Cell, columns, text

Writer = Callable[[int], Content]
"""Text for a width in cells."""


class Line(Struct, frozen=True):
    """A line of a list.

    Attributes:
        detail: what stands behind it.
        key: what Enter leads to, such as the id of a trend, an action or an item; empty where it leads nowhere.
        told: whether the cursor stops at it although nothing stands behind it.
    """

    label: Writer
    detail: Writer | None = None
    key: str = ""
    told: bool = False

    @property
    def stops(self) -> bool:
        """Whether the cursor stops here; it passes over headings."""
        return self.told or bool(self.key) or self.detail is not None


def blank() -> Line:
    """An empty line between groups."""
    return Line(lambda _width: BLANK)


def heading(title: str) -> Line:
    """A heading over a group."""
    return Line(lambda width: columns(Cell(text(title, STRONG), width)))


def row(title: str, detail: Writer, style: str = "", key: str = "") -> Line:
    """A line of plain words with a detail."""
    return Line(lambda width: columns(Cell(text(title, style), width)), detail, key)


def note(sentence: str) -> Line:
    """A muted sentence where a group is empty."""
    return Line(lambda width: columns(Cell(text(sentence, MUTED), width)))
