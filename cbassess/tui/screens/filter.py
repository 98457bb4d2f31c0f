"""Asks which steps of the plan to show."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from cbassess.tui import words
from cbassess.tui.picking import Picked
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.filters import filter_lines, turned
from cbassess.tui.texts.layout import MUTED, STRONG, text
from cbassess.tui.texts.plan import PlanView
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.sheet import Lines


class FilterScreen(Dialog[Picked]):
    """Gives what was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "mark", words.MARK, tooltip=words.MARK_HELP, id="filter.mark"),
        Binding("x", "clear", words.SHOW_ALL, tooltip=words.SHOW_ALL_HELP, id="filter.clear"),
        Binding("escape,f", "close", words.CLOSE, id="filter.close"),
    ]

    def __init__(self, view: PlanView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """What can be picked."""
        with Vertical(classes="dialog"):
            yield Static(text(words.FILTER_TITLE, STRONG))
            yield Static(text(words.FILTER_ASK, MUTED))
            yield Lines(tuple(filter_lines(self._view)))
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor in the list."""
        self.query_one(Lines).focus()

    def on_option_list_option_selected(self) -> None:
        """A click marks."""
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the line, or take the mark away."""
        line = self.query_one(Lines).line
        if line is not None:
            self._pick(turned(self._view.picked, line.key))

    def action_clear(self) -> None:
        """Nothing is picked."""
        self._pick(Picked())

    def _pick(self, picked: Picked) -> None:
        self._view = replace(self._view, picked=picked)
        listed = self.query_one(Lines)
        listed.lines = tuple(filter_lines(self._view))
        listed.write()

    def action_close(self) -> None:
        """Show the plan like this."""
        self.dismiss(self._view.picked)
