"""Deleting a seller with everything that belongs to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from cbassess.errors import StoreError
from cbassess.store.sellers import NO_SUCH_SELLER


def delete_seller(connection: sqlite3.Connection, seller_id: int) -> None:
    """Delete a seller, its waves, and all rows that refer to them, within a transaction.

    What belongs to a seller is found by the references of the schema, so a table that comes with a later migration
    is not forgotten. Rows that are otherwise never deleted are protected by triggers, which are back when it ends.

    Raises:
        StoreError: there is no such seller.
        sqlite3.Error: it cannot be written.
    """
    connection.execute("INSERT INTO deleted_waves SELECT id FROM waves WHERE seller_id = ?", (seller_id,))
    _delete_referring(connection, "sellers", seller_id)
    if not connection.execute("DELETE FROM sellers WHERE id = ?", (seller_id,)).rowcount:
        raise StoreError(NO_SUCH_SELLER)


def _delete_referring(connection: sqlite3.Connection, parent: str, number: int) -> None:
    for table, column in tuple(_references(connection, parent)):
        if _is_referred_to(connection, table):
            rows = connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (number,)).fetchall()  # noqa: S608
            for (child,) in rows:
                _delete_referring(connection, table, child)
        _delete(connection, table, column, number)


def _references(connection: sqlite3.Connection, parent: str) -> Iterator[tuple[str, str]]:
    """Tables that refer to the id of another, and the columns by which they do."""
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for _, _, target, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if target == parent:
                yield table, column


def _is_referred_to(connection: sqlite3.Connection, table: str) -> bool:
    return next(_references(connection, table), None) is not None


def _delete(connection: sqlite3.Connection, table: str, column: str, number: int) -> None:
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
    triggers = connection.execute(query, (table,)).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))  # noqa: S608
    for _, statement in triggers:
        connection.execute(statement)
