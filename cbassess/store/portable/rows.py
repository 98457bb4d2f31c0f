"""Rows of any table, moved from one database to another under new numbers."""

from __future__ import annotations

import sqlite3
from types import MappingProxyType

from cbassess.store.answers import covered
from cbassess.store.checksums import checksum
from cbassess.store.portable.gathering import Row, column_names

COVERED = MappingProxyType(
    {
        "sellers": ("id", "name"),
        "waves": ("id", "seller_id", "label", "as_of", "pack_title", "pack_version", "pack_hash", "started_at"),
        "answers": ("wave_id", "sequence", "item_id", "response", "saved_at"),
        "work": ("seller_id", "sequence", "action_id", "kind", "value", "noted_on", "saved_at"),
        "packs": ("hash", "title", "version", "content"),
    }
)
"""Table -> the columns of which its checksum is made, in this order. A number that changes changes the checksum."""

SOURCE = ("origin", "said_on", "checked_on", "pack_hash", "note")
"""Columns of `answers` of which the checksum covers those that the row's version had."""


def rows_of(connection: sqlite3.Connection, table: str, owner: str = "", number: int = 0) -> list[Row]:
    """The rows of a table that belong to an owner, or all, by their numbers.

    Args:
        connection: the database.
        table: one of `COVERED`.
        owner: the column that refers to the owner.
        number: id of the owner.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    columns = column_names(connection, table)
    only = f"WHERE {owner} = ?" if owner else ""
    order = next(name for name in ("sequence", "id", "rowid") if name in (*columns, "rowid"))
    query = f"SELECT {', '.join(columns)} FROM {table} {only} ORDER BY {order}"  # noqa: S608 - names of our own schema
    found = connection.execute(query, (number,) if owner else ()).fetchall()
    return [dict(zip(columns, values, strict=True)) for values in found]


def insert_row(connection: sqlite3.Connection, table: str, row: Row, **changes: object) -> None:
    """Add a row with some values changed and the checksum that fits them, within a transaction.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    new = {**row, **changes}
    source = covered([new[column] for column in SOURCE]) if table == "answers" else ()
    new["checksum"] = checksum(*(new[column] for column in COVERED[table]), *source)
    marks = ", ".join("?" * len(new))
    insert = f"INSERT INTO {table} ({', '.join(new)}) VALUES ({marks})"  # noqa: S608 - names of our own schema
    connection.execute(insert, tuple(new.values()))
