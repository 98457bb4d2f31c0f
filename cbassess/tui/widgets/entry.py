"""The answer to a number, date or text: a field, and under it what is expected or what is wrong."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from cbassess.plain_text import one_line
from cbassess.tui import words
from cbassess.tui.texts.layout import ERROR, MUTED, WARNING, text
from cbassess.tui.widgets.field import AnswerField


class Entry(Vertical):
    """A field with its expectation. The screen reads what was typed."""

    def __init__(self, kind: str, typed: str, expectation: str) -> None:
        super().__init__()
        self._kind = kind
        self._saved = typed
        self._expectation = expectation

    @property
    def typed(self) -> str:
        """What stands in the field, cleaned."""
        return one_line(self.query_one(AnswerField).value)

    @property
    def changed(self) -> bool:
        """Whether something stands there that has not been handed over."""
        return self.typed != self._saved

    def compose(self) -> ComposeResult:
        """AnswerField and expectation."""
        yield AnswerField(self._kind, self._saved)
        yield Static(text(self._expectation, MUTED), classes="expectation")

    def put(self, typed: str) -> None:
        """Let this stand in the field; what is saved stays what it is."""
        self.query_one(AnswerField).value = typed

    def take_back(self) -> None:
        """Let stand in the field what is saved."""
        self.put(self._saved)
        self._say(text(self._expectation, MUTED))

    def accept(self) -> None:
        """What stands in the field has been saved."""
        self._saved = self.typed
        self._say(text(self._expectation, MUTED))

    def refuse(self) -> None:
        """Say that this is no answer and what would be, and keep what was typed."""
        self._say(text(words.does_not_fit(self._expectation), ERROR))

    def _say(self, content: Content) -> None:
        self.query_one(".expectation", Static).update(content)

    def on_field_cut(self) -> None:
        """Say that a part of the text is missing."""
        self._say(text(words.CUT, WARNING))
