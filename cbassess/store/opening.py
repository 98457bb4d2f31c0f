"""From a folder to an open database: private, of ours, sound, and of today's schema."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.store.checking import SHORTEST, check_length, check_pages
from cbassess.store.damage import damage_fault, journal_of, set_aside
from cbassess.store.database import Database, connect, pragma_number, prepare_for_writing
from cbassess.store.faults import DamagedError, is_damage, plain_faults
from cbassess.store.private import (
    hide_from_others,
    is_writable,
    make_private_file,
    make_private_folder,
    refuse_strange_file,
)
from cbassess.store.schema.migrating import latest_version, migrate
from cbassess.store.schema.migrations import APPLICATION_ID

FILE_NAME = "history.sqlite3"
OLDEST_SQLITE = (3, 37, 0)
"""The first one that knows STRICT tables; an older one would take a sound file for a damaged one."""


def open_database(folder: Path) -> Database:
    """Open the history of a folder, and begin one where there is none.

    Raises:
        DamagedHistoryError: it is damaged, and has been set aside.
        StoreError: it cannot be opened; the file is as it was.
    """
    path = folder.absolute() / FILE_NAME
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(f"This Python comes with SQLite {sqlite3.sqlite_version}; the history needs 3.37 or newer.")
    with plain_faults(path):
        found = _make_ready(path)
        read_only = not is_writable(path)
        try:
            connection = _open_checked(path, read_only)
        except (sqlite3.Error, UnicodeError) as fault:
            if not is_damage(fault):
                raise
            aside = None if read_only else set_aside(path, found)
            raise damage_fault(path, aside) from fault
    return Database(connection, path, read_only)


def _make_ready(path: Path) -> os.stat_result:
    make_private_folder(path.parent)
    # Another process may be making it at this very moment, which is as good.
    with suppress(FileExistsError):
        if not path.exists():
            make_private_file(path)
    refuse_strange_file(path)
    return path.lstat()


def _open_checked(path: Path, read_only: bool) -> sqlite3.Connection:
    if 0 < path.stat().st_size < SHORTEST:
        raise DamagedError("shorter than any database")
    # A first look through a connection that cannot write leaves a file that is not for us as it is. It cannot be
    # had while a journal lies there: an interrupted save has to be undone first, for which one must write.
    if not journal_of(path).exists():
        with closing(connect(path, read_only=True)) as connection:
            version_of(connection, path)
    connection = connect(path, read_only=read_only)
    try:
        _check_and_migrate(connection, path, read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_and_migrate(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    version = version_of(connection, path)
    check_length(connection, path)
    check_pages(connection)
    if not read_only:
        hide_from_others(path)
        prepare_for_writing(connection)
        migrate(connection, path, version)
    elif version < latest_version():
        raise StoreError(f"The history {path} must first be brought up to date, but nothing can be written there.")
    connection.execute("PRAGMA foreign_keys=ON")


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the schema, 0 for an empty file; refuses what is not for us.

    Raises:
        StoreError: it belongs to another program, or to a newer version of this one.
        DamagedError: it is ours and has no version.
        sqlite3.Error: it cannot be read.
    """
    # All three numbers stand in the head of the file: a schema that this SQLite cannot read does not matter yet. They
    # are read in one transaction, so that they belong together while another process makes the first schema.
    connection.execute("BEGIN")
    application, version, changes = (
        pragma_number(connection, name) for name in ("application_id", "user_version", "schema_version")
    )
    connection.execute("COMMIT")
    if not (application or version or changes):
        return 0
    if application != APPLICATION_ID:
        raise StoreError(f"{path} belongs to another program. It was left as it is: move it, or set CBASSESS_HOME.")
    if version > latest_version():
        raise StoreError(
            f"The history {path} was written by a newer cbassess (schema {version}, this one knows"
            f" {latest_version()}). It was left as it is. Install the newer one, or set CBASSESS_HOME."
        )
    if version < 1:
        raise DamagedError("no version of the schema")
    return version
