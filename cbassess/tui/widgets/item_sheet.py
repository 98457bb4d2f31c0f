"""A sheet of questions: lines that lead to a question each, and the detail of the line under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip

from cbassess.tui import words
from cbassess.tui.widgets.detail import Detail
from cbassess.tui.widgets.sheet import Line, Lines, Sheet


class ItemLines(Lines):
    """The list; it knows which lines have been on the screen to their end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.seen: set[str] = set()

    @property
    def key(self) -> str:
        """Where the highlighted line leads; empty where it leads nowhere."""
        return self.line.key if self.line is not None else ""

    def render_line(self, y: int) -> Strip:
        """One line of the screen; what it belongs to has been seen with its last line."""
        number = self.scroll_offset.y + y
        if number < len(self._lines):
            index, _ = self._lines[number]
            if number + 1 == len(self._lines) or self._lines[number + 1][0] != index:
                self.seen.add(self.lines[index].key)
        return super().render_line(y)

    def go_to(self, key: str) -> None:
        """The cursor to the line that leads there, or to the first one."""
        if self.option_count and all(line.key != key for line in self.lines):
            self.action_first()
        else:
            self.put_cursor(key)


class ItemSheet(Sheet, inherit_bindings=False):
    """The keys that go to a question and open its detail are the screen's, so that it can name them in its order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left", "close", words.CLOSE, tooltip=words.CLOSE_HELP, id="sheet.close_item"),
    ]

    def compose(self) -> ComposeResult:
        """The list and the detail."""
        yield ItemLines(self._lines)
        yield Detail()

    @property
    def seen(self) -> frozenset[str]:
        """Where the lines lead that have been on the screen."""
        return frozenset(self.query_one(ItemLines).seen)

    def show(self, lines: Sequence[Line], at: str = "") -> None:
        """Show other lines, with the cursor at the one that leads there, or at the first."""
        self.rewrite(lines)
        self.query_one(ItemLines).go_to(at)
