"""No weak answer without a way up: somebody who stands there is told what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cbassess.model.proof import Place
from cbassess.model.rulebook import Indicator, Trend
from cbassess.proving.formulas import Formula, all_of, any_of, none_of
from cbassess.proving.gaps import Gap, gaps_of, indicators_by_item, weak
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Statement

KIND = "weak answers with a way up"
NOTED = "weak answers whose way up is open at once"

Rows = list[tuple[Trend, Indicator]]


def statements(sellers: Sellers) -> Iterator[Statement]:
    """For each weak answer: nobody stands there without advice; for each item: nobody is only told to wait."""
    for item, rows in indicators_by_item(sellers).items():
        gaps = list(gaps_of(sellers, rows, weak))
        ways = Ways(sellers, rows)
        place = Place(("indicator", rows[0][0].id, item))
        for gap in gaps:
            message = f"A seller can answer {item} with {gap.text}, and no action leads on from there."
            seller = all_of(sellers.coherent, gap.seller, none_of(ways.some))
            yield Statement(KIND, "no-way-up", place, message, f"{item}.{gap.text}", seller)
        yield from _noted(sellers, item, gaps, ways, place)


def _noted(sellers: Sellers, item: str, gaps: Sequence[Gap], ways: Ways, place: Place) -> Iterator[Statement]:
    there = all_of(sellers.coherent, any_of(*(gap.seller for gap in gaps)), none_of(ways.open))
    held = f"A seller with a weak answer to {item} can be told only what is not for now: {{named}}."
    seller = all_of(there, ways.held_back, none_of(ways.waiting))
    yield Statement(NOTED, "way-held-back", place, held, item, seller, named=ways.each_held_back)
    waits = f"A seller with a weak answer to {item} can be told only what hangs on an answer not given: {{named}}."
    yield Statement(NOTED, "way-waits", place, waits, item, all_of(there, ways.waiting), named=ways.each_waiting)


class Ways:
    """How the actions stand that would lift a seller's answer to one item.

    Attributes:
        open: one of them would help now.
        each_held_back: action id -> it would help, but is wrong advice now.
        each_waiting: action id -> it hangs on an answer that the seller does not know or give.
    """

    def __init__(self, sellers: Sellers, rows: Rows) -> None:
        lifts = {
            action.id: any_of(*(sellers.lifts(action, indicator) for _, indicator in rows))
            for action in sellers.lifters(rows[0][1].item)
        }
        judged = sellers.judged
        self.open = any_of(*(all_of(lifted, judged.helps(action)) for action, lifted in lifts.items()))
        self.each_held_back = {action: all_of(lifted, judged.held_back(action)) for action, lifted in lifts.items()}
        self.each_waiting = {action: all_of(lifted, judged.pending[action]) for action, lifted in lifts.items()}
        self.held_back = any_of(*self.each_held_back.values())
        self.waiting = any_of(*self.each_waiting.values())

    @property
    def some(self) -> Formula:
        """There is a way, open or not."""
        return any_of(self.open, self.held_back, self.waiting)
