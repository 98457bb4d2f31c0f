"""Text that changes often, at little cost."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from cbassess.tui.texts.layout import BLANK


class Steady(Static):
    """Paints only what is new, and lays the screen out anew only where the shape of the text is new.

    A layout costs several times as much as a paint, and delays it: what an answer changes would come
    in two paints instead of one.
    """

    def __init__(self, classes: str = "", content: Content = BLANK) -> None:
        super().__init__(content, classes=classes)
        self._shown = content

    def show(self, content: Content) -> None:
        """Show this."""
        if not content.is_same(self._shown):
            same_shape = self._size_is_fixed or _shape(content) == _shape(self._shown)
            self._shown = content
            self.update(content, layout=not same_shape)

    @property
    def _size_is_fixed(self) -> bool:
        """Whether the style sheet gives width and height, so that no text can change them."""
        width, height = self.styles.width, self.styles.height
        return width is not None and height is not None and not width.is_auto and not height.is_auto


def _shape(content: Content) -> list[int]:
    """The widths of the lines, in cells."""
    return [line.cell_length for line in content.split("\n", allow_blank=True)]
