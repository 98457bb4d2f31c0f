"""A list of lines, and the detail of the highlighted one: the shape of Results, Plan and Compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK
from cbassess.tui.texts.line import Line, blank, heading, note, row
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.detail import Detail

__all__ = ["Line", "Lines", "Sheet", "blank", "heading", "note", "row"]


class Lines(CursorList):
    """The list of a sheet; its lines are written anew when the width changes."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = lines
        self._written_for = 0
        self._key = ""

    def on_resize(self) -> None:
        """Write the lines for the width that there is now."""
        if self.text_width != self._written_for:
            self.write()

    def write(self) -> None:
        """Write the lines for the width that there is; the cursor stays at what it stands at."""
        self._written_for = width = self.text_width
        kept, key, top = self.highlighted, self._key, self.scroll_y
        self.set_options(Option(line.label(width), disabled=not line.stops) for line in self.lines)
        self.scroll_y = top
        self._go_to(self._place_of(key, kept))

    @property
    def line(self) -> Line | None:
        """The highlighted line."""
        at = self.highlighted
        return self.lines[at] if at is not None and at < len(self.lines) else None

    def put_cursor(self, key: str) -> None:
        """The cursor on the line that leads there, now or as soon as it is written; else it stays where it is."""
        if not key:
            return
        self._key = key
        place = self._place_of(key, None)
        if place is not None and self.option_count:
            self.highlighted = place

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Remember what the cursor stands at, so that it stays there when lines come and go."""
        super().watch_highlighted(highlighted)
        if self.line is not None:
            self._key = self.line.key

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Show the highlighted line; at the first one the heading over it as well."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and not any(line.stops for line in self.lines[: self.highlighted]):
            self.scroll_home(animate=False)

    def _place_of(self, key: str, kept: int | None) -> int | None:
        """The place of a key: the same as before where that still has it, else the first; `kept` where none has."""
        if not key or (kept is not None and kept < len(self.lines) and self.lines[kept].key == key):
            return kept
        return next((place for place, line in enumerate(self.lines) if line.key == key), kept)

    def _go_to(self, place: int | None) -> None:
        if place is None or place >= len(self.lines) or not self.lines[place].stops:
            self.action_first()
        else:
            self.highlighted = place


class Sheet(Container):
    """List and detail beside each other, below each other, or one at a time, as there is room.

    Enter at a line that leads on is the screen's; at any other one it opens the detail for reading, and Esc goes back
    to the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", words.READ, tooltip=words.READ_HELP, id="sheet.read"),
        Binding("escape", "close", words.CLOSE, tooltip=words.CLOSE_HELP, id="sheet.close"),
    ]

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines = lines

    def rewrite(self, lines: Sequence[Line]) -> None:
        """Show other lines, or the same in other words; the cursor and what is being read stay."""
        self._lines = lines
        listed = self.query_one(Lines)
        listed.lines = lines
        listed.write()

    def compose(self) -> ComposeResult:
        """The list and the detail."""
        yield Lines(self._lines)
        yield Detail()

    def on_mount(self) -> None:
        """The cursor starts in the list."""
        self.query_one(Lines).focus()

    @property
    def reading(self) -> bool:
        """Whether the detail has the cursor."""
        return self.query_one(Detail).has_focus

    @property
    def key(self) -> str:
        """What the highlighted line leads to; empty where it leads nowhere."""
        line = self.query_one(Lines).line if self.is_mounted else None
        return line.key if line else ""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the detail of the line."""
        event.stop()
        line = self.query_one(Lines).line
        if line is not None:
            self.query_one(Detail).show(line.detail or (lambda _width: BLANK))
            self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line is as Enter."""
        event.stop()
        self.app.simulate_key("enter")

    def on_descendant_focus(self) -> None:
        """The style sheet hides the list on small screens while the detail is read."""
        self.set_class(self.reading, "-reading")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Enter reads where nothing leads on, Esc closes only what is open; else they are the screen's."""
        if action == "read":
            return not self.reading and not self.key
        return self.reading if action == "close" else True

    def action_read(self) -> None:
        """Into the detail."""
        self.add_class("-reading")
        self.query_one(Detail).focus()

    def action_close(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self.query_one(Lines).focus()
