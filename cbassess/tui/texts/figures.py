"""Figures as people read them: bars, ranges, money, hours."""

from __future__ import annotations

import math

from textual.content import Content

from cbassess.model.evaluation import Interval
from cbassess.model.rulebook import Cost
from cbassess.tui import words
from cbassess.tui.texts.layout import ACCENT, joined, text

REACHED, OPEN, MISSING = "#", "-", "."


def bar(low: float, high: float, width: int) -> Content:
    """A bar from 0 to 100: `#` up to low, `-` up to high, `.` for the rest. Always `width` cells.

    The characters are one cell wide in every terminal, and tell the parts apart without colour.
    """
    reached = _cells(low, width)
    open_ = max(reached, _cells(high, width)) - reached
    missing = width - reached - open_
    parts = ((REACHED * reached, ACCENT), (OPEN * open_, WARNING_TONE), (MISSING * missing, FAINT))
    return joined(*(text(part, style) for part, style in parts if part))


WARNING_TONE = "$warning"
FAINT = "$foreground 30%"


def _cells(figure: float, width: int) -> int:
    """How many of `width` cells a figure from 0 to 100 fills."""
    return whole(min(max(figure, 0.0), 100.0) / 100 * width)


def interval_bar(interval: Interval, width: int) -> Content:
    """The bar of an interval."""
    return bar(interval.low, interval.high, width)


def whole(figure: float) -> int:
    """Rounded half up, as people do it."""
    return math.floor(figure + 0.5)


def interval_text(interval: Interval) -> str:
    """`55` where the figure is known, `40-70` where answers are missing."""
    low, high = whole(interval.low), whole(interval.high)
    return str(low) if low == high else f"{low}-{high}"


def signed(points: float) -> str:
    """Points with their sign and at most one decimal: `+4.2`, `-1`, `0`."""
    rounded = round(points, 1)
    return f"{rounded:+.1f}".removesuffix(".0") if rounded else "0"


def number(figure: float) -> str:
    """A figure with thousands marked and no needless decimals: `1,500`, `2.5`."""
    shown = f"{figure:,.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def span(low: float, high: float) -> str:
    """`8-16`, or one figure."""
    return number(low) if low == high else f"{number(low)}-{number(high)}"


def money(cost: Cost) -> str:
    """`300-1,500 CNY`, or words where there is nothing to pay."""
    return f"{span(cost.min, cost.max)} {cost.currency}" if cost.max else words.NO_COST
