"""What a trend's relevance and readiness are made of."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.explanation import Lift, Signal, TrendExplained
from cbassess.model.rulebook import Trend
from cbassess.workflow.explaining.case import Case


def explain_trend(case: Case, name: str) -> TrendExplained:
    """Signals, parts of the readiness, and what the plan adds."""
    trend = case.pack.trends[name]
    entry = next(one for one in case.side.assessment.trends if one.id == name)
    return TrendExplained(
        **case.head,
        trend=name,
        title=trend.title,
        summary=trend.summary,
        why=trend.why,
        relevance=entry.relevance,
        readiness=entry.readiness,
        level=entry.level,
        applies=case.ground("applies", trend.applies_when),
        signals=tuple(_signals(case, trend)),
        indicators=entry.indicators,
        lifts=tuple(_lifts(case, name)),
    )


def _signals(case: Case, trend: Trend) -> Iterator[Signal]:
    total = sum(signal.weight for signal in trend.signals)
    for signal in trend.signals:
        yield Signal(share=100.0 * signal.weight / total, ground=case.ground("signal", signal.when, signal.because))


def _lifts(case: Case, name: str) -> Iterator[Lift]:
    for step in case.side.assessment.plan:
        if step.adds.get(name):
            yield Lift(rank=step.rank, action=step.action, title=step.title, points=step.adds[name])
