"""Whether a database is sound: its pages, its references, and every row in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.store.answers import latest_answers
from cbassess.store.database import connect, pragma_number, snapshot, transaction
from cbassess.store.faults import DamagedError
from cbassess.store.packs import find_pack, kept_packs
from cbassess.store.schema.migrating import apply_missing, latest_version
from cbassess.store.schema.migrations import APPLICATION_ID
from cbassess.store.sellers import all_sellers
from cbassess.store.waves import all_waves
from cbassess.store.work import all_work

SHORTEST = 512
"""Bytes of the smallest page that SQLite knows."""


def check_length(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file to which `connection` is open ends where a page ends: SQLite takes the rest for zeros.

    Raises:
        DamagedError: something was cut off.
        sqlite3.Error, OSError: it cannot be read.
    """
    # Within one transaction, while which nobody can make the file longer or shorter.
    with snapshot(connection):
        whole = pragma_number(connection, "page_count") * pragma_number(connection, "page_size")
        found = path.stat().st_size
    if found < whole:
        raise DamagedError("the file is shorter than it was")


def check_pages(connection: sqlite3.Connection) -> None:
    """Check the structure of the file, and that no row refers to one that is not there.

    Raises:
        DamagedError: something is wrong.
        sqlite3.Error: it cannot be read.
    """
    # Not quick_check: it overlooks a row that a flipped bit has moved into another wave.
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise DamagedError("integrity_check found a fault")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedError("a row refers to one that is not there")


def check_rows(connection: sqlite3.Connection) -> None:
    """Read every row of today's schema and compare it with its checksum.

    Raises:
        DamagedError, StoreError: a row is not what was written.
        sqlite3.Error: it cannot be read.
    """
    for seller in all_sellers(connection):
        all_work(connection, seller.id)
    for wave in all_waves(connection, None):
        latest_answers(connection, wave.id)
    for pack_hash, _, _ in kept_packs(connection):
        find_pack(connection, pack_hash)


def is_sound(path: Path) -> bool:
    """Whether a database file is ours and whole, and could be opened and read to its last row."""
    try:
        sound_copy(path).close()
    except (sqlite3.Error, OSError, ValueError, StoreError):
        return False
    return True


def sound_copy(path: Path) -> sqlite3.Connection:
    """A copy in memory of a database file, checked, and brought up to today's schema; the file is not changed.

    Raises:
        DamagedError, StoreError, ValueError: it is not ours, not whole, or newer than this program.
        sqlite3.Error, OSError: it cannot be read.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(connect(path, read_only=True)) as source:
            check_length(source, path)
            source.backup(copy)
        _require_known(copy)
        check_pages(copy)
        with transaction(copy):
            apply_missing(copy)
        check_rows(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _require_known(connection: sqlite3.Connection) -> None:
    ours = pragma_number(connection, "application_id") == APPLICATION_ID
    if not ours or not 1 <= pragma_number(connection, "user_version") <= latest_version():
        raise DamagedError("not a history of this or an older version")
