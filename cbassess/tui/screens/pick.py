"""Asks to pick one of a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cbassess.tui import words
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import STRONG, text
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.key_bar import KeyBar


class PickScreen(Dialog[int | None]):
    """Gives the place of the picked line, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", words.TAKE, id="dialog.pick"),
        Binding("escape", "cancel", words.CANCEL, id="dialog.cancel"),
    ]

    def __init__(self, title: str, rows: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        """What is asked, and the lines."""
        with Vertical(classes="dialog"):
            yield Static(text(self._title, STRONG))
            yield CursorList(*(Option(text(row)) for row in self._rows))
        yield KeyBar()

    def on_mount(self) -> None:
        """The first line is the likeliest."""
        self.query_one(CursorList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click picks."""
        self.dismiss(event.option_index)

    def action_pick(self) -> None:
        """Take the highlighted line."""
        self.dismiss(self.query_one(CursorList).highlighted)

    def action_cancel(self) -> None:
        """None of them."""
        self.dismiss(None)
