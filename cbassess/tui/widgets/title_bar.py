"""The first line of every screen: where you are at the left, the state of things at the right."""

from __future__ import annotations

from textual.content import Content

from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, ends, joined, shortened, text
from cbassess.tui.widgets.steady import Steady

LEAST = 12
"""Cells that a title keeps, whatever stands beside it."""


class TitleBar(Steady):
    """Shows a title with what belongs to it, and a state that changes. A long title is cut, the rest never."""

    def __init__(self, title: str, *details: str) -> None:
        super().__init__()
        self._title = text(title, STRONG)
        self._details = joined(*(text(f"   {detail}", MUTED) for detail in details if detail))
        self._state = BLANK

    def on_resize(self) -> None:
        """Write the title for the room that there is now."""
        self._write()

    def become(self, other: TitleBar) -> None:
        """Show what another one would show at the left."""
        self._title, self._details = other._title, other._details
        self._write()

    def state(self, content: Content) -> None:
        """Show this at the right."""
        self._state = content
        self._write()

    def _write(self) -> None:
        width = self.content_size.width
        room = max(LEAST, width - self._state.cell_length - 2 - self._details.cell_length)
        self.show(ends(joined(shortened(self._title, room), self._details), self._state, width))
