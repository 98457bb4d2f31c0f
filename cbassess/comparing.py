"""Two assessments under the same pack -> what moved, and which answers moved it.

Readiness is a sum of the points that each item brings, so the difference of those points, item by
item, adds up to the change of the trend exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.assessment import Assessment, ResponseEntry, TrendEntry
from cbassess.model.comparison import Comparison, ItemChange, StepChange, TrendChange, WaveStamp

NEGLIGIBLE = 1e-9


def compare(
    before: Assessment, after: Assessment, baseline: WaveStamp, wave: WaveStamp, headline_needs: float
) -> Comparison:
    """What changed between two waves of one seller.

    `before` and `after` are assessed under the same pack; `baseline` and `wave` say which waves they are
    and under which pack each was answered. One overall figure is given only where at least the share
    `headline_needs` (0 to 1) of the items was asked in both waves.
    """
    pairs = zip(before.trends, after.trends, strict=True)
    trends = tuple(_trend_change(old, new) for old, new in pairs if _concerns(old) or _concerns(new))
    shared = _shared(before, after)
    return Comparison(
        seller=after.seller,
        language=after.language,
        baseline=baseline,
        wave=wave,
        shared=shared,
        headline=_headline(trends, after) if shared >= headline_needs else None,
        rules_changed=baseline.pack_hash != wave.pack_hash,
        trends=trends,
        items=tuple(_item_changes(before, after, trends)),
        steps=tuple(_step_changes(before, after)),
    )


def _trend_change(old: TrendEntry, new: TrendEntry) -> TrendChange:
    comparable = _concerns(old) and _concerns(new)
    before, after = _points(old), _points(new)
    moved = {item: after.get(item, 0.0) - before.get(item, 0.0) for item in before | after}
    return TrendChange(
        id=new.id,
        title=new.title,
        comparable=comparable,
        before=old.readiness if _concerns(old) else None,
        after=new.readiness if _concerns(new) else None,
        change=new.readiness.value - old.readiness.value if comparable else None,
        moved_by={item: points for item, points in moved.items() if abs(points) > NEGLIGIBLE} if comparable else {},
    )


def _concerns(trend: TrendEntry) -> bool:
    """Whether the trend applies, or still may."""
    return trend.applies is not False


def _points(trend: TrendEntry) -> dict[str, float]:
    """Points of readiness that each item brings, at the middle of what is known."""
    return {one.item: one.share * (one.low + one.high) / 2 for one in trend.indicators}


def _asked(assessment: Assessment) -> dict[str, ResponseEntry]:
    return {entry.item: entry for entry in assessment.responses if entry.state not in ("off_route", "waiting")}


def _shared(before: Assessment, after: Assessment) -> float:
    """Items asked in both waves as a share of those asked in either; 1 where nothing was asked."""
    old, new = set(_asked(before)), set(_asked(after))
    return len(old & new) / len(old | new) if old | new else 1.0


def _headline(trends: tuple[TrendChange, ...], after: Assessment) -> float | None:
    """Mean change of the comparable trends, weighted by their relevance today."""
    weights = {trend.id: trend.relevance.value for trend in after.trends}
    changes = [(weights[trend.id], trend.change) for trend in trends if trend.change is not None]
    total = sum(weight for weight, _ in changes)
    return sum(weight * change for weight, change in changes) / total if total else None


def _item_changes(before: Assessment, after: Assessment, trends: tuple[TrendChange, ...]) -> Iterator[ItemChange]:
    """Answers that differ, in the order of asking; an item that was not asked reads as such."""
    old, new = _entries(before), _entries(after)
    for item, entry in new.items():
        was = old[item]
        if (was.state, was.text) == (entry.state, entry.text):
            continue
        points = {trend.id: trend.moved_by[item] for trend in trends if item in trend.moved_by}
        yield ItemChange(item=item, stem=entry.stem, before=was.text, after=entry.text, points=points)


def _entries(assessment: Assessment) -> dict[str, ResponseEntry]:
    return {entry.item: entry for entry in assessment.responses}


def _step_changes(before: Assessment, after: Assessment) -> Iterator[StepChange]:
    """What became of every action that was advised in either wave, new ones last."""
    old, new = _advised(before), _advised(after)
    for action, title in old.items():
        if action in new:
            yield StepChange(action=action, title=title, fate="carried")
        else:
            done = action in after.in_place
            yield StepChange(action=action, title=title, fate="done" if done else "dropped")
    for action, title in new.items():
        if action not in old:
            yield StepChange(action=action, title=title, fate="new")


def _advised(assessment: Assessment) -> dict[str, str]:
    steps = {step.action: step.title for step in assessment.plan}
    return steps | {one.action: one.title for one in assessment.unplaced}
