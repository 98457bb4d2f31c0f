"""The evidence of a trend: its signs, its indicators with their answers, and what the plan adds."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.assessment import IndicatorEntry
from cbassess.model.explanation import Signal, TrendExplained
from cbassess.tui import words
from cbassess.tui.texts.evidence.parts import (
    INDENT,
    MARK,
    beside,
    ground_lines,
    group,
    holds,
    leading,
    reasons,
    title,
    told,
)
from cbassess.tui.texts.figures import interval_text, signed, whole
from cbassess.tui.texts.layout import ACCENT, BLANK, MUTED, WARNING, joined, text
from cbassess.tui.texts.line import Line, blank

POINTS = 7


def trend_lines(one: TrendExplained) -> Iterator[Line]:
    """From the figures down to the answers."""
    yield title(one.title)
    yield told(text(_figures(one), MUTED))
    yield blank()
    yield told(text(one.summary))
    yield told(text(one.why))
    yield from group(words.WHETHER_CONCERNS, ground_lines(one.applies))
    yield from group(words.RELEVANCE_OF, (line for signal in one.signals for line in _signal(signal)))
    yield from group(f"{words.MADE_OF} ({words.POINTS_OF})", (_indicator(entry) for entry in one.indicators))
    lifts = (leading(text(f"{signed(lift.points)}  {lift.rank}. {lift.title}"), lift.action) for lift in one.lifts)
    yield from group(words.PLAN_ADDS, lifts)


def _figures(one: TrendExplained) -> str:
    if one.applies.holds is False:
        return words.DOES_NOT_CONCERN_WHY
    ready, relevant = (words.of_hundred(interval_text(figure)) for figure in (one.readiness, one.relevance))
    return words.figures(ready, one.level, relevant)


def _signal(one: Signal) -> Iterator[Line]:
    sign = words.sign_of(str(whole(one.share)), one.ground.meaning)
    yield beside(holds(one.ground.holds), MARK, text(sign))
    answers = {reason.item: reason for part in one.ground.parts for reason in part.because}
    yield from reasons(answers.values(), MARK + INDENT)


def _indicator(one: IndicatorEntry) -> Line:
    """Points reached of the points there are, and the answer behind them, which leads to its question."""
    low, high = whole(one.share * one.low), whole(one.share * one.high)
    reached = str(low) if low == high else f"{low}-{high}"
    assumed = text(f" ({words.ASSUMED})", WARNING) if one.assumed else BLANK
    figure = text(f"{reached}/{whole(one.share)}", ACCENT)
    return beside(figure, POINTS + 1, joined(text(one.reason.text), assumed), one.item)
