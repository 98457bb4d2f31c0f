"""Dated facts are looked at again in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, as_of: dt.date) -> Iterator[Problem]:
    """An entry of the calendar whose `stale_after` lies before `as_of`."""
    for dated in pack.rulebook.calendar:
        if dated.stale_after < as_of:
            message = f"{dated.id} should have been looked at again after {dated.stale_after}."
            yield (spots.calendar[dated.id] / "stale_after").problem("stale-fact", message)
