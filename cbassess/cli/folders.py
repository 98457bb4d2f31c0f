"""Folders that a command fills: new or empty, so that nothing of anybody's is mixed up or lost."""

from __future__ import annotations

from pathlib import Path

from cbassess.errors import UsageError


def make_empty(folder: Path) -> None:
    """Make the folder unless it is there and empty.

    Raises:
        UsageError: the folder holds something already, or cannot be made.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            hint = "Name a folder that is empty or does not exist."
            raise UsageError(str(folder), "not-empty", "There is something already.", hint)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        raise UsageError(str(folder), "cannot-write", message, "Name a folder elsewhere.") from error
