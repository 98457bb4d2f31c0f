"""The rows of `answers`: only ever added. The highest sequence number has what an item was answered last."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping

from cbassess.model.responses import Response
from cbassess.store.checksums import checksum, verify
from cbassess.store.coding import decode_response, encode_response
from cbassess.store.waves import require_wave

_SELECT = """
    SELECT wave_id, sequence, item_id, response, saved_at, checksum FROM answers WHERE wave_id = ? ORDER BY sequence
"""
_INSERT = """
    INSERT INTO answers (wave_id, sequence, item_id, response, saved_at, checksum) VALUES (?, ?, ?, ?, ?, ?)
"""


def append_answers(
    connection: sqlite3.Connection,
    wave_id: int,
    responses: Mapping[str, Response | None],
    saved_at: dt.datetime,
) -> None:
    """Add answers to a wave, within a transaction; `None` takes one back.

    Raises:
        StoreError: there is no such wave, or something is no response.
        sqlite3.Error: they cannot be written.
    """
    require_wave(connection, wave_id)
    (last,) = connection.execute(
        "SELECT coalesce(max(sequence), 0) FROM answers WHERE wave_id = ?", (wave_id,)
    ).fetchone()
    for sequence, (item_id, response) in enumerate(responses.items(), start=last + 1):
        values = (wave_id, sequence, item_id, encode_response(response), saved_at.isoformat())
        connection.execute(_INSERT, (*values, checksum(*values)))


def latest_responses(connection: sqlite3.Connection, wave_id: int) -> dict[str, Response]:
    """What the items of a wave were answered last, without what was taken back.

    All rows of the wave are read, older answers too: were the last one damaged, the one before it would pass for it.

    Raises:
        StoreError: there is no such wave, or an answer cannot be read by this version.
        sqlite3.Error: they cannot be read.
    """
    require_wave(connection, wave_id)
    # fetchall: a half-read cursor would hold its lock for as long as somebody keeps the exception that stopped it.
    rows = connection.execute(_SELECT, (wave_id,)).fetchall()
    latest: dict[str, str] = {}
    for *values, expected in rows:
        verify(expected, *values)
        _, _, item_id, text, _ = values
        latest[item_id] = text
    responses = ((item_id, decode_response(text)) for item_id, text in latest.items())
    return {item_id: response for item_id, response in responses if response is not None}
