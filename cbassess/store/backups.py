"""Copies of the database, made before its schema changes."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from cbassess.store.private import make_numbered_file, make_private_file, make_private_folder

_PREFIX = "history-"
_SUFFIX = ".sqlite3"


def backup_folder(path: Path) -> Path:
    """The folder for the backups of a database file."""
    return path.parent / "backups"


def make_backup(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the database at `path`, to which `connection` is open, and return the path of the copy.

    Raises:
        OSError, sqlite3.Error: it cannot be copied; nothing is left behind.
    """
    folder = backup_folder(path)
    make_private_folder(folder)
    backup = make_numbered_file(folder, _PREFIX, _SUFFIX)
    # Written under another name first, so that a file with the name of a backup is a whole one (or empty).
    unfinished = backup.with_name(backup.name + ".unfinished")
    try:
        make_private_file(unfinished)
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        _flush(unfinished)
        unfinished.replace(backup)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        backup.unlink(missing_ok=True)
        raise
    return backup


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the database at `path`, if there is one."""
    backups = sorted(backup_folder(path).glob(f"{_PREFIX}*{_SUFFIX}"))
    return next((backup for backup in reversed(backups) if backup.stat().st_size), None)


def _flush(path: Path) -> None:
    # VACUUM INTO leaves it to the system when its copy reaches the disk.
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
