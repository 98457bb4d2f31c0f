"""Where the seller stands so far: one bar per trend, beside the question."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from cbassess.model.evaluation import Evaluation
from cbassess.tui import words
from cbassess.tui.texts.layout import BLANK, STRONG, text
from cbassess.tui.texts.trends import panel_lines


class ReadinessPanel(VerticalScroll, can_focus=False):
    """Shows the trends of an evaluation. `show` is called directly: it paints with the answer."""

    WIDTH = 36

    def compose(self) -> ComposeResult:
        """Heading and bars."""
        yield Static(text(words.READINESS, STRONG), classes="heading")
        yield Static(BLANK, classes="bars")

    def show(self, evaluation: Evaluation) -> None:
        """Show where the seller stands now."""
        self.query_one(".bars", Static).update(panel_lines(evaluation.trends, self.WIDTH))
