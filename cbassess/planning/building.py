"""The plan as a noun: ranked and scheduled steps in the words of the pack, and the forecast."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from cbassess.engine.situation import Situation, as_value
from cbassess.engine.wording import reason
from cbassess.model.evaluation import Evaluation, Fired
from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity, Plan, Step, StepDate, StepSource
from cbassess.model.quarters import quarter_of
from cbassess.model.rulebook import DatedFact
from cbassess.planning.capacity import capacity_of
from cbassess.planning.dates import dates_of, next_day
from cbassess.planning.deadlines import Deadlines
from cbassess.planning.fitting import unplaced
from cbassess.planning.forecasting import Outlook, look_ahead
from cbassess.planning.ordering import Ranked, rank
from cbassess.planning.placing import placed_because
from cbassess.planning.scheduling import Schedule, schedule
from cbassess.words import words_in


def build_plan(
    situation: Situation, evaluation: Evaluation, capacity: Capacity | None = None, *, with_cures: bool = True
) -> Plan:
    """Order the fired actions, fit them into the seller's quarters, and forecast where that leads.

    Steps stand in the order of the quarters in which they start, and within one in that of priority. Another
    `capacity` than the one answered shows what would be. Without `with_cures` it is not tried what would make
    the rest fit, which takes several more plans.
    """
    pack, as_of = situation.pack, situation.as_of
    capacity = capacity or capacity_of(pack, situation.responses)
    ranked = rank(situation, evaluation.fired)
    result = schedule(situation, ranked, capacity)
    placed = _in_order(ranked, result, as_of)
    outlook = look_ahead(situation, _finished(placed, result, as_of))
    return Plan(
        capacity=capacity,
        steps=tuple(_step(situation, one, place, result, outlook) for place, one in enumerate(placed, 1)),
        unplaced=unplaced(situation, ranked, capacity, result, with_cures=with_cures),
        forecast=outlook.forecast,
    )


def first_steps(situation: Situation, fired: tuple[Fired, ...], count: int) -> tuple[str, ...]:
    """The actions with which the plan begins, without the plan."""
    ranked = rank(situation, fired)
    result = schedule(situation, ranked, capacity_of(situation.pack, situation.responses), enough=count)
    return tuple(one.action.id for one in _in_order(ranked, result, situation.as_of))[:count]


def _in_order(ranked: tuple[Ranked, ...], result: Schedule, as_of: dt.date) -> list[Ranked]:
    """The placed steps by the quarter in which they start, and within one in the order of priority."""
    placed = (one for one in ranked if one.action.id in result.placed)
    return sorted(placed, key=lambda one: quarter_of(_day(as_of, result.placed[one.action.id].start_week)))


def _day(as_of: dt.date, week: int) -> dt.date:
    return as_of + dt.timedelta(weeks=week)


def _finished(placed: list[Ranked], result: Schedule, as_of: dt.date) -> list[tuple[str, dt.date]]:
    """The steps in the order in which they are finished, each with the day."""
    in_order = sorted(placed, key=lambda one: result.placed[one.action.id].finish_week)
    return [(one.action.id, _day(as_of, result.placed[one.action.id].finish_week)) for one in in_order]


def _step(situation: Situation, one: Ranked, rank_: int, result: Schedule, outlook: Outlook) -> Step:
    pack, as_of = situation.pack, situation.as_of
    action, placed = one.action, result.placed[one.action.id]
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
        adds=dict(outlook.adds[action.id]),
        because=one.fired.because,
        achieves=_achieves(pack, action.id),
        requires=one.requires,
        waits_for=result.before[action.id],
        needed_by=one.fired.needed_by,
        placed_because=placed_because(pack, one, result, as_of),
        effort_hours=action.effort_hours,
        cost=action.cost,
        lead_weeks=action.lead_weeks,
        start=start,
        due=_day(as_of, placed.finish_week),
        latest_start=result.deadlines.latest_start(action.id),
        steps=action.steps,
        proof=action.proof,
        dates=tuple(_date(one, fact, start, result.deadlines, as_of) for fact in dates_of(situation, action)),
        sources=_sources(pack, action.id),
        practice=action.practice,
    )


# What no seller changes is put together once for a pack, which is known by identity.


@lru_cache(maxsize=1_000)
def _achieves(pack: Pack, action: str) -> tuple[str, ...]:
    """The answers that an action leads to, as sentences."""
    words, targets = words_in(pack.language), pack.actions[action].achieves
    return tuple(reason(pack.items[item], as_value(target), words).text for item, target in targets.items())


@lru_cache(maxsize=1_000)
def _sources(pack: Pack, action: str) -> tuple[StepSource, ...]:
    sources = [pack.sources[source] for source in pack.actions[action].sources]
    return tuple(StepSource(id=one.id, title=one.title, where=one.where, confidence=one.confidence) for one in sources)


def _date(one: Ranked, fact: DatedFact, start: dt.date, deadlines: Deadlines, as_of: dt.date) -> StepDate:
    day = next_day(fact, as_of)
    start_by = deadlines.start_by(one, day) if day > as_of else None
    return StepDate(
        id=fact.id,
        title=fact.title,
        day=day,
        start_by=start_by,
        in_time=None if start_by is None else start <= start_by,
        confidence=fact.confidence,
        stale=fact.stale_after < as_of,
        if_late=fact.if_late,
    )
