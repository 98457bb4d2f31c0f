"""Asks for the name of a new seller."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from cbassess.model.pack import Pack
from cbassess.plain_text import one_line
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, ERROR, STRONG, text
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar

NAME_LIMIT = 200


class NewSellerScreen(ModalScreen[str | None]):
    """Gives the name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", words.CANCEL, id="dialog.cancel")]

    def compose(self) -> ComposeResult:
        """One field."""
        with Vertical(classes="dialog"):
            yield Static(text(words.SELLER_TITLE, STRONG), classes="title")
            yield Static(text(words.SELLER_ASK), classes="ask")
            yield Field()
            yield Static(BLANK, classes="problem")
        yield KeyBar()

    async def reword(self, pack: Pack) -> None:  # noqa: ARG002 - there is no text of the pack here
        """The sentences anew; the name that was typed stays."""
        self.query_one(".title", Static).update(text(words.SELLER_TITLE, STRONG))
        self.query_one(".ask", Static).update(text(words.SELLER_ASK))
        self.query_one(".problem", Static).update(BLANK)
        self.query_one(KeyBar).reword()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the name where it can be one."""
        name = one_line(event.value)
        if problem := self._problem(name):
            self.query_one(".problem", Static).update(text(problem, ERROR))
        else:
            self.dismiss(name)

    @staticmethod
    def _problem(name: str) -> str:
        if not name:
            return words.SELLER_EMPTY
        return words.SELLER_TOO_LONG if len(name) > NAME_LIMIT else ""

    def action_cancel(self) -> None:
        """No seller."""
        self.dismiss(None)
