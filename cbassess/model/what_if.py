"""What if: trends and plan as they are, beside what they would be with other answers."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.assessment import PackStamp
from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval

StepState = Literal["planned", "unplaced", "not_now", "in_place", "undecided", "not_advised"]
"""What an action is to the seller: `undecided` hangs on an open answer, `in_place` is reached already."""

Fate = Literal["done", "gone", "new", "moved", "kept"]


class AnswerChange(Noun):
    """An answer that is supposed to be another.

    Attributes:
        action: the action that is supposed to be done, where the answer follows from that.
        counts: false where the item does not apply to the seller, so that the answer changes nothing.
    """

    item: str
    stem: str
    before: str
    after: str
    action: str | None
    counts: bool


class TrendSide(Noun):
    """One side of a trend; `level` is the title of the level."""

    applies: bool | None
    relevance: Interval
    readiness: Interval
    level: str


class TrendShift(Noun):
    """A trend before and after."""

    id: str
    title: str
    before: TrendSide
    after: TrendSide

    @property
    def moves(self) -> bool:
        """Whether anything about it differs."""
        return self.before != self.after


class StepPlace(Noun):
    """Where an action stands: place and days if it is planned, the reason if it is not."""

    state: StepState
    rank: int | None = None
    start: dt.date | None = None
    due: dt.date | None = None
    because: Rows[str] = ()


class StepShift(Noun):
    """What becomes of an action that is advised on at least one side.

    fate: `done` what it achieves is there then; `gone` it is no longer planned; `new` it is planned only then;
    `moved` it starts or ends on another day; `kept` nothing changes.
    """

    action: str
    title: str
    fate: Fate
    before: StepPlace
    after: StepPlace


class AskedItem(Noun):
    """An item that is asked on one side only."""

    item: str
    stem: str


class WhatIf(Noun, kw_only=True):
    """Trends and plan, before and after.

    Attributes:
        trends: those that may concern the seller on at least one side.
        asked, not_asked: items that come onto the route, without an answer so far, and items that leave it.
        contradictions: answers that would exclude each other.
    """

    schema_: Literal["cbassess/what-if/1"] = "cbassess/what-if/1"
    seller: str
    as_of: dt.date
    language: str
    pack: PackStamp
    answers: Rows[AnswerChange]
    trends: Rows[TrendShift]
    steps: Rows[StepShift]
    asked: Rows[AskedItem]
    not_asked: Rows[AskedItem]
    contradictions: Rows[str]

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "what-if", self.as_of.isoformat()
