"""The keys of the screen behind, each with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from cbassess.tui import words
from cbassess.tui.speaking import speaker
from cbassess.tui.texts.layout import STRONG, Cell, columns, lines, text
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.sheet import Detail

KEYS = 16


class HelpScreen(ModalScreen[None]):
    """Lists what `of_screen` reads from a screen's bindings, so that help and keys cannot differ."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,enter", "close", words.CLOSE, id="dialog.close")
    ]

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """The table."""
        with Vertical(classes="dialog"):
            yield Static(text(words.HELP_TITLE, STRONG))
            yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the table."""
        self.query_one(Detail).show(self._table)

    def _table(self, width: int) -> Content:
        return lines(
            columns(Cell(text(keys, STRONG), KEYS), Cell(text(meaning), width - KEYS - 2))
            for keys, meaning in self._keys
        )

    def action_close(self) -> None:
        """Away with it."""
        self.dismiss()


def keys_of(screen: Screen[object]) -> list[tuple[str, str]]:
    """Keys and meaning of everything that the screen answers to now; keys with one meaning stand together."""
    keys: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        meaning = binding.tooltip or binding.description
        # Ours have an id; those of Textual's widgets (moving a caret and the like) would drown them.
        if binding.id and meaning and active.enabled:
            keys.setdefault(meaning, []).append(screen.app.get_key_display(binding))
    return [(_together(names), speaker.say(meaning)) for meaning, names in keys.items()]


def _together(names: list[str]) -> str:
    """`s, F2`; the row of digits is told by its ends."""
    return words.DIGIT_KEYS if {"1", "9"} <= set(names) else ", ".join(dict.fromkeys(names))
