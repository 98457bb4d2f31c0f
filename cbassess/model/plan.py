"""The plan: actions placed in a seller's quarters."""

from __future__ import annotations

import datetime as dt

from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Reason
from cbassess.model.rulebook import Confidence, Cost


class Priority(Noun):
    """The figures behind a step's place: (gain + unlocks + time_criticality) / effort_hours = wsjf.

    Attributes:
        gain: relevance-weighted points of readiness from the step itself.
        unlocks: share of the gains of the steps that wait for it.
        time_criticality: points for a date ahead.
        effort_hours: middle of the range of own hours.
    """

    gain: float
    unlocks: float
    time_criticality: float
    effort_hours: float
    wsjf: float


class StepSource(Noun):
    """A source as a step cites it."""

    id: str
    title: str
    where: str
    confidence: Confidence


class StepDate(Noun):
    """A dated fact that concerns a step.

    Attributes:
        day: the day on which it starts, falls due, or falls next.
        start_by: last day on which the step can start and be done on the day; None once the day has come.
        in_time: whether the step starts by then; None once the day has come.
        if_late: what happens to a seller who is not ready.
    """

    id: str
    title: str
    day: dt.date
    start_by: dt.date | None
    in_time: bool | None
    confidence: Confidence
    stale: bool
    if_late: str | None


class Step(Noun):
    """An action placed in this seller's plan.

    Attributes:
        rank: place in the plan, from 1.
        quarter: quarter in which the work starts, such as `2026-Q4`.
        band_because: why the band is not the action's own.
        achieves: texts of the answers that it leads to.
        gain: trend id -> points of relevance-weighted readiness, the step taken alone today.
        adds: trend id -> points of readiness that it adds to the steps finished before it, in tenths. Today's
            readiness, rounded to a tenth, and what the steps due by the end of a quarter add are its forecast.
        requires: steps of this plan that come first.
        waits_for: steps that have to be finished before it starts: those required, and before a step that
            expands the trade those that make it lawful.
        placed_because: why it starts when it does.
        start, due: first day of work, and the day by which the proof should be there.
        latest_start: last day on which it can start so that it, and what waits for it, is in time.
    """

    rank: int
    action: str
    title: str
    why: str
    band: str
    band_because: str | None
    quarter: str
    priority: Priority
    gain: dict[str, float]
    adds: dict[str, float]
    because: Rows[Reason]
    achieves: Rows[str]
    requires: Rows[str]
    waits_for: Rows[str]
    needed_by: str | None
    placed_because: str
    effort_hours: tuple[float, float]
    cost: Cost
    lead_weeks: tuple[float, float]
    start: dt.date
    due: dt.date
    latest_start: dt.date | None
    steps: Rows[str]
    proof: str
    dates: Rows[StepDate]
    sources: Rows[StepSource]
    practice: bool


class Unplaced(Noun):
    """An action that did not fit, why, and what would make it fit."""

    action: str
    title: str
    band: str
    because: str
    would_fit: str


class Forecast(Noun):
    """Readiness of each trend at the end of a quarter, if the plan is kept, in tenths of a point.

    Attributes:
        readiness: the middle of what is possible.
        range: lowest and highest, which differ while answers are missing.
    """

    quarter: str
    readiness: dict[str, float]
    range: dict[str, tuple[float, float]]


class Capacity(Noun):
    """What the plan had to fit. `assumed` names what the seller did not say."""

    hours_per_week: float
    budget: float | None
    currency: str
    steps_at_once: int
    assumed: Rows[str]


class Plan(Noun):
    """Steps in order, what did not fit, and where it leads."""

    capacity: Capacity
    steps: Rows[Step]
    unplaced: Rows[Unplaced]
    forecast: Rows[Forecast]
