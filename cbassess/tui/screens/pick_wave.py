"""Asks with which other wave to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cbassess.model.history import Wave
from cbassess.tui import words
from cbassess.tui.texts.layout import STRONG, text
from cbassess.tui.widgets.cursor_list import CursorList
from cbassess.tui.widgets.key_bar import KeyBar


class PickWaveScreen(ModalScreen[Wave | None]):
    """Gives a wave, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", words.COMPARE, id="dialog.pick"),
        Binding("escape", "cancel", words.CANCEL, id="dialog.cancel"),
    ]

    def __init__(self, waves: Sequence[Wave]) -> None:
        super().__init__()
        self._waves = waves

    def compose(self) -> ComposeResult:
        """The waves, latest first."""
        with Vertical(classes="dialog"):
            yield Static(text(words.COMPARE_WITH, STRONG))
            yield CursorList(*(Option(text(f"{wave.label}   {wave.as_of.isoformat()}")) for wave in self._waves))
        yield KeyBar()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click picks."""
        self.dismiss(self._waves[event.option_index])

    def action_pick(self) -> None:
        """Take the highlighted wave."""
        highlighted = self.query_one(CursorList).highlighted
        if highlighted is not None:
            self.dismiss(self._waves[highlighted])

    def action_cancel(self) -> None:
        """No comparison."""
        self.dismiss(None)
