"""Answers under a pack, routed and with the truth of every condition; the pack is compiled once."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet


@lru_cache(maxsize=4)
def ruling_of(pack: Pack) -> Ruling:
    """Conditions are compiled once per pack; a pack is known by identity."""
    return Ruling(pack)


def situation_of(pack: Pack, responses: ResponseSet, as_of: dt.date) -> Situation:
    """The seller's situation on a day."""
    return situate(ruling_of(pack), responses.responses, as_of)
