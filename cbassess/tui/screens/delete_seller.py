"""Asks twice before a seller is deleted: a key, and the name."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from cbassess.tui import words
from cbassess.tui.roster import SellerWaves
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.texts.layout import BLANK, STRONG, WARNING, text
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar


class DeleteSellerScreen(Dialog[bool]):
    """Gives whether it is to be deleted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "go_on", words.DELETE_GO_ON, id="delete.go_on"),
        Binding("escape", "cancel", words.CANCEL, id="dialog.cancel"),
    ]

    def __init__(self, one: SellerWaves) -> None:
        super().__init__()
        self._name_of_seller = one.seller.name
        self._question = words.delete_question(one.seller.name, len(one.waves))

    def compose(self) -> ComposeResult:
        """The question; the field comes with the second one."""
        with Vertical(classes="dialog"):
            yield Static(text(words.DELETE_TITLE, STRONG))
            yield Static(text(self._question))
            yield Static(text(words.DELETE_TYPE), classes="again")
            yield Field()
            yield Static(BLANK, classes="problem")
        yield KeyBar()

    def on_mount(self) -> None:
        """The first question alone."""
        self._show_second(False)

    def _show_second(self, shown: bool) -> None:
        for part in (".again", "Field"):
            self.query_one(part).display = shown
        self.query_one(Field).disabled = not shown

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The key goes on once; then its letter may be part of the name."""
        return action != "go_on" or not self.is_mounted or self.query_one(Field).disabled

    def action_go_on(self) -> None:
        """The second question."""
        self._show_second(True)
        self.query_one(Field).focus()
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Only the name itself deletes."""
        if event.value.strip() == self._name_of_seller.strip():
            self.dismiss(True)
        else:
            self.query_one(".problem", Static).update(text(words.DELETE_OTHER_NAME, WARNING))

    def action_cancel(self) -> None:
        """Nothing is deleted."""
        self.dismiss(False)
