"""The detail of a highlighted line: a text beside a list, or in its place."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, READABLE
from cbassess.tui.texts.line import Writer


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

    @property
    def text(self) -> Content:
        """What is shown; where there is no room to show it, as it would be in a wide window."""
        width = self._room if self._room > 0 else READABLE
        return BLANK if self._writer is None else self._writer(min(READABLE, width))

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width - self.query_one(Static).styles.padding.width

    def _write(self) -> None:
        if self._writer is not None and self._room > 0:
            self.query_one(Static).update(self.text)
