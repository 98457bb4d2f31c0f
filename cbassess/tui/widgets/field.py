"""Fields for text: one line, nothing pasted that steers the terminal, nothing cut without a word."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from cbassess.plain_text import one_line
from cbassess.tui import words
from cbassess.tui.speaking import speaker

TEXT_LIMIT = 2_000

# What a field takes; other letters stay keys of the screen. A text field takes all.
TAKES = {"number": "0123456789.,-+ ", "date": "0123456789-/. "}


TAKE = Binding("enter", "submit", words.TAKE, id="field.take")


class Field(Input):
    """A field of a dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [TAKE]
    _takes_enter = True
    """Whether Enter is this field's; else it is the screen's."""

    class Cut(Message):
        """More was pasted than there is room for."""

    def __init__(self, value: str = "") -> None:
        super().__init__(value, select_on_focus=False)

    async def _on_key(self, event: events.Key) -> None:
        # A binding is looked up by the app, which hears of the key only after letters typed behind it stand here too.
        if event.key == "enter" and self._takes_enter and TAKE.id not in speaker.moved:
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def _on_paste(self, event: events.Paste) -> None:
        # Textual keeps only the first pasted line, and drops the whole of what is longer than a limit.
        event.prevent_default()
        event.stop()
        pasted = one_line(event.text)
        room = max(0, TEXT_LIMIT - len(self.value))
        self.replace(pasted[:room], *self.selection)
        if len(pasted) > room:
            self.post_message(self.Cut())


class SearchField(Field, inherit_bindings=False):
    """A field above a list. Enter is the screen's."""

    _takes_enter = False

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in Input.BINDINGS if isinstance(one, Binding) and one.key != "enter"
    ]


class AnswerField(Field, inherit_bindings=False):
    """The field of a question. It leaves letters to the screen where no letter can be part of the answer.

    Enter is the screen's as well, so that an answer is taken in the turn of the key.
    """

    _takes_enter = False

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in Input.BINDINGS if isinstance(one, Binding) and one.key != "enter"
    ]

    def __init__(self, kind: str, value: str) -> None:
        super().__init__(value)
        self._takes = TAKES.get(kind)
        self._ahead = len(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed into the field."""
        typed = super().check_consume_key(key, character)
        return typed and (self._takes is None or (character or "") in self._takes)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """In an empty field there is nothing to delete: Backspace is the screen's."""
        return action != "delete_left" or bool(self.value)

    async def _on_key(self, event: events.Key) -> None:
        # Without this the base class would type the letter before the screen's key is looked up.
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()

    def on_input_changed(self) -> None:
        """What Backspace does hangs on whether there is text."""
        self.refresh_bindings()

    def type_ahead(self, character: str) -> None:
        """Type a character that came before the field was there, before all that was typed since."""
        self.insert(character, self._ahead)
        self._ahead += len(character)
