"""Applying migrations: all that are missing, or none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from cbassess.store.backups import make_backup
from cbassess.store.database import pragma_number, transaction
from cbassess.store.schema import migrations


def latest_version() -> int:
    """The version that this program reads and writes."""
    return migrations.MIGRATIONS[-1].number


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring the database at `path` from `version` to the latest one; a backup is made of one that is not empty.

    Raises:
        OSError, sqlite3.Error: it failed, and the database is as it was.
    """
    if version == latest_version():
        return
    if version > 0:
        make_backup(connection, path)
    # A table that is rebuilt would otherwise take the rows that refer to it along.
    connection.execute("PRAGMA foreign_keys=OFF")
    with transaction(connection):
        apply_missing(connection)


def apply_missing(connection: sqlite3.Connection, up_to: int | None = None) -> None:
    """Apply what is missing, within a transaction.

    Args:
        connection: in a transaction.
        up_to: the version to stop at; the latest one where none is named.

    Raises:
        sqlite3.Error: it failed.
    """
    # Asked again within the transaction: another process may have done it meanwhile.
    version = pragma_number(connection, "user_version")
    last = latest_version() if up_to is None else up_to
    missing = [migration for migration in migrations.MIGRATIONS if version < migration.number <= last]
    if not missing:
        return
    for migration in missing:
        for statement in migration.statements:
            connection.execute(statement)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError("rows refer to rows that are not there")
    connection.execute(f"PRAGMA application_id={migrations.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={last}")
