"""Going on from a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.store.backups import backups_of, make_backup
from cbassess.store.checking import is_sound, sound_copy
from cbassess.store.database import Database
from cbassess.store.faults import plain_faults
from cbassess.store.sellers import all_sellers


def newest_good_backup(path: Path) -> Path | None:
    """The newest backup of the database at `path` that is whole to its last row, if there is one.

    Raises:
        OSError: the folder of backups cannot be read.
    """
    return next((backup for backup in backups_of(path) if is_sound(backup)), None)


def put_back(database: Database, backup: Path) -> None:
    """Make the open history what it was in a backup. What it holds now is kept as a backup of its own.

    It is one transaction: whoever else has it open sees the one or the other.

    Raises:
        StoreError: the backup is no sound history, or it cannot be written; nothing was changed.
    """
    if database.read_only:
        raise StoreError(f"The history {database.path} can only be read here: nothing can be put back.")
    with closing(_copy_of(backup)) as copy, plain_faults(database.path):
        if all_sellers(database.connection):
            make_backup(database.connection, database.path)
        _retire_numbers(database.connection, copy)
        copy.backup(database.connection)


def _copy_of(backup: Path) -> sqlite3.Connection:
    try:
        return sound_copy(backup)
    except (sqlite3.Error, OSError, ValueError, StoreError) as fault:
        message = f"{backup} is no sound history of this or an older cbassess. Nothing was changed."
        raise StoreError(message) from fault


def _retire_numbers(present: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    # A window that has a wave of today open must not find another one under its number.
    today = present.execute("SELECT id FROM waves UNION SELECT id FROM deleted_waves").fetchall()
    kept = {number for (number,) in copy.execute("SELECT id FROM waves").fetchall()}
    gone = [(number,) for (number,) in today if number not in kept]
    copy.executemany("INSERT OR IGNORE INTO deleted_waves VALUES (?)", gone)
