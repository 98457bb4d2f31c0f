"""A sheet of questions: lines that lead to a question each, and the detail of the line under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList

from cbassess.tui import words
from cbassess.tui.widgets.sheet import Detail, Line, Lines, Sheet


@dataclass(frozen=True, slots=True)
class ItemLine(Line):
    """A line of a sheet; `target` is the id of the item to which it leads, empty where it leads nowhere."""

    target: str = ""


class ItemLines(Lines):
    """The list; it knows which lines have been on the screen to their end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.seen: set[str] = set()
        self._first_at = ""

    @property
    def target(self) -> str:
        """Where the highlighted line leads; empty where it leads nowhere."""
        return _target(self.lines[self.highlighted]) if self.highlighted is not None else ""

    def render_line(self, y: int) -> Strip:
        """One line of the screen; what it belongs to has been seen with its last line."""
        number = self.scroll_offset.y + y
        if number < len(self._lines):
            index, _ = self._lines[number]
            if number + 1 == len(self._lines) or self._lines[number + 1][0] != index:
                self.seen.add(_target(self.lines[index]))
        return super().render_line(y)

    def write(self) -> None:
        """Write the lines; the cursor stays where it is, and begins where it was sent."""
        super().write()
        if self._first_at:
            self.go_to(self._first_at)
            self._first_at = ""

    def go_to(self, target: str) -> None:
        """The cursor to the line that leads there, or to the first one."""
        if not self.option_count:
            self._first_at = target  # nothing is written yet: there is no width to write for
            return
        place = next((place for place, line in enumerate(self.lines) if target and _target(line) == target), None)
        if place is None:
            self.action_first()
        else:
            self.highlighted = place


class ItemSheet(Sheet, inherit_bindings=False):
    """The keys that go to a question and open its detail are the screen's, so that it can name them in its order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left", "close", words.CLOSE, tooltip=words.CLOSE_HELP, id="sheet.close_item"),
    ]

    def __init__(self, lines: Sequence[Line], choose: Callable[[str], object]) -> None:
        super().__init__(lines)
        self._choose = choose

    def compose(self) -> ComposeResult:
        """The list and the detail."""
        yield ItemLines(self._lines)
        yield Detail()

    @property
    def target(self) -> str:
        """Where the highlighted line leads."""
        return self.query_one(ItemLines).target

    @property
    def seen(self) -> frozenset[str]:
        """Targets of the lines that have been on the screen."""
        return frozenset(self.query_one(ItemLines).seen)

    def go_to(self, target: str) -> None:
        """The cursor to the line that leads there."""
        self.query_one(ItemLines).go_to(target)

    def show(self, lines: Sequence[Line], at: str = "") -> None:
        """Show other lines, with the cursor at the one that leads there, or at the first."""
        self.rewrite(lines)
        self.query_one(ItemLines).go_to(at)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click goes to the question."""
        event.stop()
        if target := _target(self._lines[event.option_index]):
            self._choose(target)


def _target(line: Line) -> str:
    return line.target if isinstance(line, ItemLine) else ""
