"""A trend's relevance and readiness, with all that they are made of."""

from __future__ import annotations

from msgspec.structs import asdict

from cbassess.engine.evidence import Evidence
from cbassess.engine.scoring import figures_of, level_within
from cbassess.engine.situation import Situation
from cbassess.model.evaluation import IndicatorScore, SignalState, TrendScore
from cbassess.model.rulebook import Trend


def score_trend(trend: Trend, situation: Situation, evidence: Evidence) -> TrendScore:
    """Relevance, readiness and everything they are made of."""
    figures = figures_of(trend, situation)
    return TrendScore(
        **asdict(figures),
        level=level_within(figures.readiness, situation),
        signals=tuple(
            SignalState(holds=situation.truths[signal.when], weight=signal.weight, because=signal.because)
            for signal in trend.signals
        ),
        indicators=_indicator_scores(trend, situation, evidence),
    )


def _indicator_scores(trend: Trend, situation: Situation, evidence: Evidence) -> tuple[IndicatorScore, ...]:
    standings = situation.standings[trend.id]
    total = sum(one.indicator.weight for one in standings)
    return tuple(
        IndicatorScore(
            item=one.indicator.item,
            weight=one.indicator.weight,
            share=100.0 * one.indicator.weight / total,
            low=one.low,
            high=one.high,
            assumed=one.assumed,
            reason=evidence.reason(one.indicator.item),
        )
        for one in standings
    )
