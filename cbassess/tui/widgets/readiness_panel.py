"""Where the seller stands so far: one bar per trend, beside the question, and what the last answer moved."""

from __future__ import annotations

from textual.widgets import Static

from cbassess.model.evaluation import Scores
from cbassess.tui.texts.layout import BLANK
from cbassess.tui.texts.panel import panel


class ReadinessPanel(Static):
    """Shows the trends of an evaluation. `show` is called directly: it paints with the answer.

    The style sheet fixes its size, so that nothing has to be laid out anew when the bars change.
    """

    def __init__(self) -> None:
        super().__init__(BLANK)
        self._evaluation: Scores | None = None
        self._before: Scores | None = None

    def show(self, evaluation: Scores, before: Scores | None = None) -> None:
        """Show where the seller stands now, and what moved since `before`."""
        self._evaluation, self._before = evaluation, before
        self._write()

    def on_resize(self) -> None:
        """Write the bars for the room that there is now."""
        self._write()

    def _write(self) -> None:
        if self._evaluation is not None and self.content_size.width:
            before = {trend.id: trend for trend in self._before.trends} if self._before else {}
            self.update(panel(self._evaluation.trends, before, self.content_size), layout=False)
