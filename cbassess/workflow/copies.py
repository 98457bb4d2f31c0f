"""The text that was copied last, in a file: not every clipboard takes it."""

from __future__ import annotations

from pathlib import Path

from cbassess.export.writing import write_file
from cbassess.store.home import data_folder

NAME = "copied.txt"


def keep_copy(text: str) -> Path:
    """Write the text where only this user can read it, in place of the one before, and return where.

    Raises:
        StoreError: there is no folder for it.
        UsageError: it cannot be written.
    """
    file = data_folder() / NAME
    write_file(file, f"{text}\n", force=True)
    return file
