"""Moments are kept in UTC; days are kept as the seller's calendar had them."""

from __future__ import annotations

import datetime as dt


def in_utc(now: dt.datetime) -> dt.datetime:
    """The same moment in UTC; ValueError where it has no time zone."""
    if now.tzinfo is None:
        raise ValueError("the moment needs a time zone")
    return now.astimezone(dt.UTC)
