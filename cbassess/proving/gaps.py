"""Which answers are weak, which leave something to reach, and which gaps the authors accept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cbassess.model.responses import Value
from cbassess.model.rulebook import Indicator, Trend
from cbassess.proving.formulas import Formula, all_of, any_of
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


@dataclass(frozen=True)
class Gap:
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
    """The gaps of one item that no author accepted, each while a trend that scores it applies."""
    item = rows[0][1].item
    for cell in sellers.anybody.cells[item]:
        counting = [
            trend for trend, row in rows if wanting(sellers.value(row, cell)) and not _accepted(sellers, row, cell)
        ]
        if counting:
            yield Gap(cell, all_of(sellers.stands_at(item, cell), any_of(*map(sellers.concerned, counting))))
    lowest = min(sellers.anybody.cells[item], key=lambda cell: sellers.value(rows[0][1], cell))
    if sellers.pack.rulebook.policy.dont_know == "weakest" and not _accepted(sellers, rows[0][1], lowest):
        concerned = any_of(*(sellers.concerned(trend) for trend, _ in rows))
        yield Gap(None, all_of(sellers.doubts(item), concerned))


def _accepted(sellers: Sellers, indicator: Indicator, cell: Value) -> bool:
    """Whether an accepted gap reaches above the answer."""
    borders = [gap.below for gap in sellers.pack.rulebook.accepted_gaps if gap.item == indicator.item]
    above = [border if isinstance(border, str) else float(border) for border in borders]
    return any(sellers.value(indicator, border) > sellers.value(indicator, cell) for border in above)
