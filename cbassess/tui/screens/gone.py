"""Work that ends late may find its screen gone."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from cbassess.tui.widgets.key_bar import KeyBar


def is_gone(screen: Screen[Any]) -> bool:
    """Whether the screen was left, or is being taken apart with the app: there is nothing to show anything on."""
    return screen not in screen.app.screen_stack or screen.query_one_optional(KeyBar) is None
