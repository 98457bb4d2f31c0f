"""The rows of `work`: what was noted about a seller's steps. Only ever added; the sequence says what came last."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

from cbassess.errors import StoreError
from cbassess.model.history import WorkEntry
from cbassess.store.checksums import checksum, verify
from cbassess.store.database import Database
from cbassess.store.moments import in_utc

_SELECT = """
    SELECT seller_id, sequence, action_id, kind, value, noted_on, saved_at, checksum
    FROM work WHERE seller_id = ? ORDER BY sequence
"""
_INSERT = """
    INSERT INTO work (seller_id, sequence, action_id, kind, value, noted_on, saved_at, checksum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


class WorkBook:
    """The work of all sellers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, seller_id: int, entries: Iterable[WorkEntry], now: dt.datetime) -> None:
        """Note something about a seller's work, all of it or nothing.

        Raises:
            StoreError: nothing was saved: no such seller, or a fault of the disk.
            ValueError: `now` has no time zone.
        """
        saved_at = in_utc(now)
        with self._database.writing() as connection:
            append_work(connection, seller_id, entries, saved_at)

    def of(self, seller_id: int) -> tuple[WorkEntry, ...]:
        """Everything noted about a seller's work, in the order in which it was noted.

        Raises:
            StoreError: it cannot be read.
        """
        with self._database.reading() as connection:
            return all_work(connection, seller_id)


def append_work(
    connection: sqlite3.Connection, seller_id: int, entries: Iterable[WorkEntry], saved_at: dt.datetime
) -> None:
    """Add entries to a seller's work, within a transaction.

    Raises:
        StoreError: there is no such seller.
        sqlite3.Error: they cannot be written.
    """
    if not connection.execute("SELECT 1 FROM sellers WHERE id = ?", (seller_id,)).fetchone():
        raise StoreError(f"There is no seller number {seller_id} in the history. Nothing was saved.")
    (last,) = connection.execute(
        "SELECT coalesce(max(sequence), 0) FROM work WHERE seller_id = ?", (seller_id,)
    ).fetchone()
    for sequence, one in enumerate(entries, start=last + 1):
        values = (seller_id, sequence, one.action, one.kind, one.value, one.on.isoformat(), saved_at.isoformat())
        connection.execute(_INSERT, (*values, checksum(*values)))


def all_work(connection: sqlite3.Connection, seller_id: int) -> tuple[WorkEntry, ...]:
    """Everything noted about a seller's work, in the order in which it was noted.

    Raises:
        DamagedError: a row is not what was written.
        sqlite3.Error: it cannot be read.
    """
    rows = connection.execute(_SELECT, (seller_id,)).fetchall()
    for *values, expected in rows:
        verify(expected, *values)
    return tuple(
        WorkEntry(action, kind, value, dt.date.fromisoformat(noted_on))
        for _, _, action, kind, value, noted_on, _, _ in rows
    )
