"""Bytes of files that somebody else wrote.

A pack or an answers file may come from anybody. So what is not a plain file is not opened, and what is large is not
read. This stands apart from `reading`, because a pack that was read before is known by its bytes alone.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from cbassess.packs.faults import Fault

MAX_BYTES = 2_000_000

# Neither follow a link put there in the meantime, nor wait for the other end of a pipe.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, follow_links: bool = False) -> bytes:
    """The bytes of a plain file of at most MAX_BYTES; Fault says why it is not read.

    follow_links: for a file that the person at the keyboard named; never for files inside a pack.
    """
    try:
        return _read_plain(Path(os.path.realpath(path)) if follow_links else path)
    except FileNotFoundError:
        raise Fault("missing-file", "There is no such file.", "Check the name.") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise Fault("unreadable-file", f"The file cannot be read: {reason}.") from None


def _read_plain(path: Path) -> bytes:
    check_plain(os.lstat(path))
    descriptor = os.open(path, _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        check_plain(os.fstat(descriptor))
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large()
    return content


def check_plain(status: os.stat_result) -> None:
    """Fault unless the status is that of a plain file of allowed size."""
    if stat.S_ISLNK(status.st_mode):
        raise Fault("linked-file", "This is a symbolic link.", "Put the file itself here.")
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a plain file"
        raise Fault("not-a-file", f"This is {kind}.", "Name a plain file.")
    if status.st_size > MAX_BYTES:
        raise _too_large()


def _too_large() -> Fault:
    return Fault("too-large", f"The file has more than {MAX_BYTES // 1_000_000} MB.", "Split it.")
