"""The keys of the screen behind, each with a sentence: first those of what has the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Static

from cbassess.tui import words
from cbassess.tui.key_order import keys_in_order
from cbassess.tui.screens.dialog import Dialog
from cbassess.tui.speaking import speaker
from cbassess.tui.texts.layout import STRONG, STRONG_ACCENT, Cell, columns, paragraphs, section, text
from cbassess.tui.widgets.detail import Detail
from cbassess.tui.widgets.key_bar import KeyBar

KEYS = 18

KeyTable = Mapping[str, list[tuple[str, str]]]
"""For each heading, keys with their meaning."""


class HelpScreen(Dialog[None]):
    """Lists what `keys_of` reads from a screen's bindings, so that help and keys cannot differ."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,enter", "close", words.CLOSE, id="dialog.close")
    ]

    def __init__(self, keys: KeyTable) -> None:
        super().__init__()
        self._keys = keys

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
        return paragraphs(*(section(title, _rows(keys, width)) for title, keys in self._keys.items()))

    def action_close(self) -> None:
        """Away with it."""
        self.dismiss()


def _rows(keys: Iterable[tuple[str, str]], width: int) -> list[Content]:
    return [
        columns(Cell(text(shown, STRONG_ACCENT), KEYS), Cell(text(meaning), width - KEYS - 2))
        for shown, meaning in keys
    ]


def keys_of(screen: Screen[object]) -> KeyTable:
    """Keys and meaning of everything that the screen answers to now; keys with one meaning stand together."""
    found: dict[str, dict[str, list[str]]] = {
        title: {} for title in (words.KEYS_HERE, words.KEYS_OF_SCREEN, words.KEYS_EVERYWHERE)
    }
    for active in keys_in_order(screen):
        one = active.binding
        meaning = one.tooltip or one.description
        # Ours have an id; those of Textual's widgets (moving a caret and the like) would drown them.
        if one.id and meaning and active.enabled:
            of_place = found[_heading(active.node)]
            of_place.setdefault(meaning, []).append(screen.app.get_key_display(one))
    return {
        title: [(_together(names), speaker.say(meaning)) for meaning, names in keys.items()]
        for title, keys in found.items()
    }


def _heading(node: DOMNode) -> str:
    if isinstance(node, App):
        return words.KEYS_EVERYWHERE
    return words.KEYS_OF_SCREEN if isinstance(node, Screen) else words.KEYS_HERE


def _together(names: list[str]) -> str:
    """`s, F2`; the row of digits is told by its ends."""
    return words.DIGIT_KEYS if {"1", "9"} <= set(names) else ", ".join(dict.fromkeys(names))
