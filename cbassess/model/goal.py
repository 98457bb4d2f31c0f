"""A goal: readiness to be reached by the end of a quarter, the way there, or what would have to give."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.assessment import PackStamp
from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval, ItemState
from cbassess.model.plan import Capacity
from cbassess.model.rulebook import Cost

Outcome = Literal["reached", "in_time", "too_late", "not_in_sight", "out_of_reach"]
"""How it stands with a goal.

reached: nothing is left to do. in_time: the way is finished by the day. too_late: it is finished in a later quarter.
not_in_sight: the steps would reach it, but not within the quarters that are looked at. out_of_reach: all that is
advised now does not reach it.
"""


class Aim(Noun):
    """Readiness to be reached in one trend; the low end of the range has to reach it.

    Attributes:
        readiness: what is wanted, from 0 to 100.
        now: readiness today.
        after: readiness at the end of the way; None where there is none.
        most: readiness with all that is advised now.
    """

    trend: str
    title: str
    readiness: float
    now: Interval
    after: Interval | None
    most: Interval


class WayStep(Noun):
    """A step on the way.

    Attributes:
        adds: trend of the goal -> points that it adds to the low end, after the steps before it.
        requires: steps of the way that are finished before it starts.
        booked: money set aside for it, in the currency of the budget.
        start, due: first day of work, and the day by which the proof should be there; None where no day can be given.
    """

    rank: int
    action: str
    title: str
    why: str
    adds: dict[str, float]
    requires: Rows[str]
    effort_hours: tuple[float, float]
    cost: Cost
    booked: float
    lead_weeks: tuple[float, float]
    start: dt.date | None
    due: dt.date | None


class Way(Noun):
    """The steps of least effort that reach the goal.

    Attributes:
        hours: own hours, the middle of the ranges.
        booked: money set aside, in the currency of the budget.
        done: the day by which the last proof should be there; None where no day can be given.
        quarter: the quarter in which that day lies.
        least: whether it is proved that no smaller set of steps does it by then.
    """

    steps: Rows[WayStep]
    hours: float
    booked: float
    done: dt.date | None
    quarter: str | None
    least: bool


class UrgentStep(Noun):
    """An action that should not wait, whatever the goal; `band` is the title of its band."""

    action: str
    title: str
    band: str


class Relaxation(Noun):
    """What alone would have to give. Of `quarter`, `hours_per_week` and `budget` the one of its kind has a value.

    It has none where no later quarter, no number of hours or no budget was found that would do; `sure` says whether it
    is certain that there is none.
    """

    kind: Literal["date", "hours", "budget"]
    quarter: str | None = None
    hours_per_week: float | None = None
    budget: float | None = None
    sure: bool = True

    @property
    def possible(self) -> bool:
        """Whether it would do."""
        return (self.quarter, self.hours_per_week, self.budget) != (None, None, None)


class Shortfall(Noun):
    """Points that nothing advised now can bring, and the actions that could but would be wrong now.

    Attributes:
        points: points of readiness of the trend, at the low end.
        held_back: titles of the actions.
        because: why they would be wrong now.
    """

    trend: str
    item: str
    stem: str
    state: ItemState
    points: float
    held_back: Rows[str]
    because: Rows[str]


class Goal(Noun, kw_only=True):
    """What was asked for, and how to get there.

    Attributes:
        by, by_day: the quarter, and its last day.
        sure: whether it is certain that no set of steps is finished by the day. Where it is too late and this is
            false, not every set or order of steps could be tried.
        way: None where nothing has to be done or nothing does it.
        relaxations: one of each kind that could give; empty unless it is too late.
        urgent: what is advised in the bands without which the trade is not lawful, and is not on the way.
        shortfalls: what is missing, most points first; empty unless it is out of reach.
    """

    schema_: Literal["cbassess/goal/1"] = "cbassess/goal/1"
    seller: str
    as_of: dt.date
    language: str
    pack: PackStamp
    by: str
    by_day: dt.date
    capacity: Capacity
    outcome: Outcome
    sure: bool
    aims: Rows[Aim]
    way: Way | None
    relaxations: Rows[Relaxation]
    urgent: Rows[UrgentStep]
    shortfalls: Rows[Shortfall]

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "goal", self.by
