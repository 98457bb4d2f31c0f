"""The rows of a history, all or those of one seller."""

from __future__ import annotations

import sqlite3

Row = dict[str, object]
Tables = dict[str, list[Row]]

LOCAL = frozenset({"deleted_waves"})
"""Tables that tell about this file and not about a seller."""


def table_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables that a backup holds, each after those to which it refers.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    return tuple(name for (name,) in connection.execute(query).fetchall() if name not in LOCAL)


def column_names(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table, in its order.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    return tuple(name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall())


def gather(connection: sqlite3.Connection, seller_id: int | None = None) -> Tables:
    """The rows of all tables; of one seller, those that refer to it, directly or by way of its waves.

    Of the packs, those that they were answered under. Any other table that refers to nothing is given whole.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    tables: Tables = {}
    for table in table_names(connection):
        rows = _rows(connection, table)
        if seller_id is not None and table == "packs":
            rows = [row for row in rows if row["hash"] in _pack_hashes(tables)]
        elif seller_id is not None:
            parents = _parents(connection, table)
            rows = [row for row in rows if _belongs(row, table, seller_id, parents, tables)]
        tables[table] = rows
    return tables


def _pack_hashes(tables: Tables) -> set[object]:
    """The packs under which the waves and answers that were gathered were given."""
    return {row["pack_hash"] for table in ("waves", "answers") for row in tables[table] if "pack_hash" in row}


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    columns = column_names(connection, table)
    query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {_key(connection, table)}"  # noqa: S608
    return [dict(zip(columns, values, strict=True)) for values in connection.execute(query).fetchall()]


def _key(connection: sqlite3.Connection, table: str) -> str:
    info = connection.execute(f"PRAGMA table_info({table})").fetchall()
    parts = sorted((place, name) for _, name, _, _, _, place in info if place)
    return ", ".join(name for _, name in parts) or "rowid"


def _parents(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Column -> table to whose id it refers."""
    found = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return {column: target for _, _, target, column, *_ in found}


def _belongs(row: Row, table: str, seller_id: int, parents: dict[str, str], before: Tables) -> bool:
    if table == "sellers":
        return row["id"] == seller_id
    return all(row[column] in {parent["id"] for parent in before[target]} for column, target in parents.items())
