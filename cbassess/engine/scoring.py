"""Relevance and readiness of the trends, as intervals while answers are missing."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.engine.situation import COUNTS, Situation
from cbassess.engine.wording import reason
from cbassess.model.evaluation import IndicatorScore, Interval, SignalState, TrendScore
from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response, Value
from cbassess.model.rulebook import Indicator, Trend
from cbassess.words import words_in

WEAKEST = (0.0, 0.0)
UNKNOWN = (0.0, 1.0)
NOTHING_MEASURED = Interval.between(0.0, 100.0)

Changes = Mapping[str, tuple[Value, ...]]
"""Answers that are assumed to be reached at least, item id -> answers; none makes what stands weaker."""


def score_trend(trend: Trend, situation: Situation) -> TrendScore:
    """Relevance, readiness and everything they are made of."""
    indicators = _indicator_scores(trend, situation)
    readiness = readiness_of(trend, situation)
    return TrendScore(
        id=trend.id,
        title=trend.title,
        direction=trend.direction,
        applies=situation.truths[trend.applies_when],
        relevance=relevance_of(trend, situation),
        readiness=readiness,
        level=level_within(readiness, situation),
        signals=tuple(
            SignalState(holds=situation.truths[signal.when], weight=signal.weight, because=signal.because)
            for signal in trend.signals
        ),
        indicators=indicators,
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

    The route stays as it is: a change never brings in or drops an indicator, so that a gain shows what
    an action does and not what the next question would ask.
    """
    weights = low = high = 0.0
    for indicator in applicable(trend, situation):
        item_low, item_high, _ = standing(indicator, situation, changes or {})
        weights += indicator.weight
        low += indicator.weight * item_low
        high += indicator.weight * item_high
    if not weights:
        return NOTHING_MEASURED
    return Interval.between(100.0 * low / weights, 100.0 * high / weights)


def applicable(trend: Trend, situation: Situation) -> tuple[Indicator, ...]:
    """The trend's indicators whose items apply to this seller, or still may."""
    return tuple(indicator for indicator in trend.indicators if situation.states[indicator.item] != "off_route")


def standing(indicator: Indicator, situation: Situation, changes: Changes) -> tuple[float, float, bool]:
    """Lowest and highest value (0 to 1) that the answer may stand for, and whether it is assumed."""
    low, high, assumed = _standing_now(indicator, situation)
    item = situation.pack.items[indicator.item]
    for answer in changes.get(indicator.item, ()):
        value = value_of(indicator, item, answer)
        low, high = max(low, value), max(high, value)
    return low, high, assumed


def _standing_now(indicator: Indicator, situation: Situation) -> tuple[float, float, bool]:
    state = situation.states[indicator.item]
    response = situation.responses.get(indicator.item, Missing.NOT_REACHED)
    if state == "dont_know" and situation.pack.rulebook.policy.dont_know == "weakest":
        return *WEAKEST, True
    if state not in COUNTS or isinstance(response, Missing):
        return *UNKNOWN, False
    value = value_of(indicator, situation.pack.items[indicator.item], response)
    return value, value, False


def value_of(indicator: Indicator, item: Item, answer: Value) -> float:
    """What an answer is worth, from 0 to 1."""
    if indicator.levels is not None:
        return indicator.levels[str(answer)]
    if item.kind == "scale":
        return item.option_ids.index(str(answer)) / (len(item.options) - 1)
    if indicator.worst is None or indicator.best is None or not isinstance(answer, int | float):
        raise ValueError(f"{indicator.item} cannot be an indicator")  # refused when the pack is loaded
    along = (answer - indicator.worst) / (indicator.best - indicator.worst)
    return min(1.0, max(0.0, along))


def level_within(readiness: Interval, situation: Situation) -> str | None:
    """Id of the level that the whole interval lies in; None where it reaches over more than one."""
    low, high = (level_of(bound, situation) for bound in (readiness.low, readiness.high))
    return low if low == high else None


def level_of(readiness: float, situation: Situation) -> str:
    """Id of the named level that the readiness lies in."""
    levels = situation.pack.rulebook.levels
    return [level.id for level in levels if level.from_ <= readiness or level is levels[0]][-1]


def _indicator_scores(trend: Trend, situation: Situation) -> tuple[IndicatorScore, ...]:
    indicators = applicable(trend, situation)
    total = sum(indicator.weight for indicator in indicators)
    return tuple(_indicator_score(indicator, total, situation) for indicator in indicators)


def _indicator_score(indicator: Indicator, total: float, situation: Situation) -> IndicatorScore:
    low, high, assumed = standing(indicator, situation, {})
    response: Response = situation.responses.get(indicator.item, Missing.NOT_REACHED)
    return IndicatorScore(
        item=indicator.item,
        weight=indicator.weight,
        share=100.0 * indicator.weight / total,
        low=low,
        high=high,
        assumed=assumed,
        reason=reason(situation.pack.items[indicator.item], response, words_in(situation.pack.language)),
    )
