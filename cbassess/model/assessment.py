"""The assessment: the document that every screen and every export shows."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval, ItemState, NotNow, Reason
from cbassess.model.plan import Capacity, Forecast, Step, Unplaced
from cbassess.model.responses import Origin
from cbassess.model.work import StepProgress


class PackStamp(Noun):
    """Which pack was used."""

    title: str
    version: str
    hash: str


class IndicatorEntry(Noun):
    """One item's part in a trend: share of the 100 points, and where the answer stands from 0 to 1."""

    item: str
    share: float
    low: float
    high: float
    assumed: bool
    reason: Reason


class TrendEntry(Noun):
    """One trend of the document. `level` is the title of the level, `level_meaning` its sentence."""

    id: str
    title: str
    direction: str
    applies: bool | None
    relevance: Interval
    readiness: Interval
    level: str
    level_meaning: str
    summary: str
    because: Rows[str]
    indicators: Rows[IndicatorEntry]


class OpenEntry(Noun):
    """An open item of the document, with its question."""

    item: str
    stem: str
    state: ItemState
    would_move: Rows[str]
    trends: Rows[str]


class ResponseEntry(Noun):
    """Where an item stands and what was said, in the words of the pack.

    Attributes:
        origin: whether it was given in this wave, said earlier and confirmed in it, or carried unasked; None where
            there is no answer, or no history.
        said_on: the day on which the seller said it.
        checked_on: the day on which the seller last said or confirmed it.
    """

    item: str
    stem: str
    state: ItemState
    text: str
    origin: Origin | None = None
    said_on: dt.date | None = None
    checked_on: dt.date | None = None


class BandEntry(Noun):
    """A band of the priority order, for headings."""

    id: str
    title: str
    meaning: str


class Assessment(Noun, kw_only=True):
    """Where a seller stands and what to do, as of a day, under one pack.

    Attributes:
        complete: whether every item on the route has an answer.
        answered, asked: how many items on the route have an answer, of how many.
        in_place: actions whose result is there already.
        set_aside: items with an answer that does not count, because they do not apply to this seller.
        responses: every item of the instrument, in the order of asking.
        plan: the steps in order; `unplaced` what did not fit, `not_now` what would be wrong now.
        work: what the seller does about the steps of the plan, in its order, and about others; empty where the
            assessment is of a file and not of the history.
    """

    schema_: Literal["cbassess/assessment/1"] = "cbassess/assessment/1"
    seller: str
    wave: str
    as_of: dt.date
    language: str
    pack: PackStamp
    complete: bool
    answered: int
    asked: int
    trends: Rows[TrendEntry]
    bands: Rows[BandEntry]
    capacity: Capacity
    plan: Rows[Step]
    work: Rows[StepProgress] = ()
    unplaced: Rows[Unplaced]
    not_now: Rows[NotNow]
    in_place: Rows[str] = ()
    open_items: Rows[OpenEntry]
    forecast: Rows[Forecast]
    contradictions: Rows[str]
    set_aside: Rows[ResponseEntry]
    responses: Rows[ResponseEntry]
