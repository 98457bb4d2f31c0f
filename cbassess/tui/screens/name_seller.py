"""Asks for the name of a seller: of a new one, or another one for one that is there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from cbassess.model.pack import Pack
from cbassess.plain_text import one_line
from cbassess.tui import words
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import BLANK, ERROR, STRONG, text
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar

NAME_LIMIT = 200


class NewSellerScreen(Dialog[str | None]):
    """Gives the name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", words.CANCEL, id="dialog.cancel")]

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name_before = name

    def sentences(self) -> tuple[str, str]:
        """Title, and what is asked."""
        return words.SELLER_TITLE, words.SELLER_ASK

    def compose(self) -> ComposeResult:
        """One field."""
        title, ask = self.sentences()
        with Vertical(classes="dialog"):
            yield Static(text(title, STRONG), classes="title")
            yield Static(text(ask), classes="ask")
            yield Field(self._name_before)
            yield Static(BLANK, classes="problem")
        yield KeyBar()

    async def reword(self, pack: Pack) -> None:  # noqa: ARG002 - there is no text of the pack here
        """The sentences anew; the name that was typed stays."""
        title, ask = self.sentences()
        self.query_one(".title", Static).update(text(title, STRONG))
        self.query_one(".ask", Static).update(text(ask))
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


class RenameScreen(NewSellerScreen):
    """Gives the other name, or None."""

    def sentences(self) -> tuple[str, str]:
        """Title, and what is asked."""
        return words.RENAME_TITLE, words.RENAME_ASK
