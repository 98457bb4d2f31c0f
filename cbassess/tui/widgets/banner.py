"""A message that stays until what it tells of is over."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from cbassess.tui.texts.layout import BLANK


class Banner(Static):
    """Hidden while there is nothing to tell. The message says what happened and what to do."""

    def __init__(self) -> None:
        super().__init__(BLANK)
        self.display = False

    def tell(self, content: Content) -> None:
        """Show this, and keep it."""
        self.update(content)
        self.display = True

    def clear(self) -> None:
        """Take the message away. Where there is none nothing is laid out anew: each answer calls this."""
        if self.display:
            self.update(BLANK)
            self.display = False
