"""The backup of every week."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import suppress

from cbassess.errors import StoreError
from cbassess.store.backups import is_due, make_backup
from cbassess.store.checking import check_rows
from cbassess.store.database import Database
from cbassess.store.sellers import all_sellers


def back_up_weekly(database: Database, now: dt.datetime) -> None:
    """Make a backup if the newest one is a week old.

    It never stands in the way of work: where it cannot be made, `cbassess doctor` shows how old the last one is.
    A history with a damaged row is not copied, so that it cannot push the good copies out.
    """
    if database.read_only:
        return
    with suppress(sqlite3.Error, OSError, UnicodeError, StoreError):
        if is_due(database.path, now) and all_sellers(database.connection):
            check_rows(database.connection)
            make_backup(database.connection, database.path)
