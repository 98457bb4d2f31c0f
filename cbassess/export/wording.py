"""How figures, money and doubts are worded, once for all formats."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence

from cbassess.model.evaluation import Interval
from cbassess.model.rulebook import Confidence, Cost
from cbassess.words import Words, phrase

BAR_CELLS = 20

MONEY_NOTE = phrase(
    "Money is in the currency in which it is paid and does not count your own hours. "
    "Amounts and weeks are ranges to plan with, not quotes."
)

_MARKS: dict[Confidence, str] = {
    "high": "",
    "medium": phrase("medium confidence"),
    "low": phrase("low confidence, check before you rely on it"),
    "unconfirmed": phrase("unconfirmed, check before you rely on it"),
}

STALE_MARK = phrase("past its check-by date, look it up again")


def number(value: float, decimals: int = 1) -> str:
    """A number with commas for thousands and no needless zeros: `1,500`, `0.5`; `decimals` from 1."""
    text = f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def whole(value: float) -> int:
    """Rounded half up, as people do it."""
    return math.floor(value + 0.5)


def interval(figure: Interval, words: Words) -> str:
    """`55` where the figure is known, `40-70` where answers are missing."""
    low, high = whole(figure.low), whole(figure.high)
    return str(low) if low == high else _from_to(str(low), str(high), words)


def signed(points: float) -> str:
    """Points gained or lost, whole: `+3`, `-2`; a movement too small for that is named as such."""
    rounded = whole(abs(points))
    if rounded:
        return f"{'+' if points > 0 else '-'}{rounded}"
    return "0" if abs(points) < 0.05 else f"{'+' if points > 0 else '-'}{abs(points):.1f}"


def adding_up(parts: Sequence[float]) -> tuple[float, ...]:
    """Parts in tenths whose sum is that of the exact ones in tenths: what rounding left over goes to the largest."""
    tenths = [round(10 * part) for part in parts]
    largest = max(range(len(parts)), key=lambda place: abs(parts[place]))
    tenths[largest] += round(10 * math.fsum(parts)) - sum(tenths)
    return tuple(tenth / 10 for tenth in tenths)


def tenths(points: float) -> str:
    """Points in tenths with their sign: `+3.2`, `-0.1`, `0`."""
    return f"{points:+.1f}" if round(points, 1) else "0"


def hours(low: float, high: float, words: Words) -> str:
    """A range of hours: `8-16 hours`, `1 hour`."""
    return words.plural("{} hour", "{} hours", _count(low, high)).format(_span(low, high, words))


def weeks(low: float, high: float, words: Words) -> str:
    """A range of weeks: `3-8 weeks`, `1 week`."""
    return words.plural("{} week", "{} weeks", _count(low, high)).format(_span(low, high, words))


def _span(low: float, high: float, words: Words) -> str:
    return number(low) if low == high else _from_to(number(low), number(high), words)


def _count(low: float, high: float) -> int:
    """The count that asks for the singular only where nothing but one is meant."""
    return 1 if low == high and number(low) == "1" else 2


def _from_to(low: str, high: str, words: Words) -> str:
    return words("{low}-{high}").format(low=low, high=high)


def money(cost: Cost, words: Words) -> str:
    """Money in its native currency: `300-1,500 CNY`; `nothing to pay` where both ends are zero."""
    if cost.max == 0:
        return words("nothing to pay")
    low, high = amount(cost.min), amount(cost.max)
    shown = low if low == high else _from_to(low, high, words)
    return f"{shown} {words.currency(cost.currency)}"


def totals(costs: Iterable[Cost], words: Words) -> str:
    """The sum of costs, one per currency in the order of their first cost; never converted."""
    sums: dict[str, tuple[float, float]] = {}
    for cost in costs:
        low, high = sums.get(cost.currency, (0.0, 0.0))
        sums[cost.currency] = (low + cost.min, high + cost.max)
    paid = [Cost(min=low, max=high, currency=currency) for currency, (low, high) in sums.items() if high]
    return words(", ").join(money(cost, words) for cost in paid) or words("nothing to pay")


def amount(value: float) -> str:
    """A sum of money: `1,500`, `12.50`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def quarter(label: str, words: Words) -> str:
    """A quarter such as `2026-Q4`, as a heading."""
    year, _, number_ = label.partition("-Q")
    return words("{year}-Q{number}").format(year=year, number=number_)


def sentences(texts: Iterable[str], words: Words) -> str:
    """Sentences one after the other; Chinese puts no space between them."""
    return functools.reduce(lambda said, more: words("{said} {more}").format(said=said, more=more), texts)


def doubt(words: Words, confidence: Confidence, stale: bool = False) -> str:
    """What there is to doubt; empty where confidence is high and the date is fresh."""
    return words("; ").join(words(mark) for mark in (_MARKS[confidence], STALE_MARK if stale else "") if mark)


def marked(text: str, doubts: str, words: Words) -> str:
    """A text with its doubts behind it; unchanged where there are none."""
    return words("{text} (!) {doubts}").format(text=text, doubts=doubts) if doubts else text


def bar(figure: Interval) -> str:
    """A figure from 0 to 100 as `[########----........]`: reached, possible, missing."""
    low, high = (whole(min(max(end, 0.0), 100.0) / 100 * BAR_CELLS) for end in (figure.low, figure.high))
    return f"[{'#' * low}{'-' * (high - low)}{'.' * (BAR_CELLS - high)}]"
