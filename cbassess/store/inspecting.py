"""A look at the history that changes nothing: no folder is made, nothing is migrated or set aside."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from cbassess.model.diagnosis import Copy, Place, State, StoreFacts
from cbassess.store.backups import backups_of
from cbassess.store.checking import check_length, check_pages, is_sound
from cbassess.store.damage import journal_of
from cbassess.store.database import connect, pragma_number
from cbassess.store.faults import is_damage
from cbassess.store.opening import FILE_NAME
from cbassess.store.private import is_writable
from cbassess.store.schema.migrating import latest_version
from cbassess.store.schema.migrations import APPLICATION_ID


def inspect(folder: Path, shown: Callable[[Path], str]) -> StoreFacts:
    """The state of the history in a folder. It never raises for what is wrong with it.

    Args:
        folder: where it lies, or would lie.
        shown: how to write a path.
    """
    path = folder / FILE_NAME
    return StoreFacts(
        folder=_place(folder, shown),
        file=_place(path, shown),
        known_version=latest_version(),
        sqlite=sqlite3.sqlite_version,
        copies=_copies(path),
        set_aside=len(tuple(folder.glob("history.damaged-*.sqlite3"))),
        free_bytes=_free(folder),
        **(_found(path) if path.is_file() and not path.is_symlink() else {"state": _without_file(path)}),
    )


def _without_file(path: Path) -> State:
    return "unreadable" if path.is_symlink() or path.exists() else "none"


def _found(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = {"bytes": path.stat().st_size, "writable": is_writable(path)}
    if not facts["bytes"]:
        return {**facts, "state": "empty"}
    try:
        with closing(connect(path, read_only=True)) as connection:
            found = _read(connection, path)
    except (sqlite3.Error, UnicodeError) as fault:
        # Whoever opens it for writing undoes the interrupted save first, which may well be all that it needs.
        if journal_of(path).exists():
            return {**facts, "state": "interrupted"}
        return {**facts, "state": "damaged" if is_damage(fault) else "unreadable", "detail": type(fault).__name__}
    if found["state"] == "sound" and not is_sound(path):
        found["state"] = "rows_damaged"
    return {**facts, **found}


def _read(connection: sqlite3.Connection, path: Path) -> dict[str, Any]:
    version = pragma_number(connection, "user_version")
    if pragma_number(connection, "application_id") != APPLICATION_ID:
        return {"state": "foreign"}
    facts: dict[str, Any] = {"schema_version": version}
    if version > latest_version():
        return {**facts, "state": "newer"}
    check_length(connection, path)
    check_pages(connection)
    for table in ("sellers", "waves", "answers"):
        facts[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
    return {**facts, "state": "sound"}


def _place(path: Path, shown: Callable[[Path], str]) -> Place:
    try:
        return Place(path=shown(path), mode=f"{stat.S_IMODE(path.lstat().st_mode):04o}")
    except OSError:
        return Place(path=shown(path))


def _copies(path: Path) -> tuple[Copy, ...]:
    try:
        return tuple(_copy(copy) for copy in backups_of(path))
    except OSError:
        return ()


def _copy(copy: Path) -> Copy:
    seen = copy.stat()
    made_on = dt.datetime.fromtimestamp(seen.st_mtime, dt.UTC).date()
    return Copy(name=copy.name, made_on=made_on, bytes=seen.st_size, sound=is_sound(copy))


def _free(folder: Path) -> int:
    there = next((place for place in (folder, *folder.parents) if place.is_dir()), None)
    try:
        return shutil.disk_usage(there).free if there and os.access(there, os.R_OK) else 0
    except OSError:
        return 0
