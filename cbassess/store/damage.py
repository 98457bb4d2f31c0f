"""What happens to a damaged file: it is set aside under a new name, and never deleted."""

from __future__ import annotations

import os
from pathlib import Path

from cbassess.durable import sync_folder
from cbassess.errors import DamagedHistoryError
from cbassess.store.private import make_numbered_file
from cbassess.store.rescue import newest_good_backup


def damage_fault(path: Path, aside: Path | None) -> DamagedHistoryError:
    """What to tell about a damaged file, and what to do.

    Args:
        path: where the history was.
        aside: its new name, or None when it could not be renamed.

    Raises:
        OSError: the folder cannot be read.
    """
    where = f"It is now {aside}" if aside else "It was not moved"
    backup = newest_good_backup(path)
    return DamagedHistoryError(
        f"The history {path} is damaged. {where}, and nothing was deleted. {_cure(backup, aside)}",
        aside,
        backup,
    )


def _cure(backup: Path | None, aside: Path | None) -> str:
    rescue = "the program sqlite3 may bring answers back with its command .recover."
    if backup and aside:
        return f"The newest good copy is {backup}; to go on from it: cbassess restore. Else the history begins empty."
    if backup:
        return f"The newest good copy is {backup}."
    empty = " The next start begins with an empty history." if aside else ""
    return f"There is no good copy of it; {rescue}{empty}"


def set_aside(path: Path, found: os.stat_result) -> Path | None:
    """Give a damaged file another name in the same folder, and return it.

    Its journal goes with it, and goes first: it must never be applied to the next file of this name.

    Args:
        path: the file.
        found: what the damaged file looked like. Another process may have set it aside already and begun a new
            one, which is left alone; then None is returned.

    Raises:
        OSError: it cannot be renamed.
    """
    if not os.path.samestat(path.lstat(), found):
        return None
    aside = make_numbered_file(path.parent, f"{path.stem}.damaged-", path.suffix)
    journal = journal_of(path)
    if journal.exists():
        journal.replace(journal_of(aside))
    path.replace(aside)
    sync_folder(path.parent)
    return aside


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what an interrupted change must restore."""
    return path.with_name(path.name + "-journal")
