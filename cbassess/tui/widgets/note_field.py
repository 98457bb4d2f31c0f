"""A field of several lines for a note: it takes so much and no more, and says when something was cut."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from cbassess.plain_text import without_controls
from cbassess.tui.widgets.field import TEXT_LIMIT


class NoteField(TextArea, inherit_bindings=False):
    """Esc, Tab and the function keys are left to the dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in TextArea.BINDINGS if isinstance(one, Binding) and not re.fullmatch(r"f\d+", one.key)
    ]

    class Cut(Message):
        """More was typed or pasted than there is room for."""

    def __init__(self, note: str) -> None:
        super().__init__(note, compact=True, highlight_cursor_line=False)
        self.move_cursor(self.document.end)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        # Keys and pastes both come this way. Textual has no limit of its own.
        clean = without_controls("\n".join(insert.splitlines()) if len(insert) > 1 else insert)
        room = max(0, TEXT_LIMIT - len(self.text) + len(self.get_text_range(start, end)))
        if len(clean) > room:
            self.post_message(self.Cut())
        return super()._replace_via_keyboard(clean[:room], start, end)
