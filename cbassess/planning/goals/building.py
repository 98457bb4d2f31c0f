"""The goal as a noun: how it stands, the way there, and what would have to give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from cbassess.engine.gains import changes_by
from cbassess.engine.scoring import readiness_of
from cbassess.engine.situation import Situation
from cbassess.model.assessment import PackStamp
from cbassess.model.evaluation import Evaluation, Interval
from cbassess.model.goal import Aim, Goal, Outcome, Relaxation, UrgentStep, Way, WayStep
from cbassess.model.plan import Capacity
from cbassess.model.quarters import quarter_ends, quarter_of
from cbassess.model.rulebook import Action
from cbassess.planning.capacity import capacity_of
from cbassess.planning.goals.finding import Attempt, Finder
from cbassess.planning.goals.missing import shortfalls
from cbassess.planning.goals.relaxing import least_budget, least_hours
from cbassess.planning.goals.timetable import HORIZON
from cbassess.planning.ordering import Ranked, rank
from cbassess.planning.scheduling import Scheduler


def build_goal(
    situation: Situation, evaluation: Evaluation, seller: str, aims: Mapping[str, float], by_day: dt.date
) -> Goal:
    """The way to some aims by a day.

    Args:
        situation: the seller.
        evaluation: what follows from the seller's answers.
        seller: the seller's name.
        aims: trend -> readiness to be reached, for trends that may concern the seller.
        by_day: last day of a quarter, at most `HORIZON` quarters ahead.
    """
    pack = situation.pack
    ranked = rank(situation, evaluation.fired)
    capacity = capacity_of(pack, situation.responses)
    finder = Finder(situation, ranked, Scheduler(situation, ranked, capacity).before, aims)
    outcome, attempt, sure = _outcome(situation, finder, capacity, by_day)
    way = _way(situation, finder, attempt, aims) if attempt else None
    later = Relaxation(kind="date", quarter=way.quarter if way else None, sure=sure or outcome == "too_late")
    return Goal(
        seller=seller,
        as_of=situation.as_of,
        language=pack.language,
        pack=PackStamp(title=pack.instrument.title, version=pack.instrument.version, hash=pack.hash),
        by=quarter_of(by_day),
        by_day=by_day,
        capacity=capacity,
        outcome=outcome,
        sure=sure,
        aims=tuple(_aims(situation, finder, aims, way)),
        way=way,
        relaxations=(later, *_relaxations(situation, finder, capacity, by_day)) if outcome in _LATE else (),
        urgent=tuple(_urgent(situation, ranked, way)) if outcome != "out_of_reach" else (),
        shortfalls=shortfalls(situation, evaluation, finder, aims) if outcome == "out_of_reach" else (),
    )


_LATE = ("too_late", "not_in_sight")


def _outcome(
    situation: Situation, finder: Finder, capacity: Capacity, by_day: dt.date
) -> tuple[Outcome, Attempt | None, bool]:
    """How it stands, the steps that do it as early as from `by_day` on they can, and whether that is certain."""
    if finder.is_reached:
        return "reached", None, True
    if not finder.is_reachable:
        return "out_of_reach", None, True
    sure = True
    for end in quarter_ends(situation.as_of, HORIZON):
        if end < by_day:
            continue
        attempt = finder.by(_weeks_until(situation, end), capacity)
        if attempt.taken is not None:
            return ("in_time" if end == by_day else "too_late"), attempt, sure
        sure = sure and attempt.proved
    return "not_in_sight", finder.smallest, sure


def _weeks_until(situation: Situation, day: dt.date) -> int:
    """Number of the last week that starts by the day."""
    return (day - situation.as_of).days // 7


def _aims(situation: Situation, finder: Finder, aims: Mapping[str, float], way: Way | None) -> Iterable[Aim]:
    done = [step.action for step in way.steps] if way else []
    everything = [one.action.id for one in finder.ranked]
    for trend, readiness in aims.items():
        yield Aim(
            trend=trend,
            title=situation.pack.trends[trend].title,
            readiness=readiness,
            now=_readiness(situation, trend, ()),
            after=_readiness(situation, trend, done) if way else None,
            most=_readiness(situation, trend, everything),
        )


def _readiness(situation: Situation, trend: str, done: Iterable[str]) -> Interval:
    actions = [situation.pack.actions[action] for action in done]
    return readiness_of(situation.pack.trends[trend], situation, changes_by(actions, situation))


def _way(situation: Situation, finder: Finder, attempt: Attempt, aims: Mapping[str, float]) -> Way:
    actions = finder.actions(attempt)
    lows = [_lows(situation, aims, actions[:place]) for place in range(len(actions) + 1)]
    done = max((_day(situation, placed.finish_week) for placed in attempt.weeks.values()), default=None)
    return Way(
        steps=tuple(
            _step(situation, finder, attempt, place, _differences(lows[place - 1], lows[place]))
            for place in range(1, len(actions) + 1)
        ),
        hours=sum(sum(action.effort_hours) / 2 for action in actions),
        booked=finder.cost(attempt.taken or 0),
        done=done,
        quarter=quarter_of(done) if done else None,
        least=attempt.proved,
    )


def _lows(situation: Situation, aims: Iterable[str], done: Iterable[Action]) -> dict[str, float]:
    names = [action.id for action in done]
    return {trend: _readiness(situation, trend, names).low for trend in aims}


def _differences(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    return {trend: after[trend] - low for trend, low in before.items() if after[trend] != low}


def _day(situation: Situation, week: int) -> dt.date:
    return situation.as_of + dt.timedelta(weeks=week)


def _step(situation: Situation, finder: Finder, attempt: Attempt, place: int, adds: dict[str, float]) -> WayStep:
    action = finder.actions(attempt)[place - 1]
    placed = attempt.weeks.get(action.id)
    return WayStep(
        rank=place,
        action=action.id,
        title=action.title,
        why=action.why,
        adds=adds,
        requires=tuple(finder.before[action.id]),
        effort_hours=action.effort_hours,
        cost=action.cost,
        booked=finder.cost_of(action.id),
        lead_weeks=action.lead_weeks,
        start=_day(situation, placed.start_week) if placed else None,
        due=_day(situation, placed.finish_week) if placed else None,
    )


def _urgent(situation: Situation, ranked: Iterable[Ranked], way: Way | None) -> Iterable[UrgentStep]:
    rulebook = situation.pack.rulebook
    titles = {band.id: band.title for band in rulebook.bands}
    on_the_way = {step.action for step in way.steps} if way else set()
    for one in ranked:
        if one.band in rulebook.plan.blocking_bands and one.action.id not in on_the_way:
            yield UrgentStep(action=one.action.id, title=one.action.title, band=titles[one.band])


def _relaxations(situation: Situation, finder: Finder, capacity: Capacity, by_day: dt.date) -> Iterable[Relaxation]:
    """Whether more hours, or a larger budget, alone would do. Without a limit it is not money that is short."""
    until = _weeks_until(situation, by_day)
    hours = least_hours(finder, until, capacity)
    yield Relaxation(kind="hours", hours_per_week=hours.amount, sure=hours.sure)
    if capacity.budget is not None:
        budget = least_budget(finder, until, capacity)
        yield Relaxation(kind="budget", budget=budget.amount, sure=budget.sure)
