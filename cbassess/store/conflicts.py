"""Two windows on one wave: nobody writes over an answer that they have not seen."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from cbassess.errors import ConflictError
from cbassess.words import phrase


def last_sequence(connection: sqlite3.Connection, wave_id: int) -> int:
    """The sequence number of the newest answer of a wave; 0 where there is none.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    query = "SELECT coalesce(max(sequence), 0) FROM answers WHERE wave_id = ?"
    return int(connection.execute(query, (wave_id,)).fetchone()[0])


def refuse_unseen(connection: sqlite3.Connection, wave_id: int, item_ids: Collection[str], seen: int) -> None:
    """Refuse to answer items that somebody else has answered since, within a transaction.

    Args:
        connection: in a transaction, so that nobody can come between this and the save.
        wave_id: the wave.
        item_ids: what is about to be answered.
        seen: sequence number up to which the answers were read.

    Raises:
        ConflictError: at least one of them has a newer answer.
        sqlite3.Error: that cannot be read.
    """
    query = "SELECT DISTINCT item_id FROM answers WHERE wave_id = ? AND sequence > ?"
    newer = {item_id for (item_id,) in connection.execute(query, (wave_id, seen)).fetchall()}
    if both := sorted(newer.intersection(item_ids)):
        raise ConflictError(
            phrase("In another window {items} was answered meanwhile. Nothing was saved."), items=", ".join(both)
        )
