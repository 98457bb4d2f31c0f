"""What the history keeps: sellers, waves, responses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seller:
    """What is assessed."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Wave:
    """One run of the instrument.

    Attributes:
        label: the civil quarter in which it was started, such as `2026-Q4`; never computed again.
        as_of: the day of which the answers tell.
        pack_title, pack_version, pack_hash: the pack under which it was answered.
        position: id of the item at which the seller stopped; empty at the start.
        started_at: moment of start, in UTC.
    """

    id: int
    seller: Seller
    label: str
    as_of: dt.date
    pack_title: str
    pack_version: str
    pack_hash: str
    position: str
    started_at: dt.datetime
    answered: int
