"""Which answers are weak, which leave something to reach, and which gaps the authors accept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from cbassess.model.responses import Value
from cbassess.model.rulebook import AcceptedGap, Indicator, Trend
from cbassess.proving.formulas import NO, Formula, all_of, any_of, none_of
from cbassess.proving.sellers import Sellers

# An answer that brings at most half of the points is weak; `pack check` counts the same way.
WEAK = 0.5

Wanting = Callable[[float], bool]


def weak(value: float) -> bool:
    """Whether an answer of this worth is weak."""
    return value <= WEAK


def below_full(value: float) -> bool:
    """Whether an answer of this worth leaves points to be had."""
    return value < 1.0


class Gap(Struct, frozen=True):
    """Answers to an indicator's item that want something, and the formula that a seller stands there.

    Attributes:
        answer: the cell; None stands for "don't know".
    """

    answer: Value | None
    seller: Formula

    @property
    def text(self) -> str:
        """The answer as a message may show it."""
        if self.answer is None:
            return "dont_know"
        return f"{self.answer:g}" if isinstance(self.answer, float) else str(self.answer)


def indicators_by_item(sellers: Sellers) -> dict[str, list[tuple[Trend, Indicator]]]:
    """Item id -> where it is an indicator, in the order of the rulebook."""
    rows: dict[str, list[tuple[Trend, Indicator]]] = {}
    for trend in sellers.pack.rulebook.trends:
        for indicator in trend.indicators:
            rows.setdefault(indicator.item, []).append((trend, indicator))
    return rows


def gaps_of(sellers: Sellers, rows: list[tuple[Trend, Indicator]], wanting: Wanting) -> Iterator[Gap]:
    """The gaps of one item that no author accepted, each while a trend that scores it concerns the seller."""
    item = rows[0][1].item
    for cell in sellers.anybody.cells[item]:
        counting = [(trend, row) for trend, row in rows if wanting(sellers.value(row, cell))]
        left = [_left(sellers, trend, row, cell) for trend, row in counting]
        if any(open_ is not NO for open_ in left):
            yield Gap(cell, all_of(sellers.stands_at(item, cell), any_of(*left)))
    lowest = min(sellers.anybody.cells[item], key=lambda cell: sellers.value(rows[0][1], cell))
    left = [_left(sellers, trend, rows[0][1], lowest) for trend, _ in rows]
    if sellers.pack.rulebook.policy.dont_know == "weakest" and any(open_ is not NO for open_ in left):
        yield Gap(None, all_of(sellers.doubts(item), any_of(*left)))


def _left(sellers: Sellers, trend: Trend, indicator: Indicator, cell: Value) -> Formula:
    """The trend concerns the seller, and the answer is accepted by nobody; NO where it is accepted for all."""
    accepting = [gap for gap in sellers.pack.rulebook.accepted_gaps if _reaches_above(sellers, gap, indicator, cell)]
    if any(gap.when is None for gap in accepting):
        return NO
    return all_of(sellers.concerned(trend), none_of(*(sellers.holds(gap.when) for gap in accepting if gap.when)))


def _reaches_above(sellers: Sellers, gap: AcceptedGap, indicator: Indicator, cell: Value) -> bool:
    border = gap.below if isinstance(gap.below, str) else float(gap.below)
    return gap.item == indicator.item and sellers.value(indicator, border) > sellers.value(indicator, cell)


def accepted_cells(sellers: Sellers, gap: AcceptedGap) -> list[Value]:
    """The answers that an accepted gap covers."""
    indicator = sellers.ruling.indicators[gap.item]
    return [cell for cell in sellers.anybody.cells[gap.item] if _reaches_above(sellers, gap, indicator, cell)]
