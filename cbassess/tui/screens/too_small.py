"""Stands in front of everything while the window is too small."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from cbassess.tui import words
from cbassess.tui.texts.layout import text

LEAST = Size(60, 16)


def too_small(size: Size) -> bool:
    """Whether a question cannot be shown whole."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmallScreen(ModalScreen[None]):
    """One sentence. Keys do not reach the questions behind it."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(text(words.TOO_SMALL))


def keep_large_enough(app: App[Any], size: Size) -> None:
    """Cover the app while its window is too small, and uncover it after that."""
    covered = isinstance(app.screen, TooSmallScreen)
    if too_small(size) and not covered:
        app.push_screen(TooSmallScreen())
    elif covered and not too_small(size):
        app.pop_screen()
