"""A list whose highlighted line carries a mark, so that colour is not the only sign of it."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList

from cbassess.tui import words

REVERSE = Style(reverse=True)


class CursorList(OptionList, inherit_bindings=False):
    """An `OptionList` with a gutter at its left.

    Enter is left to the screen, so that the footer can say what it does there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", words.UP_HELP, show=False, id="list.up"),
        Binding("down,j", "cursor_down", words.DOWN_HELP, show=False, id="list.down"),
        Binding("pageup", "page_up", show=False, id="list.page_up"),
        Binding("pagedown", "page_down", show=False, id="list.page_down"),
        Binding("home,g", "first", show=False, id="list.first"),
        Binding("end,G", "last", show=False, id="list.last"),
    ]

    GUTTER_WIDTH: ClassVar[int] = 2

    def mark_before(self, index: int) -> str:
        """What stands before the first line of an option: `GUTTER_WIDTH` cells of ASCII."""
        return "> " if index == self.highlighted else "  "

    @property
    def text_width(self) -> int:
        """Cells that are there for the text of an option."""
        padding = self.get_component_styles("option-list--option").padding.width
        return max(0, self.scrollable_content_region.width - self.GUTTER_WIDTH - padding)

    # As in Textual's own SelectionList, the gutter is told to the layout and put before each line.
    def _get_left_gutter_width(self) -> int:
        return self.GUTTER_WIDTH

    def render_line(self, y: int) -> Strip:
        """One line of the list with its gutter."""
        number = self.scroll_offset.y + y
        lines = self._lines  # asked for once: Textual looks each time whether they still fit
        if number >= len(lines):
            empty = self.get_visual_style("option-list--option").rich_style
            return Strip.blank(self.scrollable_content_region.width, empty)
        strip = super().render_line(y)
        index, offset = lines[number]
        before = self.mark_before(index) if offset == 0 else " " * self.GUTTER_WIDTH
        style = next((segment.style for segment in strip), None)
        whole = Strip([Segment(before, style), *strip])
        # A style sheet cannot say this: Textual 8.2 drops `text-style: reverse` of a list's lines.
        bare = self.app.no_color or self.app.current_theme.ansi
        reversed_ = bare and self.has_focus and index == self.highlighted
        return whole.apply_style(REVERSE) if reversed_ else whole
