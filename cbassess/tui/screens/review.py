"""All answers on one screen, section by section, and those that are set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from cbassess.tui import words
from cbassess.tui.screens.base import BACK
from cbassess.tui.screens.item_list import DETAILS, GO, ItemListPage
from cbassess.tui.texts import listing
from cbassess.tui.texts.layout import MUTED, text
from cbassess.tui.widgets.sheet import Line, blank, heading
from cbassess.workflow import Interview, ReviewEntry, ReviewSection, review


class ReviewScreen(ItemListPage):
    """Enter goes to the question under the cursor; what is set aside is read only."""

    BINDINGS: ClassVar[list[BindingType]] = [GO, DETAILS, BACK]

    @property
    def list_title(self) -> str:
        """What the list is."""
        return words.REVIEW_TITLE

    def state(self) -> Content:
        """How much is answered."""
        sections = review(self.interview)
        answered, asked = sum(one.answered for one in sections), sum(one.asked for one in sections)
        return text(words.answered_of(answered, asked), MUTED)

    def item_lines(self) -> Sequence[Line]:
        """Section by section what applies, then what is set aside."""
        return tuple(_lines(self.interview, review(self.interview)))


def _lines(interview: Interview, sections: Sequence[ReviewSection]) -> Iterator[Line]:
    for number, section in enumerate(one for one in sections if one.asked):
        if number:
            yield blank()
        yield Line(partial(listing.section_line, section))
        yield from (entry_line(interview, one) for one in section.entries if one.applies)
    aside = [one for section in sections for one in section.entries if one.set_aside]
    if aside:
        yield blank()
        yield heading(words.SET_ASIDE_TITLE)
        yield from (entry_line(interview, one) for one in aside)


def entry_line(interview: Interview, entry: ReviewEntry) -> Line:
    """An answer as a line with its detail."""
    answer = interview.in_words(entry.item.id, entry.response) if entry.response is not None else ""
    told = partial(listing.two_lines, entry.item.stem, listing.answer_of(entry, answer), listing.tags_of(entry))
    return Line(told, partial(listing.entry_detail, entry, answer), entry.item.id if entry.applies else "")
