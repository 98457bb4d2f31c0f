"""How far the questionnaire is: section, place, answered, as words and a bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from cbassess.tui import words
from cbassess.tui.texts.figures import bar
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, joined, text
from cbassess.tui.widgets.steady import Steady
from cbassess.workflow import SectionProgress

BAR = 20
WITH_BAR = 76
"""Cells from which there is room for the bar."""


class ProgressLine(Horizontal):
    """One line above the question: the section at the left, the whole questionnaire as a bar at the right."""

    def compose(self) -> ComposeResult:
        """The two halves."""
        yield Steady("where")
        yield Steady("state")

    def on_resize(self) -> None:
        """The bar gives way to the words."""
        self.query_one(".state").display = self.size.width >= WITH_BAR

    def show(self, progress: Sequence[SectionProgress], section: str, possible: Collection[str]) -> None:
        """Show how far the seller is.

        Args:
            progress: all sections.
            section: the one that the question stands in.
            possible: those that hold a question which the seller is or may still be asked.
        """
        share = 100 * sum(one.answered for one in progress) / max(1, sum(one.asked for one in progress))
        counted = [one for one in progress if one.id in possible]
        self.query_one(".where", Steady).show(section_text(counted, section))
        self.query_one(".state", Steady).show(bar(share, share, BAR))


def section_text(sections: Sequence[SectionProgress], section: str) -> Content:
    """`Brand   section 2 of 7   3 of 8 answered`."""
    for place, one in enumerate(sections, 1):
        if one.id == section:
            told = f"   {words.section_of(place, len(sections))}   {words.answered_of(one.answered, one.asked)}"
            return joined(text(one.title, STRONG), text(told, MUTED))
    return BLANK
