"""Writes a note beside an answer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, WARNING, text
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.note_field import NoteField


class NoteScreen(Dialog[str]):
    """Gives what stands there when it closes: one step back, and everything is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f7,ctrl+s", "close", words.NOTE_DONE, tooltip=words.NOTE_DONE_HELP, id="note.close"),
        Binding("f9", "app.language", words.LANGUAGE, tooltip=words.LANGUAGE_HELP, show=False, id="note.language"),
    ]

    def __init__(self, item_id: str, stem: str, note: str) -> None:
        super().__init__()
        self.item_id = item_id
        self._stem = stem
        self._note = note

    def compose(self) -> ComposeResult:
        """The question, the field, and a line for messages."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="title")
            yield NoteField(self._note)
            yield Static(text(words.NOTE_LIMIT, MUTED), classes="limit")
        yield KeyBar()

    @property
    def _title(self) -> Content:
        return text(self._stem, STRONG) if self._stem else BLANK

    @property
    def written(self) -> str:
        """What stands in the field now."""
        return self.query_one(NoteField).text if self.is_mounted else self._note

    async def reword(self, pack: Pack) -> None:
        """The question and our words anew; what was written stays."""
        self._stem = pack.items[self.item_id].stem
        self.query_one(".title", Static).update(self._title)
        self.query_one(".limit", Static).update(text(words.NOTE_LIMIT, MUTED))
        self.query_one(KeyBar).reword()

    def on_note_field_cut(self) -> None:
        """Say that a part of the text is missing."""
        self.query_one(".limit", Static).update(text(words.NOTE_CUT, WARNING))

    def action_close(self) -> None:
        """Keep what stands there."""
        self.dismiss(self.written)
