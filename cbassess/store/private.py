"""Files and folders that only their owner can read, from their first byte on."""

from __future__ import annotations

import itertools
import os
import stat
import sys
from pathlib import Path

from cbassess.durable import sync_folder
from cbassess.errors import StoreError

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_private_folder(folder: Path) -> None:
    """Make a folder and all that is missing above it.

    A folder that is there already keeps its mode: it may be somebody's home and hold other things.
    `os.makedirs` would give the mode to the last one only, and leave the others to the umask.

    Raises:
        OSError: it cannot be made, or a file is in its place.
    """
    missing = list(itertools.takewhile(lambda place: not place.exists(), (folder, *folder.parents)))
    for place in reversed(missing):
        place.mkdir(FOLDER_MODE, exist_ok=True)
        sync_folder(place.parent)
    if not folder.is_dir():
        raise NotADirectoryError(20, "a file is in the place of the folder", str(folder))


def make_private_file(path: Path) -> None:
    """Make an empty file. SQLite would make it too, but readable by everybody.

    Raises:
        FileExistsError: there is one already, or a link.
        OSError: it cannot be made.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    # SQLite makes the names of its journals durable, but not that of a file which was there before it came.
    sync_folder(path.parent)


def make_numbered_file(folder: Path, prefix: str, suffix: str) -> Path:
    """Make an empty file whose name has the next free number, and return its path.

    Numbers only grow, so the last name is the newest whatever the clock says.

    Raises:
        OSError: it cannot be made.
    """
    taken = [path.name[len(prefix) : len(prefix) + 4] for path in folder.glob(f"{prefix}*{suffix}")]
    first = 1 + max((int(number) for number in taken if number.isdecimal()), default=0)
    for number in itertools.count(first):
        path = folder / f"{prefix}{number:04d}{suffix}"
        try:
            make_private_file(path)
        except FileExistsError:
            continue
        return path
    raise AssertionError("itertools.count never ends")


def refuse_strange_file(path: Path) -> None:
    """Refuse a link, a folder, a device, and a file of another user.

    Raises:
        StoreError: it is one of these.
        OSError: it cannot be looked at.
    """
    seen = path.lstat()
    if stat.S_ISLNK(seen.st_mode):
        raise StoreError(f"{path} is a link. The history must be a file of its own: put the file itself there.")
    if not stat.S_ISREG(seen.st_mode):
        raise StoreError(f"{path} is not a file. Move it away; the history is kept under that name.")
    if sys.platform != "win32" and seen.st_uid != os.geteuid():
        raise StoreError(f"{path} belongs to another user. Run cbassess as that user, or set CBASSESS_HOME.")


def hide_from_others(path: Path) -> None:
    """Take the rights of group and others away, which a copied file may have brought along.

    Raises:
        OSError: the mode cannot be changed.
    """
    if path.stat().st_mode & 0o077:
        path.chmod(FILE_MODE)


def is_writable(path: Path) -> bool:
    """Whether this user may change the file and, for SQLite's journal, make another one beside it."""
    return os.access(path.parent, os.W_OK | os.X_OK) and os.access(path, os.W_OK)
