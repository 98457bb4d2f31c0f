"""Asks for a question: type to search among those that apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from cbassess.model.assessment import ResponseEntry
from cbassess.tui import words
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import MUTED, STRONG, Cell, columns, lines, text
from cbassess.tui.texts.line import Line, note
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.sheet import Lines


class PickItemScreen(Dialog[str | None]):
    """Gives the id of an item, or None. The field keeps the focus; arrows move the cursor of the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", words.DOWN_HELP, show=False, id="pick.down"),
        Binding("up", "move('cursor_up')", words.UP_HELP, show=False, id="pick.up"),
        Binding("pagedown", "move('page_down')", show=False, id="pick.page_down"),
        Binding("pageup", "move('page_up')", show=False, id="pick.page_up"),
        Binding("escape", "cancel", words.CANCEL, id="dialog.cancel"),
    ]

    def __init__(self, entries: Sequence[ResponseEntry]) -> None:
        super().__init__()
        self._entries = entries

    def compose(self) -> ComposeResult:
        """The field above the list."""
        with Vertical(classes="dialog"):
            yield Static(text(words.PICK_QUESTION, STRONG), classes="label")
            yield Static(text(words.PICK_HINT, MUTED), classes="label")
            yield Field()
            yield Lines(tuple(self._lines("")))
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor in the field."""
        self.query_one(Field).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only questions that have these words."""
        listed = self.query_one(Lines)
        listed.lines = tuple(self._lines(event.value)) or (note(words.NO_SUCH_QUESTION),)
        listed.write()

    def _lines(self, typed: str) -> Iterator[Line]:
        wanted = typed.casefold().split()
        for one in self._entries:
            whole = f"{one.stem} {one.text} {one.item}".casefold()
            if all(word in whole for word in wanted):
                yield Line(partial(_row, one), key=one.item)

    def on_input_submitted(self) -> None:
        """Take the question at the cursor."""
        self._take()

    def on_option_list_option_selected(self) -> None:
        """A click takes."""
        self._take()

    def _take(self) -> None:
        line = self.query_one(Lines).line
        if line is not None and line.key:
            self.dismiss(line.key)

    def action_move(self, action: str) -> None:
        """Move the cursor of the list."""
        getattr(self.query_one(Lines), f"action_{action}")()

    def action_cancel(self) -> None:
        """No question."""
        self.dismiss(None)


def _row(one: ResponseEntry, width: int) -> Content:
    answer = columns(Cell(text(""), 2), Cell(text(one.text, MUTED), width - 2), gap=0)
    return lines([columns(Cell(text(one.stem), width)), answer])
