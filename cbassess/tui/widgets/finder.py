"""A field that narrows a list while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from cbassess.tui import words
from cbassess.tui.texts.layout import MUTED, text
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.steady import Steady


class Finder(Horizontal):
    """Hidden until opened, and its parts are mounted then: most lists are short.

    `narrow` is told what stands in the field, `move` by how many lines to move the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close(True)", words.FIND_KEEP, tooltip=words.FIND_KEEP_HELP, id="find.keep"),
        Binding("escape", "close(False)", words.FIND_ALL, tooltip=words.FIND_ALL_HELP, id="find.all"),
        Binding("up", "move(-1)", show=False, id="find.up"),
        Binding("down", "move(1)", show=False, id="find.down"),
    ]

    def __init__(self, narrow: Callable[[str], None], move: Callable[[int], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._narrow = narrow
        self._move = move
        self._leave = leave
        self._label = Steady("label")
        self._field = Field()
        self._count = Steady("count")
        self.display = False

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._field.value

    async def open(self) -> None:
        """Begin to type."""
        self._label.show(text(words.FIND_LABEL, MUTED))
        if not self.children:
            await self.mount(self._label, self._field, self._count)
        self.display = True
        # At once: letters that are typed after the key are meant for the field.
        self.screen.set_focus(self._field)

    def count(self, told: str) -> None:
        """Say how many are found."""
        self._count.show(text(told, MUTED))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps what is found."""
        event.stop()
        self.action_close(True)

    def action_close(self, keep: bool) -> None:
        """Back to the list, narrowed or whole."""
        if not keep:
            self._field.value = ""
        self.display = bool(self._field.value)
        self._leave()

    def action_move(self, lines: int) -> None:
        """Move in the list without leaving the field."""
        self._move(lines)
