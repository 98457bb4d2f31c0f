"""The comparison of two waves: what moved, why, and what became of the plan."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval
from cbassess.model.work import Status

DAYS_PASSED = "as_of"
"""Stands in `moved_by` for the days that passed, where a rule looks at the date."""


class WaveStamp(Noun):
    """One side of the comparison."""

    wave: str
    as_of: dt.date
    pack_version: str
    pack_hash: str


class ItemChange(Noun):
    """An answer that differs. `points`: trend id -> points of readiness that it brought or took."""

    item: str
    stem: str
    before: str
    after: str
    points: dict[str, float]


class Split(Noun):
    """What a movement is due to, in points; the three parts add up to it.

    Attributes:
        answers: what the seller answered otherwise, and the days that passed.
        rules: what answers count for, their options included.
        questions: which questions are asked.
    """

    answers: float
    rules: float
    questions: float

    @property
    def total(self) -> float:
        """The movement."""
        return self.answers + self.rules + self.questions


class TrendChange(Noun):
    """How one trend moved.

    Attributes:
        comparable: false where the trend did not apply in one of the waves; then `change` is None,
            and the missing side must not be drawn as zero.
        before, after: readiness like for like: both waves scored under the same pack, and over the
            questions that both packs ask.
        change: middle of `after` minus middle of `before`, in points.
        moved_by: item id (or `as_of` for the days that passed) -> points; the parts add up to `change`.
        seen_before, seen_after: readiness as each wave showed it, under its own pack.
        split: what the way from `seen_before` to `seen_after` is due to; None where it cannot be told.
        foreseen: what the baseline's plan foresaw for the day of the wave, like for like; None where
            nothing is to be compared.
    """

    id: str
    title: str
    comparable: bool
    before: Interval | None
    after: Interval | None
    change: float | None
    moved_by: dict[str, float]
    seen_before: Interval | None = None
    seen_after: Interval | None = None
    split: Split | None = None
    foreseen: float | None = None


Fate = Literal["done", "carried", "new", "dropped"]


class StepChange(Noun):
    """What became of an action: done, carried over, new, or dropped (no longer advised, not done).

    Attributes:
        status: what the seller noted about it; None where nothing was.
        reason: why the seller dropped it.
    """

    action: str
    title: str
    fate: Fate
    status: Status | None = None
    reason: str = ""


class Comparison(Noun, kw_only=True):
    """Two waves of one seller, side by side.

    Attributes:
        language: language of the texts.
        shared: items answered in both waves / items asked in either, from 0 to 1.
        compatibility: items that both packs ask with the same meaning / items of either; None where the pack
            of the baseline is not at hand.
        headline_needs: the least of both for which one overall figure is honest.
        headline: mean change over comparable trends, weighted by relevance; None where too little is
            shared for one number to be honest.
        headline_split: the same mean of the splits, over the trends that have one.
        headline_foreseen: the same mean of what the baseline's plan foresaw as change.
        trends: those that concern the seller in at least one of the waves.
        rules_changed: the two waves were answered under different packs.
    """

    schema_: Literal["cbassess/comparison/1"] = "cbassess/comparison/1"
    seller: str
    language: str
    baseline: WaveStamp
    wave: WaveStamp
    shared: float
    compatibility: float | None = None
    headline_needs: float = 0.0
    headline: float | None
    headline_split: Split | None = None
    headline_foreseen: float | None = None
    rules_changed: bool
    trends: Rows[TrendChange]
    items: Rows[ItemChange]
    steps: Rows[StepChange]


class CoursePoint(Noun):
    """A trend in one wave; `readiness` is None where it did not concern the seller, which is not zero."""

    wave: str
    as_of: dt.date
    readiness: Interval | None


class TrendCourse(Noun):
    """A trend over several waves."""

    id: str
    title: str
    points: Rows[CoursePoint]


class Course(Noun, kw_only=True):
    """Readiness over several waves, all scored under one pack and over the questions that all of them asked.

    Attributes:
        waves: oldest first.
        shared: items that all packs ask with the same meaning / items of this one, from 0 to 1.
        missing: labels of waves whose pack is not at hand, so that it cannot be told what they asked.
    """

    schema_: Literal["cbassess/course/1"] = "cbassess/course/1"
    seller: str
    language: str
    pack_version: str
    pack_hash: str
    waves: Rows[WaveStamp]
    shared: float
    missing: Rows[str]
    trends: Rows[TrendCourse]
