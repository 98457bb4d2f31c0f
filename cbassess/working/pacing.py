"""How much of a plan gets done: planned and finished hours, from wave to wave.

Planned are the hours of the steps whose work the plan had finished by the end of a period; finished are the hours of
the steps that were done in it, planned for then or not, and of those under way the part that is ticked off. All periods
count together, hour by hour, so that a short one does not weigh as much as a long one.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from cbassess.model.plan import Step
from cbassess.model.work import Pace, PaceChoice, PacePeriod, StepWork

LAST_PERIODS = 4
"""A year: who worked differently two years ago plans by how it goes now."""

LEAST_DAYS = 28
LEAST_HOURS = 5.0
"""Less than four weeks, or than five planned hours, says nothing about a pace."""

LEAST_SHARE = 0.1
"""A plan of no hours would help nobody."""


class Planned(Struct, frozen=True):
    """The plan of a wave.

    Attributes:
        start: the day of the wave; its plan is worked until `end`.
        in_place: actions whose result the answers at the end show.
    """

    wave: str
    start: dt.date
    end: dt.date
    hours_per_week: float
    steps: Sequence[Step]
    in_place: frozenset[str]


def hours_of(step: Step) -> float:
    """Own hours of a step: the middle of its range."""
    return sum(step.effort_hours) / 2


def period_of(
    plan: Planned, before: Mapping[str, StepWork], after: Mapping[str, StepWork], parts: Callable[[str], int]
) -> PacePeriod:
    """What was planned from a wave to the next, and what got done.

    Args:
        plan: the plan of the wave.
        before: action id -> where its step stood before the first day.
        after: the same at the end of the last day.
        parts: how many sub-steps an action has.
    """
    due = math.fsum(hours_of(step) for step in plan.steps if _work_ends(step, plan) <= plan.end)
    return PacePeriod(
        wave=plan.wave,
        start=plan.start,
        end=plan.end,
        # Steps that run side by side share the hours of a week.
        planned=min(due, plan.hours_per_week * (plan.end - plan.start).days / 7),
        finished=math.fsum(
            hours_of(step) * max(0.0, _share(step, after, parts, plan.in_place) - _share(step, before, parts))
            for step in plan.steps
        ),
    )


def learn(periods: Iterable[PacePeriod], hours_per_week: float, choice: str) -> Pace:
    """The pace of the last periods, and the hours that would fit it."""
    telling = [one for one in periods if (one.end - one.start).days >= LEAST_DAYS and one.planned > 0]
    last = telling[-LAST_PERIODS:]
    planned, finished = math.fsum(one.planned for one in last), math.fsum(one.finished for one in last)
    share = max(LEAST_SHARE, finished / planned) if planned >= LEAST_HOURS else None
    return Pace(
        periods=tuple(last),
        planned=planned,
        finished=finished,
        share=share,
        choice=_choice(choice),
        hours_per_week=hours_per_week,
        fitted=None if share is None else hours_per_week * min(1.0, share),
    )


def _choice(text: str) -> PaceChoice:
    match text:
        case "fit" | "off":
            return text
        case "":
            return "asked"
        case share:
            return float(share)


def _work_ends(step: Step, plan: Planned) -> dt.date:
    """The day on which the own work of a step should be over; waiting for an office is no work."""
    weeks = math.ceil(hours_of(step) / plan.hours_per_week) if plan.hours_per_week else math.inf
    return dt.date.max if weeks == math.inf else step.start + dt.timedelta(weeks=min(weeks, 5_000))


def _share(
    step: Step, work: Mapping[str, StepWork], parts: Callable[[str], int], in_place: frozenset[str] = frozenset()
) -> float:
    """The part of a step that is done, from 0 to 1; all of it where the answers show it."""
    if step.action in in_place:
        return 1.0
    noted = work.get(step.action)
    return noted.done_share(parts(step.action)) if noted else 0.0
