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
    """A dated fact that concerns a step."""

    id: str
    title: str
    day: dt.date
    confidence: Confidence
    stale: bool


class Step(Noun):
    """An action placed in this seller's plan.

    Attributes:
        rank: place in the plan, from 1.
        quarter: quarter in which the work starts, such as `2026-Q4`.
        band_because: why the band is not the action's own.
        achieves: texts of the answers that it leads to.
        gain: trend id -> points.
        requires: steps of this plan that come first.
        start, due: first day of work, and the day by which the proof should be there.
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
    because: Rows[Reason]
    achieves: Rows[str]
    requires: Rows[str]
    needed_by: str | None
    effort_hours: tuple[float, float]
    cost: Cost
    lead_weeks: tuple[float, float]
    start: dt.date
    due: dt.date
    steps: Rows[str]
    proof: str
    dates: Rows[StepDate]
    sources: Rows[StepSource]
    practice: bool


class Unplaced(Noun):
    """An action that did not fit, and why."""

    action: str
    title: str
    band: str
    because: str


class Forecast(Noun):
    """Readiness of each trend (its middle value) at the end of a quarter, if the plan is kept."""

    quarter: str
    readiness: dict[str, float]


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
