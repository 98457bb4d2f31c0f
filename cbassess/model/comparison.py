"""The comparison of two waves: what moved, and which answers moved it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from cbassess.model.base import Noun, Rows
from cbassess.model.evaluation import Interval


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


class TrendChange(Noun):
    """How one trend moved, like for like: both waves scored under the same pack.

    Attributes:
        comparable: false where the trend did not apply in one of the waves; then `change` is None,
            and the missing side must not be drawn as zero.
        change: middle of readiness after minus before, in points.
        moved_by: item id -> points; the parts add up to `change`.
    """

    id: str
    title: str
    comparable: bool
    before: Interval | None
    after: Interval | None
    change: float | None
    moved_by: dict[str, float]


class StepChange(Noun):
    """What became of an action: done, carried over, new, or dropped (no longer advised, not done)."""

    action: str
    title: str
    fate: Literal["done", "carried", "new", "dropped"]


class Comparison(Noun):
    """Two waves of one seller, side by side.

    Attributes:
        language: language of the texts.
        shared: items asked in both waves / items asked in either, from 0 to 1.
        headline: mean change over comparable trends, weighted by relevance; None where too little is
            shared for one number to be honest.
        trends: those that concern the seller in at least one of the waves.
        rules_changed: the baseline was taken under another pack; both are scored under the newer here.
    """

    schema_: Literal["cbassess/comparison/1"] = Field(default="cbassess/comparison/1", alias="schema")
    seller: str
    language: str
    baseline: WaveStamp
    wave: WaveStamp
    shared: float
    headline: float | None
    rules_changed: bool
    trends: Rows[TrendChange]
    items: Rows[ItemChange]
    steps: Rows[StepChange]
