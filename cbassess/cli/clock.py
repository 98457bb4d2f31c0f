"""The clock. It is read here and nowhere below the front ends."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The day on the wall, where the seller sits."""
    return dt.datetime.now().astimezone().date()
