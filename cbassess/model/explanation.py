"""Why something is so, and what hangs on it: an action, an item, a trend."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.assessment import IndicatorEntry, PackStamp
from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval, ItemState, Json, Reason
from cbassess.model.plan import Priority, StepDate
from cbassess.model.rulebook import Confidence
from cbassess.model.what_if import AskedItem, StepPlace, TrendShift


class Part(Noun):
    """A part of a condition, all of which have to hold; `because` are the answers that decide it."""

    text: str
    holds: bool | None
    because: Rows[Reason]


class Ground(Noun):
    """A condition of the rulebook as a sentence.

    Attributes:
        role: what follows where it holds: something `applies`, is `asked`, is `held_back`, stands in another `band`,
            or is a `signal`.
        holds: None while it is unknown.
        meaning: what the rulebook says about it; empty where it says nothing.
    """

    role: Literal["applies", "asked", "held_back", "band", "signal"]
    text: str
    holds: bool | None
    parts: Rows[Part]
    meaning: str


class Named(Noun):
    """An action by its title, and where it stands."""

    action: str
    title: str
    place: StepPlace


class Target(Noun):
    """An answer that an action leads to; `met`: whether it is reached already, None while that is unknown."""

    item: str
    stem: str
    now: str
    target: str
    met: bool | None


class SourceEntry(Noun):
    """A source with what it is used for."""

    id: str
    title: str
    publisher: str
    where: str
    says: str
    confidence: Confidence


class Explained(Noun):
    """What all explanations begin with."""

    seller: str
    as_of: dt.date
    language: str
    pack: PackStamp


class Gain(Noun):
    """Points of relevance-weighted readiness that an action brings to a trend today, taken alone."""

    trend: str
    title: str
    points: float


class ActionExplained(Explained, kw_only=True):
    """From an action down to conditions, answers and sources.

    Attributes:
        grounds: when it applies, when it would be wrong, what makes it more urgent.
        targets: the answers that it leads to; those of items that do not apply are left out.
        priority: the figures behind its place; None where it is not planned.
        requires, required_by: what comes before it, and what waits for it.
    """

    schema_: Literal["cbassess/explained-action/1"] = "cbassess/explained-action/1"
    action: str
    title: str
    why: str
    trend: str
    place: StepPlace
    band: str
    band_because: str | None
    grounds: Rows[Ground]
    targets: Rows[Target]
    gain: Rows[Gain]
    priority: Priority | None
    requires: Rows[Named]
    required_by: Rows[Named]
    dates: Rows[StepDate]
    sources: Rows[SourceEntry]
    practice: bool

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "explained", self.action


class Use(Noun):
    """What an item is to a trend: a part of its readiness of so many points, or of its relevance.

    Attributes:
        share: points of readiness that the item decides; None for a signal.
        low, high: how many of them it brings; None for a signal.
        ground: the signal; None for a part of readiness.
    """

    trend: str
    title: str
    share: float | None = None
    low: float | None = None
    high: float | None = None
    ground: Ground | None = None


class AnswerEffect(Noun):
    """What another answer would change.

    Attributes:
        text, response: the answer, in words and as data.
        trends: those that would move.
        fires, ceases: actions that would be advised, and that would be no longer.
        enters, leaves: actions that would come into the first five of the plan, or drop out of them.
        asked, not_asked: items that would come onto the route, and that would leave it.
    """

    text: str
    response: Json
    trends: Rows[TrendShift]
    fires: Rows[Named]
    ceases: Rows[Named]
    enters: Rows[Named]
    leaves: Rows[Named]
    asked: Rows[AskedItem]
    not_asked: Rows[AskedItem]

    @property
    def changes_nothing(self) -> bool:
        """Whether neither a trend nor a step nor the route would move."""
        return not (
            self.trends or self.fires or self.ceases or self.enters or self.leaves or self.asked or self.not_asked
        )


class ItemExplained(Explained, kw_only=True):
    """From an item up to all that would move if its answer were another.

    Attributes:
        asked: when the item is asked; None where everybody is.
        uses: trends whose figures it is a part of.
        lifted_by: actions that lead to a better answer.
        effects: one for each other answer that makes a difference; for a number or a day, at the points where something
            changes.
    """

    schema_: Literal["cbassess/explained-item/1"] = "cbassess/explained-item/1"
    item: str
    stem: str
    why: str
    how: str
    state: ItemState
    answer: str
    asked: Ground | None
    uses: Rows[Use]
    lifted_by: Rows[Named]
    effects: Rows[AnswerEffect]

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "explained", self.item


class Signal(Noun):
    """A sign that a trend concerns the seller; `share`: part of the relevance of 100."""

    share: float
    ground: Ground


class Lift(Noun):
    """A step of the plan, and the points of readiness that it adds to a trend after the steps before it."""

    rank: int
    action: str
    title: str
    points: float


class TrendExplained(Explained, kw_only=True):
    """What relevance and readiness of a trend are made of, and what the plan adds."""

    schema_: Literal["cbassess/explained-trend/1"] = "cbassess/explained-trend/1"
    trend: str
    title: str
    summary: str
    why: str
    relevance: Interval
    readiness: Interval
    level: str
    applies: Ground
    signals: Rows[Signal]
    indicators: Rows[IndicatorEntry]
    lifts: Rows[Lift]

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "explained", self.trend


Explanation = ActionExplained | ItemExplained | TrendExplained
