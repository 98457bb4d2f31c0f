"""How far the questionnaire is: section, place, answered, the time that is left, and a bar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from textual.content import Content

from cbassess.tui import words
from cbassess.tui.texts.figures import bar
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, ends, joined, text
from cbassess.tui.widgets.steady import Steady
from cbassess.workflow import SectionProgress

BAR, SHORT_BAR, GAP = 20, 8, 2
WITH_BAR, WITH_LONG_BAR = 76, 100
"""Cells from which there is room for a short bar, and for the long one."""


class Place(Struct, frozen=True):
    """How far the seller is.

    Attributes:
        section: id of the one that the question stands in.
        progress: all sections.
        possible: ids of those that hold a question which the seller is or may still be asked.
        seconds_left: what the questions without an answer will take.
    """

    section: str
    progress: Sequence[SectionProgress]
    possible: Collection[str]
    seconds_left: float


class ProgressLine(Steady):
    """One line above the question: the section at the left, the whole questionnaire at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._place = Place("", (), (), 0)

    def on_resize(self) -> None:
        """The bar gives way to the words."""
        self._write()

    def stand(self, place: Place) -> None:
        """Show how far the seller is."""
        self._place = place
        self._write()

    def _write(self) -> None:
        state = self._state(self.size.width >= WITH_BAR)
        room = self.content_size.width - state.cell_length - GAP
        whole = section_text(self._place, with_number=True)
        where = whole if whole.cell_length <= room else section_text(self._place, with_number=False)
        self.show(ends(where, state, self.content_size.width))

    def _state(self, wide: bool) -> Content:
        place = self._place
        left = text(words.time_left(place.seconds_left), MUTED) if place.seconds_left else BLANK
        if not wide or not place.progress:
            return left
        share = 100 * sum(one.answered for one in place.progress) / max(1, sum(one.asked for one in place.progress))
        long = BAR if self.size.width >= WITH_LONG_BAR else SHORT_BAR
        return joined(left, "  " if place.seconds_left else "", bar(share, share, long))


def section_text(place: Place, *, with_number: bool) -> Content:
    """`Brand   section 2 of 7   3 of 8 answered`."""
    sections = [one for one in place.progress if one.id in place.possible]
    for number, one in enumerate(sections, 1):
        if one.id == place.section:
            told = f"   {words.section_of(number, len(sections))}" if with_number else ""
            answered = words.answered_of(one.answered, one.asked)
            return joined(text(one.title, STRONG), text(f"{told}   {answered}", MUTED))
    return BLANK
