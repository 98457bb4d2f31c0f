"""What every screen works with: the pack, the history, and the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct, field

from cbassess import workflow
from cbassess.model.pack import Pack
from cbassess.workflow import Records, pack_in


def local_today() -> dt.date:
    """The day on the seller's calendar."""
    return dt.datetime.now().astimezone().date()


def utc_now() -> dt.datetime:
    """This moment, for the history."""
    return dt.datetime.now(dt.UTC)


class Desk(Struct, frozen=True):
    """Passed from screen to screen. Time is read here and nowhere else in the app.

    Attributes:
        pack_in: the pack in another language.
        places: wave -> what the cursor of its results stood at when a question was asked for there.
    """

    pack: Pack
    records: Records
    today: Callable[[], dt.date] = local_today
    now: Callable[[], dt.datetime] = utc_now
    pack_in: Callable[[str], Pack] = pack_in
    places: dict[int, str] = field(default_factory=dict)

    @property
    def sellers(self) -> workflow.Sellers:
        """The sellers of the same history."""
        return workflow.Sellers.beside(self.records)

    @property
    def backups(self) -> workflow.Backups:
        """Backups of the same history."""
        return workflow.Backups.beside(self.records)
