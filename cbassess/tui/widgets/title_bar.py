"""The first line of every screen: where you are at the left, the state of things at the right."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, joined, text

CUT = ".."
"""Stands for what a long name has more; an ellipsis is two cells wide in some terminals."""

LEAST = 12
"""Cells that a title keeps, whatever stands beside it."""


class TitleBar(Horizontal):
    """Shows a title with what belongs to it, and a state that changes. A long title is cut, the rest never."""

    def __init__(self, title: str, *details: str) -> None:
        super().__init__()
        self._title = text(title, STRONG)
        self._details = joined(*(text(f"   {detail}", MUTED) for detail in details if detail))

    def compose(self) -> ComposeResult:
        """The two halves."""
        yield Static(BLANK, classes="where")
        yield Static(BLANK, classes="state")

    def on_resize(self) -> None:
        """Write the title for the room that there is now."""
        self._write()

    def state(self, content: Content) -> None:
        """Show this at the right."""
        self.query_one(".state", Static).update(content)
        self._write(content.cell_length)

    def _write(self, state_width: int | None = None) -> None:
        taken = self.query_one(".state").size.width if state_width is None else state_width
        room = max(LEAST, self.content_size.width - taken - 2 - self._details.cell_length)
        self.query_one(".where", Static).update(joined(shortened(self._title, room), self._details))


def shortened(title: Content, room: int) -> Content:
    """The title, cut with two dots where it has more cells than there is room for."""
    if title.cell_length <= room:
        return title
    return joined(title.truncate(room - len(CUT)), text(CUT, MUTED))
