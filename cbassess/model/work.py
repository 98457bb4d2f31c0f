"""What a seller does about the plan: steps begun, done and dropped, and how much of a plan gets done."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from cbassess.model.base import Noun, Rows

Status = Literal["open", "doing", "done", "dropped"]


class StepWork(Struct, frozen=True):
    """What was noted about one action, as it stands now.

    Attributes:
        since: the day from which the status counts; None where none was noted.
        reason: why it was dropped.
        due: a day of the seller's own; None where that of the plan counts.
        ticked: sub-steps that are done, counted from 1.
        entries: how often something was noted.
    """

    action: str
    status: Status = "open"
    since: dt.date | None = None
    reason: str = ""
    owner: str = ""
    due: dt.date | None = None
    note: str = ""
    ticked: frozenset[int] = frozenset()
    entries: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.status in ("open", "doing")

    def done_share(self, parts: int) -> float:
        """The part that is done, from 0 to 1: of a step under way, the ticked ones of its sub-steps."""
        if self.status == "done":
            return 1.0
        return min(1.0, len(self.ticked) / parts) if self.status == "doing" and parts else 0.0


Doubt = Literal["done", "really"]


class StepProgress(Noun):
    """A step of the plan, or one that was worked on, with what was noted about it.

    Attributes:
        rank: place in the plan; None where it stands in no plan any more.
        due: the day that the seller set, else that of the plan.
        parts, ticked: how many sub-steps there are, and which are done, counted from 1.
        answers_show: whether the answers show what the step achieves; None while they are open.
        asks: `done` where the answers show it and it is not marked done, so it is offered; `really`
            where it is marked done and the answers do not show it; None where both agree.
        entries: how often something was noted; it only grows.
    """

    action: str
    title: str
    rank: int | None
    status: Status
    since: dt.date | None
    reason: str
    owner: str
    due: dt.date | None
    note: str
    parts: int
    ticked: Rows[int]
    answers_show: bool | None
    asks: Doubt | None
    entries: int = 0

    def overdue(self, today: dt.date) -> bool:
        """Whether the day on which it should be done is past."""
        return self.status in ("open", "doing") and self.due is not None and self.due < today


class PacePeriod(Noun):
    """What was planned from one wave to the next, and what got done, in hours of the seller's own."""

    wave: str
    start: dt.date
    end: dt.date
    planned: float
    finished: float


PaceChoice = Literal["asked", "fit", "off"] | float


class Pace(Noun):
    """How much of a plan gets done.

    Attributes:
        share: finished hours / planned hours of the periods; None while there is too little to tell.
        hours_per_week: what the seller said; `fitted` is that times the share, and never more.
        choice: what the seller decided: `asked` while nothing was, `fit` to use what was learned, `off`,
            or a share of the seller's own.
    """

    periods: Rows[PacePeriod]
    planned: float
    finished: float
    share: float | None
    choice: PaceChoice
    hours_per_week: float
    fitted: float | None

    @property
    def applied(self) -> float | None:
        """The share by which the hours of the next plan are cut; None where they are not."""
        match self.choice:
            case "fit":
                return None if self.share is None else min(1.0, self.share)
            case "asked" | "off":
                return None
            case share:
                return float(share)
