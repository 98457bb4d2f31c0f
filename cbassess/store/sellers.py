"""The rows of `sellers`."""

from __future__ import annotations

import sqlite3

from cbassess.model.history import Seller
from cbassess.store.checksums import checksum, verify

_SELECT = "SELECT id, name, checksum FROM sellers"


def all_sellers(connection: sqlite3.Connection) -> tuple[Seller, ...]:
    """Every seller, by name.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    return tuple(_seller(row) for row in connection.execute(f"{_SELECT} ORDER BY name").fetchall())


def find_seller(connection: sqlite3.Connection, name: str) -> Seller | None:
    """The seller of exactly this name.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    row = connection.execute(f"{_SELECT} WHERE name = ?", (name,)).fetchone()
    return _seller(row) if row else None


def insert_seller(connection: sqlite3.Connection, name: str) -> Seller:
    """Add a seller, within a transaction.

    Raises:
        sqlite3.Error: there is one of this name, or it cannot be written.
    """
    (number,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM sellers").fetchone()
    connection.execute(
        "INSERT INTO sellers (id, name, checksum) VALUES (?, ?, ?)", (number, name, checksum(number, name))
    )
    return Seller(number, name)


def _seller(row: tuple[int, str, str]) -> Seller:
    number, name, expected = row
    verify(expected, number, name)
    return Seller(number, name)
