"""Backup and restore, for front ends."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cbassess.errors import UsageError
from cbassess.model.history import Merged
from cbassess.workflow.opened import OpenHistory

MOST_BYTES = 256 * 1024 * 1024
COPY_HEAD = b"SQLite format 3\0"


class Backups(OpenHistory):
    """The whole history, or a seller's, as a file; and back."""

    def text(self, now: dt.datetime, seller_name: str | None = None) -> str:
        """The text of a backup of all sellers, or of one; it has been read back and checked."""
        seller = None if seller_name is None else self._seller(seller_name).id
        return self._history.backup(now, seller)

    def restore(self, path: Path) -> Merged:
        """Add what a backup file holds and the history has not; UsageError where it is no whole backup."""
        return self._history.restore(_read(path), str(path))

    def newest(self) -> Path | None:
        """The newest good one of the copies that were made by themselves; None without one."""
        return self._history.newest_good_backup()

    def put_back(self, copy: Path) -> None:
        """Make the history what it was in a copy; what it holds now becomes a copy first."""
        self._history.put_back(copy.absolute())


def is_copy(path: Path) -> bool:
    """Whether a file is a copy of the whole history, as they are made by themselves, and not a backup file."""
    return _read(path, len(COPY_HEAD)) == COPY_HEAD


def _read(path: Path, size: int = MOST_BYTES + 1) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(size)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise UsageError(str(path), "cannot-read", message, "Check its name and its rights.") from error
    if len(data) > MOST_BYTES:
        message = "This file is too large for a backup of cbassess."
        raise UsageError(str(path), "not-a-backup", message, "Name a file that cbassess backup has written.")
    return data
