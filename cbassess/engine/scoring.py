"""Relevance and readiness of the trends, as intervals while answers are missing."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.engine.situation import Situation
from cbassess.engine.standing import value_of
from cbassess.model.evaluation import Interval, Scores, TrendFigures
from cbassess.model.responses import Value
from cbassess.model.rulebook import Trend

NOTHING_MEASURED = Interval.between(0.0, 100.0)

Changes = Mapping[str, tuple[Value, ...]]
"""Answers that are assumed to be reached at least, item id -> answers; none makes what stands weaker."""


def score(situation: Situation) -> Scores:
    """Relevance and readiness of each trend, and nothing else: a small part of the work."""
    return Scores(
        states=dict(situation.states),
        contradictions=contradictions_in(situation),
        trends=tuple(figures_of(trend, situation) for trend in situation.pack.rulebook.trends),
    )


def contradictions_in(situation: Situation) -> tuple[str, ...]:
    """Pairs of answers that exclude each other, in the pack's words."""
    contradictions = situation.pack.instrument.contradictions
    return tuple(one.because for one in contradictions if situation.truths[one.when])


def figures_of(trend: Trend, situation: Situation) -> TrendFigures:
    """Relevance and readiness."""
    return TrendFigures(
        id=trend.id,
        title=trend.title,
        direction=trend.direction,
        applies=situation.truths[trend.applies_when],
        relevance=relevance_of(trend, situation),
        readiness=readiness_of(trend, situation),
    )


def relevance_of(trend: Trend, situation: Situation) -> Interval:
    """How much the trend concerns the seller: the weighted share of its signals that hold, 0 to 100."""
    applies = situation.truths[trend.applies_when]
    if applies is False:
        return Interval.between(0.0, 0.0)
    total = sum(signal.weight for signal in trend.signals)
    sure = sum(signal.weight for signal in trend.signals if situation.truths[signal.when] is True)
    possible = sum(signal.weight for signal in trend.signals if situation.truths[signal.when] is not False)
    low = sure if applies else 0.0
    return Interval.between(100.0 * low / total, 100.0 * possible / total)


def readiness_of(trend: Trend, situation: Situation, changes: Changes | None = None) -> Interval:
    """Weighted mean of the applicable indicators, 0 to 100, as if `changes` had been reached.

    The route stays as it is: a change never brings in or drops an indicator.
    """
    weights = lows = highs = 0.0
    for indicator, low, high, _ in situation.standings[trend.id]:
        reached = changes.get(indicator.item, ()) if changes else ()
        values = [value_of(indicator, situation.pack.items[indicator.item], answer) for answer in reached]
        weights += indicator.weight
        lows += indicator.weight * max([low, *values])
        highs += indicator.weight * max([high, *values])
    return Interval.between(100.0 * lows / weights, 100.0 * highs / weights) if weights else NOTHING_MEASURED


def level_within(readiness: Interval, situation: Situation) -> str | None:
    """Id of the level that the whole interval lies in; None where it reaches over more than one."""
    low, high = (level_of(bound, situation) for bound in (readiness.low, readiness.high))
    return low if low == high else None


def level_of(readiness: float, situation: Situation) -> str:
    """Id of the named level that the readiness lies in."""
    levels = situation.pack.rulebook.levels
    return [level.id for level in levels if level.from_ <= readiness or level is levels[0]][-1]
