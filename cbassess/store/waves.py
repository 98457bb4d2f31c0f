"""The rows of `waves`."""

from __future__ import annotations

import datetime as dt
import sqlite3
from typing import Any

from cbassess.errors import StoreError
from cbassess.model.history import Seller, Wave
from cbassess.model.responses import Missing
from cbassess.store.checksums import checksum, verify
from cbassess.store.coding import TAKEN_BACK, encode_response
from cbassess.words import phrase

_SELECT = """
    SELECT sellers.id, sellers.name, sellers.checksum, sellers.archived,
        waves.id, label, as_of, pack_title, pack_version, pack_hash, started_at, waves.checksum, position,
        (SELECT count(*) FROM answers AS latest
            WHERE latest.wave_id = waves.id
            AND latest.sequence IN (SELECT max(sequence) FROM answers WHERE wave_id = waves.id GROUP BY item_id)
            AND latest.response NOT IN (:taken_back, :not_reached, :off_route))
    FROM waves JOIN sellers ON sellers.id = waves.seller_id
"""
_INSERT = """
    INSERT INTO waves
        (id, seller_id, label, as_of, pack_title, pack_version, pack_hash, started_at, checksum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UNSAID = {
    "taken_back": TAKEN_BACK,
    "not_reached": encode_response(Missing.NOT_REACHED),
    "off_route": encode_response(Missing.OFF_ROUTE),
}


def all_waves(connection: sqlite3.Connection, seller_id: int | None) -> tuple[Wave, ...]:
    """The waves of one seller, or of all; by the day of which they tell, then as they were started.

    Raises:
        sqlite3.Error: they cannot be read.
    """
    only = "" if seller_id is None else "WHERE sellers.id = :seller"
    rows = connection.execute(f"{_SELECT} {only} ORDER BY as_of, waves.id", {**_UNSAID, "seller": seller_id})
    return tuple(_wave(row) for row in rows.fetchall())


def find_wave(connection: sqlite3.Connection, wave_id: int) -> Wave:
    """One wave.

    Raises:
        StoreError: there is none with this id.
        sqlite3.Error: it cannot be read.
    """
    row = connection.execute(f"{_SELECT} WHERE waves.id = :wave", {**_UNSAID, "wave": wave_id}).fetchone()
    if row is None:
        raise _no_wave(wave_id)
    return _wave(row)


def insert_wave(  # noqa: PLR0913 - one for each column
    connection: sqlite3.Connection,
    *,
    seller: Seller,
    label: str,
    as_of: dt.date,
    stamp: tuple[str, str, str],
    started_at: dt.datetime,
) -> Wave:
    """Add a wave without answers, within a transaction; `stamp` is title, version and hash of the pack.

    Raises:
        StoreError: the seller has a wave of this label already, or is not in the history.
        sqlite3.Error: it cannot be written.
    """
    _refuse_second(connection, seller, label)
    number = next_wave_id(connection)
    values = (number, seller.id, label, as_of.isoformat(), *stamp, started_at.isoformat())
    connection.execute(_INSERT, (*values, checksum(*values)))
    return find_wave(connection, number)


def next_wave_id(connection: sqlite3.Connection) -> int:
    """The number of the next wave, never one that was given before.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    query = "SELECT coalesce(max(id), 0) + 1 FROM (SELECT id FROM waves UNION ALL SELECT id FROM deleted_waves)"
    return int(connection.execute(query).fetchone()[0])


def update_position(connection: sqlite3.Connection, wave_id: int, item_id: str) -> None:
    """Note at which item the seller stopped, within a transaction.

    Raises:
        StoreError: there is no such wave.
        sqlite3.Error: it cannot be written.
    """
    if not connection.execute("UPDATE waves SET position = ? WHERE id = ?", (item_id, wave_id)).rowcount:
        raise _no_wave(wave_id)


def update_pack(connection: sqlite3.Connection, wave_id: int, stamp: tuple[str, str, str]) -> None:
    """Note that a wave goes on under another pack, within a transaction; `stamp` is its title, version and hash.

    Raises:
        StoreError: there is no such wave.
        sqlite3.Error: it cannot be written.
    """
    wave = find_wave(connection, wave_id)
    values = (wave.id, wave.seller.id, wave.label, wave.as_of.isoformat(), *stamp, wave.started_at.isoformat())
    connection.execute(
        "UPDATE waves SET pack_title = ?, pack_version = ?, pack_hash = ?, checksum = ? WHERE id = ?",
        (*stamp, checksum(*values), wave_id),
    )


def require_wave(connection: sqlite3.Connection, wave_id: int) -> None:
    """Make sure that a wave is there.

    Raises:
        StoreError: it is not.
        sqlite3.Error: that cannot be read.
    """
    if not connection.execute("SELECT 1 FROM waves WHERE id = ?", (wave_id,)).fetchone():
        raise _no_wave(wave_id)


def _refuse_second(connection: sqlite3.Connection, seller: Seller, label: str) -> None:
    if not connection.execute("SELECT 1 FROM sellers WHERE id = ?", (seller.id,)).fetchone():
        raise StoreError(f"There is no seller {seller.name} in the history. Nothing was saved.")
    # Two waves of one label could not be told apart, and an import that ran twice would go unnoticed.
    if connection.execute("SELECT 1 FROM waves WHERE seller_id = ? AND label = ?", (seller.id, label)).fetchone():
        raise StoreError(phrase("{name} has a wave {label} already. Nothing was saved."), name=seller.name, label=label)


def _no_wave(wave_id: int) -> StoreError:
    return StoreError(f"There is no wave number {wave_id} in the history.")


def _wave(row: tuple[Any, ...]) -> Wave:
    seller_id, name, seller_checksum, archived, *about, expected, position, answered = row
    verify(seller_checksum, seller_id, name)
    number, label, as_of, title, version, pack_hash, started_at = about
    verify(expected, number, seller_id, label, as_of, title, version, pack_hash, started_at)
    return Wave(
        id=number,
        seller=Seller(seller_id, name, bool(archived)),
        label=label,
        as_of=dt.date.fromisoformat(as_of),
        pack_title=title,
        pack_version=version,
        pack_hash=pack_hash,
        position=position,
        started_at=dt.datetime.fromisoformat(started_at),
        answered=answered,
    )
