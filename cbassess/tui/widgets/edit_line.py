"""One line above the keys in which something about a step is changed: a choice by digit, or a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from cbassess.plain_text import one_line
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, ERROR, MUTED, STRONG, STRONG_ACCENT, WARNING, joined, text
from cbassess.tui.widgets.field import Field

DIGITS = "123456789"

Saying = Callable[[], str]
"""Words in the language of the moment."""


class Asked(Struct, frozen=True):
    """What the line asks for.

    Attributes:
        label: what is changed, and of what.
        hint: what may be typed, or the options to choose from.
        take: takes what was typed, or the number of the option as text; gives what is wrong with it, or nothing.
    """

    label: Saying
    hint: Callable[[], Content]
    take: Callable[[str], str]
    value: str = ""


class Choices(Static, can_focus=True):
    """The options beside each other; a digit chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(digit, f"choose('{digit}')", tooltip=words.CHOOSE_HELP, show=False, id=f"edit.choose_{digit}")
        for digit in DIGITS
    ]

    def action_choose(self, digit: str) -> None:
        """Hand the digit to the line."""
        if isinstance(self.parent, EditLine):
            self.parent.take(digit)


class EditLine(Vertical):
    """Closed until something is asked; closes itself once that is taken, and gives the focus back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", words.CANCEL_EDIT, tooltip=words.CANCEL_EDIT_HELP, id="edit.cancel"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._asked: Asked | None = None
        self._warned = False
        self._came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """A label, the options or a field, and what is expected or wrong."""
        yield Static(BLANK, classes="label")
        yield Choices(BLANK, classes="choices")
        yield Field()
        yield Static(BLANK, classes="hint")

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._asked is not None

    def choose(self, label: Saying, options: Callable[[], Sequence[str]], take: Callable[[str], str]) -> None:
        """Let one of the options be chosen; `take` gets its number, from 1."""
        self._open(Asked(label, lambda: _numbered(options()), take), typed=False)
        self.query_one(Choices).focus()

    def ask(self, label: Saying, hint: Saying, value: str, take: Callable[[str], str]) -> None:
        """Let a text be typed."""
        self._open(Asked(label, lambda: text(hint(), MUTED), take, value), typed=True)
        field = self.query_one(Field)
        field.value = value
        field.cursor_position = len(value)
        field.focus()

    def _open(self, asked: Asked, *, typed: bool) -> None:
        if self._asked is None:
            self._came_from = self.screen.focused
        self._asked, self._warned = asked, False
        self.display = True
        self.query_one(Choices).display = not typed
        for part in (".hint", Field):
            self.query_one(part).display = typed
        self.reword()

    def reword(self) -> None:
        """Say in the language of the moment what is asked; what was typed stays."""
        if self._asked is not None:
            self.query_one(".label", Static).update(text(self._asked.label(), STRONG))
            self.query_one(Choices).update(self._asked.hint())
            self._say(self._asked.hint())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what was typed."""
        event.stop()
        self.take(one_line(event.value))

    def on_field_cut(self) -> None:
        """Say that a part of what was pasted is missing."""
        self._say(text(words.CUT, WARNING))

    def take(self, said: str) -> None:
        """Hand it over; close, unless it was refused or something else is asked now."""
        asked = self._asked
        if asked is None:
            return
        wrong = asked.take(said)
        if wrong:
            self._say(text(wrong, ERROR))
        elif self._asked is asked:
            self.close()

    def action_cancel(self) -> None:
        """Close; what was typed holds back once."""
        field = self.query_one(Field)
        if self._asked and field.display and field.value != self._asked.value and not self._warned:
            self._warned = True
            self._say(text(words.ENTER_SAVES, WARNING))
        else:
            self.close()

    def close(self) -> None:
        """Nothing is asked any more."""
        self._asked = None
        self.display = False
        if self._came_from is not None and self._came_from.is_attached:
            self._came_from.focus()

    def _say(self, content: Content) -> None:
        self.query_one(".hint", Static).update(content)


def _numbered(options: Sequence[str]) -> Content:
    """`1 open   2 doing`."""
    parts = [joined(text(digit, STRONG_ACCENT), f" {option}") for digit, option in zip(DIGITS, options, strict=False)]
    return Content("   ").join(parts)
