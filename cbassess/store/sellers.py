"""The rows of `sellers`."""

from __future__ import annotations

import sqlite3

from cbassess.errors import StoreError
from cbassess.model.history import Seller
from cbassess.store.checksums import checksum, verify
from cbassess.words import phrase

_SELECT = "SELECT id, name, checksum, archived FROM sellers"

NO_SUCH_SELLER = phrase("There is no such seller in the history any more. Nothing was changed.")


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


def rename_seller(connection: sqlite3.Connection, seller_id: int, name: str) -> None:
    """Give a seller another name, within a transaction.

    Raises:
        StoreError: there is no such seller, or another one has this name.
        sqlite3.Error: it cannot be written.
    """
    other = find_seller(connection, name)
    if other is not None and other.id != seller_id:
        raise StoreError(phrase("There is a seller {name} already. Nothing was changed."), name=name)
    values = (name, checksum(seller_id, name), seller_id)
    _require(connection.execute("UPDATE sellers SET name = ?, checksum = ? WHERE id = ?", values).rowcount)


def set_archived(connection: sqlite3.Connection, seller_id: int, archived: bool) -> None:
    """Put a seller into the archive or take it out, within a transaction.

    Raises:
        StoreError: there is no such seller.
        sqlite3.Error: it cannot be written.
    """
    _require(connection.execute("UPDATE sellers SET archived = ? WHERE id = ?", (archived, seller_id)).rowcount)


def _require(changed: int) -> None:
    if not changed:
        raise StoreError(NO_SUCH_SELLER)


def _seller(row: tuple[int, str, str, int]) -> Seller:
    number, name, expected, archived = row
    verify(expected, number, name)
    return Seller(number, name, bool(archived))
