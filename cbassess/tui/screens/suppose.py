"""Asks a question as the questionnaire does, and saves nothing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.tui import words
from cbassess.tui.texts.layout import MUTED, WARNING, text
from cbassess.tui.widgets.entry import Entry
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.question import Asked, Question
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.workflow import ValueProblem, parse_value


class SupposeScreen(Screen[Response | None], inherit_bindings=False):
    """Gives the answer that is supposed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", words.TAKE, tooltip=words.NEXT_HELP, id="suppose.take"),
        Binding("u,f3", "unknown", words.DONT_KNOW, tooltip=words.DONT_KNOW_HELP, id="suppose.dont_know"),
        Binding("escape", "cancel", words.CANCEL, tooltip=words.LEAVE_MODE_HELP, id="suppose.cancel"),
    ]

    def __init__(self, item: Item, response: Response | None) -> None:
        super().__init__()
        self._item = item
        self._response = response

    def compose(self) -> ComposeResult:
        """The question."""
        yield TitleBar(words.WHAT_IF, words.SUPPOSE_TITLE)
        yield Question(Asked(self._item, self._response, None, "", None, "", ""), self._settle)
        yield KeyBar()

    def on_mount(self) -> None:
        """The cursor at the answer."""
        self.query_one(Question).answerer.focus()
        self.query_one(TitleBar).state(text(words.NOTHING_SAVED, MUTED))

    def _settle(self, response: Response | None) -> None:
        self._response = response

    def action_take(self) -> None:
        """Suppose what is chosen or typed."""
        question = self.query_one(Question)
        if question.entry is not None:
            self._take_typed(question.entry)
        elif question.picker is not None:
            if question.picker.take() or question.picker.can_be_empty:
                self.dismiss(self._response if self._response is not None else ())
            else:
                question.say(text(words.nothing_chosen(question.picker.many, question.picker.can_be_empty), WARNING))

    def _take_typed(self, entry: Entry) -> None:
        try:
            self.dismiss(parse_value(self._item, entry.typed))
        except ValueProblem:
            entry.refuse()

    def action_unknown(self) -> None:
        """Suppose that it is not known."""
        self.dismiss(Missing.DONT_KNOW)

    def action_cancel(self) -> None:
        """Suppose nothing."""
        self.dismiss(None)
