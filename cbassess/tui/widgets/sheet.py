"""A list of lines, and the detail of the highlighted one: the shape of Results, Plan and Compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, Cell, columns, text
from cbassess.tui.widgets.cursor_list import CursorList

READABLE = 92
"""Cells beyond which a line of text tires the eye."""

Writer = Callable[[int], Content]
"""Text for a width in cells."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet. Without a detail it is a heading, which the cursor passes over."""

    label: Writer
    detail: Writer | None = None


def blank() -> Line:
    """An empty line between groups."""
    return Line(lambda _width: BLANK)


def heading(title: str) -> Line:
    """A heading over a group."""
    return Line(lambda width: columns(Cell(text(title, STRONG), width)))


def row(title: str, detail: Writer, style: str = "") -> Line:
    """A line of plain words with a detail."""
    return Line(lambda width: columns(Cell(text(title, style), width)), detail)


def note(sentence: str) -> Line:
    """A muted sentence where a group is empty."""
    return Line(lambda width: columns(Cell(text(sentence, MUTED), width)))


class Lines(CursorList):
    """The list of a sheet; its lines are written anew when the width changes."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = lines
        self._written_for = 0

    def on_resize(self) -> None:
        """Write the lines for the width that there is now."""
        if self.text_width != self._written_for:
            self.write()

    def write(self) -> None:
        """Write the lines; the cursor stays where it is."""
        self._written_for = width = self.text_width
        kept = self.highlighted
        self.set_options(Option(line.label(width), disabled=line.detail is None) for line in self.lines)
        if kept is None:
            self.action_first()
        else:
            self.highlighted = kept


class Detail(VerticalScroll, inherit_bindings=False):
    """The detail of a line, written for the width that there is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", words.UP_HELP, show=False, id="detail.up"),
        Binding("down,j", "scroll_down", words.DOWN_HELP, show=False, id="detail.down"),
        Binding("pageup", "page_up", show=False, id="detail.page_up"),
        Binding("pagedown", "page_down", show=False, id="detail.page_down"),
        Binding("home,g", "scroll_home", show=False, id="detail.first"),
        Binding("end,G", "scroll_end", show=False, id="detail.last"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._writer: Writer | None = None

    def compose(self) -> ComposeResult:
        """One text. A space, because a text without height would leave no width to write for."""
        yield Static(Content(" "))

    def show(self, writer: Writer) -> None:
        """Show this text from its top."""
        self._writer = writer
        self.scroll_home(animate=False)
        self._write()

    def on_resize(self) -> None:
        """Write the text for the width that there is now."""
        self._write()

    def _write(self) -> None:
        text_ = self.query_one(Static)
        width = self.scrollable_content_region.width - text_.styles.padding.width
        if self._writer is not None and width > 0:
            text_.update(self._writer(min(READABLE, width)))


class Sheet(Container):
    """List and detail beside each other, below each other, or one at a time, as there is room.

    Enter opens the detail for reading, Esc goes back to the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", words.READ, tooltip=words.READ_HELP, id="sheet.read"),
        Binding("escape", "close", words.CLOSE, tooltip=words.CLOSE_HELP, id="sheet.close"),
    ]

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self._lines = lines

    def rewrite(self, lines: Sequence[Line]) -> None:
        """Show the same lines in other words; the cursor and what is being read stay."""
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

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the detail of the line."""
        event.stop()
        detail = self._lines[event.option_index].detail
        if detail is not None:
            self.query_one(Detail).show(detail)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line opens it."""
        event.stop()
        self.action_read()

    def on_descendant_focus(self) -> None:
        """The style sheet hides the list on small screens while the detail is read."""
        self.set_class(self.reading, "-reading")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Esc closes only what is open; else it is the screen's."""
        if action == "read":
            return not self.reading
        return self.reading if action == "close" else True

    def action_read(self) -> None:
        """Into the detail."""
        self.add_class("-reading")
        self.query_one(Detail).focus()

    def action_close(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self.query_one(Lines).focus()
