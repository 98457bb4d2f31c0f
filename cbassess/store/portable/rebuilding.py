"""A backup as a checked database in memory, of today's schema."""

from __future__ import annotations

import base64
import json
import sqlite3

from cbassess.errors import StoreError, UsageError
from cbassess.model.backup import Backup, BackupRow, BytesValue, JsonValue, Value
from cbassess.plain_text import one_line
from cbassess.store.checking import check_pages, check_rows
from cbassess.store.database import transaction
from cbassess.store.portable.gathering import column_names, table_names
from cbassess.store.schema.migrating import apply_missing, latest_version
from cbassess.store.waves import all_waves

LONGEST_NAME = 200

Column = str | int | float | bytes | None


def rebuild(backup: Backup, place: str) -> sqlite3.Connection:
    """The database that was backed up; close it when done.

    Args:
        backup: what stood in the file.
        place: name of the file, for messages.

    Raises:
        UsageError: it is newer than this program, or its rows are not those of a history.
    """
    if backup.history > latest_version():
        message = f"This backup holds a newer history ({backup.history}, this cbassess knows {latest_version()})."
        raise UsageError(place, "backup-newer", message, "Install the newer cbassess.")
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with transaction(database):
            apply_missing(database, up_to=backup.history)
            _fill(database, backup)
            apply_missing(database)
        check_pages(database)
        check_rows(database)
        _require_clean(database)
    except (sqlite3.Error, StoreError, ValueError, OverflowError, RecursionError) as fault:
        database.close()
        message = "This is a backup of cbassess, but it does not hold a sound history."
        raise UsageError(place, "backup-wrong", message, "Have the backup written or sent again.") from fault
    return database


def _fill(database: sqlite3.Connection, backup: Backup) -> None:
    wanted = table_names(database)
    if set(backup.tables) != set(wanted):
        raise ValueError("not the tables of this version")
    for table in wanted:
        columns = column_names(database, table)
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own schema
        database.executemany(insert, (_values(row, columns) for row in backup.tables[table]))


def _values(row: BackupRow, columns: tuple[str, ...]) -> tuple[Column, ...]:
    if set(row) != set(columns):
        raise ValueError("not the columns of this version")
    return tuple(_stored(row[column]) for column in columns)


def _stored(value: Value) -> Column:
    if isinstance(value, BytesValue):
        return base64.b64decode(value.base64, validate=True)
    return json.dumps(value.json_) if isinstance(value, JsonValue) else value


def _require_clean(database: sqlite3.Connection) -> None:
    # What the program itself writes is so; a file from elsewhere may try other things.
    names = database.execute("SELECT name FROM sellers UNION ALL SELECT label FROM waves").fetchall()
    if any(not 0 < len(name) <= LONGEST_NAME or one_line(name) != name for (name,) in names):
        raise ValueError("a name that cannot be shown")
    if any(wave.started_at.tzinfo is None for wave in all_waves(database, None)):
        raise ValueError("a moment without a time zone")
    gaps = "SELECT 1 FROM answers GROUP BY wave_id HAVING min(sequence) <> 1 OR max(sequence) <> count(*)"
    if database.execute(gaps).fetchone():
        raise ValueError("answers are missing")
