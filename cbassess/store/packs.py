"""The rows of `packs`: the packs under which answers were given, compressed, each once.

They lie in the database and not beside it, so that they are as private as the answers, go into the same backups, and
are there or not in the same transaction as the wave that needs them.
"""

from __future__ import annotations

import json
import sqlite3
import zlib

from cbassess.model.history import PackCopy
from cbassess.store.checksums import checksum, verify
from cbassess.store.database import Database
from cbassess.store.faults import DamagedError

_MOST_BYTES = 20_000_000
"""A pack has 10 MB at most, and most of its characters take no more than two bytes here."""


class PackShelf:
    """All packs that were used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, pack: PackCopy) -> None:
        """Keep a pack, so that it is at hand when it has changed; one that is kept already stays as it is.

        Raises:
            StoreError: it cannot be saved.
        """
        with self._database.writing() as connection:
            insert_pack(connection, pack)

    def find(self, pack_hash: str) -> PackCopy | None:
        """The pack of this hash; None where it is not kept.

        Raises:
            StoreError: it cannot be read.
        """
        with self._database.reading() as connection:
            return find_pack(connection, pack_hash)

    def all(self) -> tuple[tuple[str, str, str], ...]:
        """Hash, title and version of every pack that is kept, the first one first.

        Raises:
            StoreError: they cannot be read.
        """
        with self._database.reading() as connection:
            return kept_packs(connection)


def insert_pack(connection: sqlite3.Connection, pack: PackCopy) -> None:
    """Keep a pack, within a transaction; one that is there already stays as it is.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    if connection.execute("SELECT 1 FROM packs WHERE hash = ?", (pack.hash,)).fetchone():
        return
    values = (pack.hash, pack.title, pack.version, _packed(pack))
    connection.execute(
        "INSERT INTO packs (hash, title, version, content, checksum) VALUES (?, ?, ?, ?, ?)",
        (*values, checksum(*values)),
    )


def find_pack(connection: sqlite3.Connection, pack_hash: str) -> PackCopy | None:
    """The pack of this hash; None where it is not kept.

    Raises:
        DamagedError: it is not what was written.
        sqlite3.Error: it cannot be read.
    """
    row = connection.execute(
        "SELECT hash, title, version, content, checksum FROM packs WHERE hash = ?", (pack_hash,)
    ).fetchone()
    if row is None:
        return None
    *values, expected = row
    verify(expected, *values)
    known_hash, title, version, content = values
    return PackCopy(known_hash, title, version, _unpacked(content))


def kept_packs(connection: sqlite3.Connection) -> tuple[tuple[str, str, str], ...]:
    """Hash, title and version of every pack that is kept, in the order in which they came.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    return tuple(connection.execute("SELECT hash, title, version FROM packs ORDER BY rowid").fetchall())


def _packed(pack: PackCopy) -> bytes:
    # A file that no list of the pack names may hold anything, and counts in the hash all the same.
    texts = {name: content.decode("utf-8", "surrogateescape") for name, content in sorted(pack.files.items())}
    return zlib.compress(json.dumps(texts).encode("ascii"), 9)


def _unpacked(content: bytes) -> dict[str, bytes]:
    unpacker = zlib.decompressobj()
    try:
        texts = json.loads(unpacker.decompress(content, _MOST_BYTES))
        return {str(name): text.encode("utf-8", "surrogateescape") for name, text in texts.items()}
    except (zlib.error, ValueError, TypeError, AttributeError) as fault:
        raise DamagedError("a pack that was kept cannot be unpacked") from fault
