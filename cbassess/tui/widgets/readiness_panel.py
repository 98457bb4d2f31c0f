"""Where the seller stands so far: one bar per trend, beside the question, and what the last answer moved."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from cbassess.model.evaluation import Scores
from cbassess.tui.texts.layout import BLANK
from cbassess.tui.texts.panel import panel

PANEL = 42
"""Columns, as the style sheet has them."""


class ReadinessPanel(Widget):
    """Shows the trends of an evaluation. `show` is called directly: it paints with the answer, and only what is new.

    The style sheet fixes its size, so that nothing has to be laid out anew when the bars change.
    """

    def __init__(self) -> None:
        super().__init__()
        self._evaluation: Scores | None = None
        self._before: Scores | None = None
        self._shown: list[Content] = []

    def show(self, evaluation: Scores, before: Scores | None = None) -> None:
        """Show where the seller stands now, and what moved since `before`."""
        self._evaluation, self._before = evaluation, before
        self._write()

    def on_resize(self) -> None:
        """Write the bars for the room that there is now."""
        self._write()

    def render(self) -> Content:
        """All lines, for those who want to select and copy them."""
        return Content("\n").join(self._shown)

    def render_line(self, y: int) -> Strip:
        """One line; what has not changed is not drawn again."""
        if self.text_selection is not None:
            return super().render_line(y)
        line = self._shown[y] if y < len(self._shown) else BLANK
        (strip,) = Visual.to_strips(self, line, self.content_size.width, 1, self.visual_style)
        return strip

    def _write(self) -> None:
        width = self.content_size.width
        if self._evaluation is None or not width:
            return
        before = {trend.id: trend for trend in self._before.trends} if self._before else {}
        earlier, self._shown = self._shown, panel(self._evaluation.trends, before, self.content_size)
        pairs = enumerate(zip_longest(earlier, self._shown, fillvalue=BLANK))
        changed = [Region(0, row, width, 1) for row, (old, new) in pairs if old is not new and not new.is_same(old)]
        if changed:
            self.refresh(*changed)
