"""The rows of `answers`: only ever added. The highest sequence number has what an item was answered last."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from cbassess.model.history import Answer
from cbassess.model.responses import Said
from cbassess.store.checksums import checksum, verify
from cbassess.store.coding import decode_response, decode_said, encode_response
from cbassess.store.waves import require_wave

_SELECT = """
    SELECT wave_id, sequence, item_id, response, saved_at, checksum, origin, said_on, checked_on, pack_hash, note
    FROM answers WHERE wave_id = ? ORDER BY sequence
"""
_INSERT = """
    INSERT INTO answers
        (wave_id, sequence, item_id, response, saved_at, checksum, origin, said_on, checked_on, pack_hash, note)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def append_answers(
    connection: sqlite3.Connection, wave_id: int, answers: Mapping[str, Answer], saved_at: dt.datetime
) -> None:
    """Add answers to a wave, within a transaction; a response of `None` takes one back.

    Raises:
        StoreError: there is no such wave, or something is no response.
        sqlite3.Error: they cannot be written.
    """
    require_wave(connection, wave_id)
    (last,) = connection.execute(
        "SELECT coalesce(max(sequence), 0) FROM answers WHERE wave_id = ?", (wave_id,)
    ).fetchone()
    for sequence, (item_id, answer) in enumerate(answers.items(), start=last + 1):
        values = (wave_id, sequence, item_id, encode_response(answer.response), saved_at.isoformat())
        said = answer.said
        source = (said.origin, said.on.isoformat(), said.checked_on.isoformat(), answer.pack_hash, answer.note)
        connection.execute(_INSERT, (*values, checksum(*values, *source), *source))


def latest_answers(connection: sqlite3.Connection, wave_id: int) -> dict[str, Answer]:
    """What the items of a wave were answered last; a response of `None` was taken back.

    All rows of the wave are read, older answers too: were the last one damaged, the one before it would pass for it.

    Raises:
        StoreError: there is no such wave, or an answer cannot be read by this version.
        sqlite3.Error: they cannot be read.
    """
    require_wave(connection, wave_id)
    # fetchall: a half-read cursor would hold its lock for as long as somebody keeps the exception that stopped it.
    rows = connection.execute(_SELECT, (wave_id,)).fetchall()
    latest: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for number, sequence, item_id, response, saved_at, expected, *source in rows:
        kept = covered(source)
        verify(expected, number, sequence, item_id, response, saved_at, *kept)
        latest[item_id] = (response, saved_at, kept)
    return {item_id: _answer(*row) for item_id, row in latest.items()}


def covered(source: Sequence[Any]) -> tuple[Any, ...]:
    """Those of origin, said_on, checked_on, pack_hash and note that the checksum of a row covers.

    A row of version 1 has none of them, one of version 3 no note. No accident empties four columns at once, or makes
    NULL of text.
    """
    *since_3, note = source
    if note is not None:
        return tuple(source)
    return tuple(since_3) if any(since_3) else ()


def _answer(response: str, saved_at: str, source: tuple[str, ...]) -> Answer:
    if not source:
        return Answer(decode_response(response), Said.given(dt.datetime.fromisoformat(saved_at).date()), "")
    origin, said_on, checked_on, pack_hash, *note = source
    return Answer(decode_response(response), decode_said(origin, said_on, checked_on), pack_hash, "".join(note))
