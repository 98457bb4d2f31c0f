"""What is kept beside the database: copies of it, and sellers that were deleted.

A copy is made every week, before the schema changes, and before answers go on under another pack. Of each kind the
newest eight are kept, and the last one of each of the eight latest weeks: an evening with many upgrades pushes no
earlier week out.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cbassess.durable import sync_folder
from cbassess.store.private import make_numbered_file, make_private_file, make_private_folder

KEPT = 8
WEEK = dt.timedelta(days=7)

_COPY = ("history-", ".sqlite3")
_DELETED = ("deleted-", ".json")
_UNFINISHED = ".unfinished"
_LEFTOVER_SECONDS = 3_600


def backup_folder(path: Path) -> Path:
    """The folder for the backups of a database file."""
    return path.parent / "backups"


def make_backup(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the database at `path`, to which `connection` is open, and return the path of the copy.

    Raises:
        OSError, sqlite3.Error: it cannot be copied; nothing is left behind.
    """
    return _make(path, _COPY, lambda unfinished: connection.execute("VACUUM INTO ?", (str(unfinished),)))


def keep_deleted(path: Path, text: str) -> Path:
    """Keep the backup of a seller that is about to be deleted from the database at `path`; returns the file.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    return _make(path, _DELETED, lambda unfinished: unfinished.write_text(text, encoding="utf-8", newline="\n"))


def _make(path: Path, name: tuple[str, str], write: Callable[[Path], object]) -> Path:
    folder = backup_folder(path)
    make_private_folder(folder)
    backup = make_numbered_file(folder, *name)
    # Written under another name first, so that a file with the name of a backup is a whole one (or empty).
    unfinished = backup.with_name(backup.name + _UNFINISHED)
    try:
        make_private_file(unfinished)
        write(unfinished)
        _flush(unfinished)
        unfinished.replace(backup)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        backup.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    _tidy(folder, *name)
    return backup


def backups_of(path: Path) -> tuple[Path, ...]:
    """The copies of the database at `path`, newest first: their numbers only grow, whatever the clock said.

    Raises:
        OSError: the folder cannot be read.
    """
    return _newest_first(backup_folder(path), *_COPY)


def _newest_first(folder: Path, prefix: str, suffix: str) -> tuple[Path, ...]:
    found = sorted(folder.glob(f"{prefix}*{suffix}"), reverse=True)
    return tuple(backup for backup in found if backup.stat().st_size)


def is_due(path: Path, now: dt.datetime) -> bool:
    """Whether the newest backup is a week old or there is none. A clock that was set back makes one due as well.

    Raises:
        OSError: the folder cannot be read.
    """
    newest = next(iter(backups_of(path)), None)
    return newest is None or abs(now.timestamp() - newest.stat().st_mtime) >= WEEK.total_seconds()


def _tidy(folder: Path, prefix: str, suffix: str) -> None:
    # What cannot be deleted does no harm, and must not undo the backup that was just made.
    with suppress(OSError):
        for old in _no_longer_kept(_newest_first(folder, prefix, suffix)):
            old.unlink()
        for leftover in folder.glob(f"{prefix}*"):
            if _is_left_over(leftover):
                leftover.unlink()


def _no_longer_kept(newest_first: Sequence[Path]) -> list[Path]:
    last_of_week: dict[int, Path] = {}
    for copy in newest_first:
        last_of_week.setdefault(int(copy.stat().st_mtime // WEEK.total_seconds()), copy)
    kept = {*newest_first[:KEPT], *list(last_of_week.values())[:KEPT]}
    return [copy for copy in newest_first if copy not in kept]


def _is_left_over(file: Path) -> bool:
    # Of a process that was killed in the middle; one that is still at it has just begun.
    seen = file.stat()
    half = file.name.endswith(_UNFINISHED) or not seen.st_size
    return half and abs(time.time() - seen.st_mtime) > _LEFTOVER_SECONDS


def _flush(path: Path) -> None:
    # Else it is left to the system when the copy reaches the disk.
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
