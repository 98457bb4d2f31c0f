"""Every question with its answer, section by section: for the lists that lead to any of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cbassess.model.evaluation import ItemState
from cbassess.model.instrument import Item
from cbassess.model.responses import Response, Said
from cbassess.workflow.interview import Interview


class ReviewEntry(Struct, frozen=True):
    """An item and what was said to it.

    Attributes:
        response: None where nothing was said.
        said: where the response comes from.
        note: what was noted beside it; empty where nothing was.
    """

    item: Item
    state: ItemState
    response: Response | None
    said: Said | None
    note: str

    @property
    def applies(self) -> bool:
        """Whether it can be answered now."""
        return self.state not in ("off_route", "waiting")

    @property
    def set_aside(self) -> bool:
        """Whether there is an answer that does not count, because the item does not apply."""
        return not self.applies and self.response is not None

    @property
    def open(self) -> bool:
        """Whether it can be answered now and is not, or the seller does not know."""
        return self.state in ("open", "dont_know")


class ReviewSection(Struct, frozen=True):
    """A section with all its items, whether they apply or not."""

    id: str
    title: str
    entries: tuple[ReviewEntry, ...]

    @property
    def answered(self) -> int:
        """How many of the items that apply have an answer, or a reason why there is none."""
        return sum(one.applies and one.response is not None for one in self.entries)

    @property
    def asked(self) -> int:
        """How many items apply."""
        return sum(one.applies for one in self.entries)


def review(interview: Interview) -> tuple[ReviewSection, ...]:
    """All sections in the order of asking."""
    return tuple(
        ReviewSection(section.id, section.title, tuple(_entries(interview, section.items)))
        for section in interview.pack.instrument.sections
    )


def _entries(interview: Interview, items: tuple[Item, ...]) -> Iterator[ReviewEntry]:
    states = interview.evaluation.states
    for item in items:
        yield ReviewEntry(
            item=item,
            state=states[item.id],
            response=interview.response_to(item.id),
            said=interview.said(item.id),
            note=interview.note(item.id),
        )
