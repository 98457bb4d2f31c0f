"""What is still open, and what each answer could change."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.assessment import PackStamp
from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import ItemState


class Reach(Noun):
    """How far a trend's readiness (the middle of its range) could move: lowest and highest with any of the answers."""

    low: float
    now: float
    high: float


class ItemInformation(Noun):
    """What the answer to one item could change, all else as it is.

    Attributes:
        tried: how many answers were tried.
        exact: whether these stand for all answers there are; otherwise what is said is a lower bound: it could
            change at least so much.
        readiness: trend id -> how far it could move; trends that do not move are left out.
        could_enter: actions that would come among the first steps with one of the answers.
        could_leave: actions that are among the first steps now, and would not be with one of the answers.
    """

    item: str
    stem: str
    state: ItemState
    tried: int
    exact: bool
    readiness: dict[str, Reach]
    could_enter: Rows[str]
    could_leave: Rows[str]


class Together(Noun):
    """What holds whatever is answered to all open items at once.

    Attributes:
        tried: how many combinations of answers were tried, of `possible` ones.
        exact: whether all of them were tried and stand for all answers.
        certain: those of the first steps that are among the first in every combination that was tried.
    """

    tried: int
    possible: int
    exact: bool
    certain: Rows[str]


class Information(Noun, kw_only=True):
    """The value of information: open items in the order in which answering pays.

    Attributes:
        first: the first steps as they are now.
        certain: those of the first steps that stay among the first whatever is answered to any one item.
        titles: id -> title, of all actions and trends that are named here.
    """

    schema_: Literal["cbassess/information/1"] = "cbassess/information/1"
    seller: str
    as_of: dt.date
    language: str
    pack: PackStamp
    first: Rows[str]
    certain: Rows[str]
    together: Together
    items: Rows[ItemInformation]
    titles: dict[str, str]

    @property
    def subject(self) -> tuple[str, str]:
        """What it is, and what tells it from others of its kind."""
        return "open", self.as_of.isoformat()
