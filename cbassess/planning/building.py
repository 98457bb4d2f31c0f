"""The plan as a noun: ranked and scheduled steps in the words of the pack, and the forecast."""

from __future__ import annotations

import datetime as dt

from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Situation
from cbassess.engine.wording import reason
from cbassess.model.evaluation import Evaluation
from cbassess.model.pack import Pack
from cbassess.model.plan import Forecast, Plan, Step, StepDate, StepSource, Unplaced
from cbassess.model.quarters import quarter_ends, quarter_of
from cbassess.model.rulebook import Achieved, Action
from cbassess.planning.capacity import capacity_of
from cbassess.planning.ordering import Ranked, rank
from cbassess.planning.scheduling import Placed, Schedule, schedule
from cbassess.words import words_in


def build_plan(situation: Situation, evaluation: Evaluation) -> Plan:
    """Order the fired actions, fit them into the seller's quarters, and forecast where that leads.

    Steps stand in the order of the quarters in which they start, and within one in that of priority.
    """
    pack, as_of = situation.pack, situation.as_of
    capacity = capacity_of(pack, situation.responses)
    ranked = rank(pack, evaluation.fired, as_of)
    result = schedule(pack, ranked, capacity, as_of)
    placed = sorted(
        (one for one in ranked if one.action.id in result.placed),
        key=lambda one: quarter_of(_day(as_of, result.placed[one.action.id].start_week)),
    )
    return Plan(
        capacity=capacity,
        steps=tuple(
            _step(pack, one, result.placed[one.action.id], place, as_of) for place, one in enumerate(placed, 1)
        ),
        unplaced=tuple(_unplaced(one, result) for one in ranked if one.action.id in result.unplaced),
        forecast=_forecast(situation, placed, result),
    )


def _day(as_of: dt.date, week: int) -> dt.date:
    return as_of + dt.timedelta(weeks=week)


def _step(pack: Pack, one: Ranked, placed: Placed, rank_: int, as_of: dt.date) -> Step:
    action = one.action
    start = _day(as_of, placed.start_week)
    return Step(
        rank=rank_,
        action=action.id,
        title=action.title,
        why=action.why,
        band=one.band,
        band_because=one.band_because,
        quarter=quarter_of(start),
        priority=one.priority,
        gain=dict(one.fired.gain),
        because=one.fired.because,
        achieves=tuple(_achieved(pack, item, target) for item, target in action.achieves.items()),
        requires=one.requires,
        needed_by=one.fired.needed_by,
        effort_hours=action.effort_hours,
        cost=action.cost,
        lead_weeks=action.lead_weeks,
        start=start,
        due=_day(as_of, placed.finish_week),
        steps=action.steps,
        proof=action.proof,
        dates=_dates(pack, action, as_of),
        sources=tuple(_source(pack, source) for source in action.sources),
        practice=action.practice,
    )


def _achieved(pack: Pack, item_id: str, target: Achieved) -> str:
    answer = target if isinstance(target, str) else float(target)
    return reason(pack.items[item_id], answer, words_in(pack.language)).text


def _dates(pack: Pack, action: Action, as_of: dt.date) -> tuple[StepDate, ...]:
    """The dates that concern the action, oldest first; those that are over are left out."""
    return tuple(
        StepDate(
            id=fact.id,
            title=fact.title,
            day=fact.from_,
            confidence=fact.confidence,
            stale=fact.stale_after < as_of,
        )
        for fact in sorted(pack.rulebook.calendar, key=lambda fact: (fact.from_, fact.id))
        if fact.id in action.dates and not (fact.until and fact.until < as_of)
    )


def _source(pack: Pack, source_id: str) -> StepSource:
    source = pack.sources[source_id]
    return StepSource(id=source.id, title=source.title, where=source.where, confidence=source.confidence)


def _unplaced(one: Ranked, result: Schedule) -> Unplaced:
    return Unplaced(
        action=one.action.id,
        title=one.action.title,
        band=one.band,
        because=result.unplaced[one.action.id],
    )


def _forecast(situation: Situation, placed: list[Ranked], result: Schedule) -> tuple[Forecast, ...]:
    """Readiness at each quarter's end with all steps done that are due by then."""
    points = []
    for end in quarter_ends(situation.as_of, situation.pack.rulebook.plan.quarters):
        done = [one.action for one in placed if _day(situation.as_of, result.placed[one.action.id].finish_week) <= end]
        changes = changes_by(done, situation)
        readiness = {
            trend.id: readiness_of(trend, situation, changes).value
            for trend in situation.pack.rulebook.trends
            if situation.truths[trend.applies_when] is not False
        }
        points.append(Forecast(quarter=quarter_of(end), readiness=readiness))
    return tuple(points)
