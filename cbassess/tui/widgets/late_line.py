"""A line of a list that is written only when it is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual


class LateLine(Visual):
    """One line, whatever it says: a list of hundreds is measured without one of them being written."""

    def __init__(self, write: Callable[[], Content]) -> None:
        self._write = write

    @property
    def plain(self) -> str:
        """What it says now."""
        return self._write().plain

    def render_strips(self, width: int, height: int | None, style: Any, options: Any) -> list[Strip]:
        """The line as it is now."""
        return self._write().render_strips(width, height, style, options)

    def get_optimal_width(self, rules: Any, container_width: int) -> int:  # noqa: ARG002 - as Textual calls it
        """All that there is."""
        return container_width

    def get_height(self, rules: Any, width: int) -> int:  # noqa: ARG002
        """One line."""
        return 1
