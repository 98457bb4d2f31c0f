"""From a history to the text of a backup, and from the text to a database."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from cbassess.errors import UsageError
from cbassess.store.database import pragma_number, snapshot
from cbassess.store.faults import DamagedError
from cbassess.store.portable.gathering import gather
from cbassess.store.portable.rebuilding import rebuild
from cbassess.store.portable.text import backup_text, read_backup


def write(connection: sqlite3.Connection, now: dt.datetime, seller_id: int | None) -> str:
    """The text of a backup of all sellers, or of one; read back and checked.

    Raises:
        DamagedError: the history holds something that was not written so.
        sqlite3.Error: it cannot be read.
    """
    with snapshot(connection):
        tables, version = gather(connection, seller_id), pragma_number(connection, "user_version")
    text = backup_text(tables, version, now)
    try:
        with opened(text.encode("utf-8"), "backup"):
            return text
    except UsageError as fault:
        raise DamagedError("the backup does not read back") from fault


@contextmanager
def opened(data: bytes, place: str) -> Iterator[sqlite3.Connection]:
    """What a backup file holds, as a checked database in memory.

    Raises:
        UsageError: it is no whole backup, or a newer one.
    """
    with closing(rebuild(read_backup(data, place), place)) as database:
        yield database
