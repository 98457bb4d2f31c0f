"""What SQLite and the file system complain about, told as a StoreError in a plain sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.words import phrase

# By SQLite's primary result code.
_IN_USE = phrase(
    "The history {path} is in use by another program. Try again in a moment. What was saved before is untouched."
)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_FULL: phrase(
        "The history {path} could not be written because the disk is full. Make room and try again. "
        "What was saved before is untouched."
    ),
    sqlite3.SQLITE_READONLY: phrase(
        "The history {path} can only be read here. Check the rights on the file and on its folder. "
        "What was saved before is untouched."
    ),
    sqlite3.SQLITE_PERM: phrase(
        "The history {path} may not be opened by you. Check the rights on the file and on its folder. "
        "What was saved before is untouched."
    ),
    sqlite3.SQLITE_CANTOPEN: phrase(
        "The history {path} could not be opened. Check that its folder is there and yours. "
        "What was saved before is untouched."
    ),
    sqlite3.SQLITE_IOERR: phrase(
        "The history {path} could not be read or written: the disk reports a fault. Check the disk and the room on it. "
        "What was saved before is untouched."
    ),
}
_DAMAGE = phrase(
    "The history {path} is damaged in one place at least. Keep a copy; cbassess restore goes on from the newest good "
    "copy."
)
_HALF_A_CHARACTER = phrase(
    "The history {path} cannot keep this text: it holds half a character. Type it again. "
    "What was saved before is untouched."
)
_OTHERWISE = phrase("The history {path} could not be used: {fault}. What was saved before is untouched.")
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class DamagedError(sqlite3.DatabaseError):
    """Damage that we find ourselves where SQLite sees none; told like what SQLite finds."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn the faults of disk and database into a StoreError that names the file.

    Raises:
        StoreError: something in the `with` block failed; the first fault is its cause.
    """
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as fault:
        raise StoreError(_sentence(fault), path=path, fault=_reason(fault)) from fault


def _sentence(fault: Exception) -> str:
    if is_damage(fault):
        return _DAMAGE
    if isinstance(fault, UnicodeError):
        return _HALF_A_CHARACTER
    return _OTHERWISE if isinstance(fault, OSError) else _SENTENCES.get(_primary_code(fault), _OTHERWISE)


def _reason(fault: Exception) -> str:
    return (isinstance(fault, OSError) and fault.strerror) or str(fault)


def is_damage(fault: Exception) -> bool:
    """Whether the file itself is broken, as against locked, full, out of reach or misused."""
    if isinstance(fault, UnicodeDecodeError):
        return True
    # Python raises this one without a code of SQLite's, for text that is no UTF-8.
    if isinstance(fault, sqlite3.OperationalError) and "Could not decode to UTF-8" in str(fault):
        return True
    return _primary_code(fault) in _DAMAGED


def _primary_code(fault: Exception) -> int:
    # The upper bytes of the code only refine the lowest one.
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF
