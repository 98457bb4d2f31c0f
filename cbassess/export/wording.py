"""How figures, money and doubts are worded, once for all formats."""

from __future__ import annotations

import math

from cbassess.model.evaluation import Interval
from cbassess.model.rulebook import Confidence, Cost

BAR_CELLS = 20

MONEY_NOTE = (
    "Money is in the currency in which it is paid and does not count your own hours. "
    "Amounts and weeks are ranges to plan with, not quotes."
)

_MARKS: dict[Confidence, str] = {
    "high": "",
    "medium": "medium confidence",
    "low": "low confidence, check before you rely on it",
    "unconfirmed": "unconfirmed, check before you rely on it",
}

STALE_MARK = "past its check-by date, look it up again"


def number(value: float, decimals: int = 1) -> str:
    """A number with commas for thousands and no needless zeros: `1,500`, `0.5`; `decimals` from 1."""
    text = f"{value:,.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def whole(value: float) -> int:
    """Rounded half up, as people do it."""
    return math.floor(value + 0.5)


def interval(figure: Interval) -> str:
    """`55` where the figure is known, `40-70` where answers are missing."""
    low, high = whole(figure.low), whole(figure.high)
    return str(low) if low == high else f"{low}-{high}"


def signed(points: float) -> str:
    """Points gained or lost, whole: `+3`, `-2`; a movement too small for that is named as such."""
    rounded = whole(abs(points))
    if rounded:
        return f"{'+' if points > 0 else '-'}{rounded}"
    return "0" if abs(points) < 0.05 else f"{'+' if points > 0 else '-'}{abs(points):.1f}"


def span(low: float, high: float, unit: str) -> str:
    """A range with its unit, singular given: `8-16 hours`, `1 week`."""
    shown = number(low) if low == high else f"{number(low)}-{number(high)}"
    return f"{shown} {unit}" if shown == "1" else f"{shown} {unit}s"


def money(cost: Cost) -> str:
    """Money in its native currency: `300-1,500 CNY`; `nothing to pay` where both ends are zero."""
    if cost.max == 0:
        return "nothing to pay"
    low, high = amount(cost.min), amount(cost.max)
    return f"{low} {cost.currency}" if low == high else f"{low}-{high} {cost.currency}"


def amount(value: float) -> str:
    """A sum of money: `1,500`, `12.50`."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def marked(text: str, confidence: Confidence, stale: bool = False) -> str:
    """A text with its doubts behind it; unchanged where confidence is high and the date is fresh."""
    marks = [mark for mark in (_MARKS[confidence], STALE_MARK if stale else "") if mark]
    return f"{text} (!) {'; '.join(marks)}" if marks else text


def bar(figure: Interval) -> str:
    """A figure from 0 to 100 as `[########----........]`: reached, possible, missing."""
    low, high = (whole(min(max(end, 0.0), 100.0) / 100 * BAR_CELLS) for end in (figure.low, figure.high))
    return f"[{'#' * low}{'-' * (high - low)}{'.' * (BAR_CELLS - high)}]"
