"""The history: sellers, their waves, and what was answered. The door of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from cbassess.model.history import Seller, Wave
from cbassess.model.responses import Response
from cbassess.store import answers, conflicts, sellers, waves
from cbassess.store.database import Database
from cbassess.store.opening import open_database
from cbassess.store.weekly import back_up_weekly


class History:
    """An open history. Every change is on disk when its method returns; every fault is a StoreError.

    Several processes may have the same history open. One that finds it locked waits up to five seconds.
    """

    def __init__(self, database: Database) -> None:
        """Wrap an open database; callers use `History.open`."""
        self._database = database

    @classmethod
    def open(cls, folder: Path, now: dt.datetime | None = None) -> Self:
        """Open the history of a folder, and begin one where there is none.

        Args:
            folder: where it lies.
            now: the moment, with its time zone, for the backup of every week; without it none is made.

        Raises:
            DamagedHistoryError: it was damaged, and has been set aside.
            StoreError: it cannot be opened; the message says what to do.
        """
        database = open_database(folder)
        if now is not None:
            back_up_weekly(database, _in_utc(now))
        return cls(database)

    def close(self) -> None:
        """Close it; twice is fine."""
        self._database.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved, because the file or its folder cannot be written."""
        return self._database.read_only

    @contextmanager
    def together(self) -> Iterator[None]:
        """All changes of the `with` block, on disk when it ends; or, when it raises, none of them.

        Raises:
            StoreError: nothing was changed.
        """
        with self._database.writing():
            yield

    def sellers(self) -> tuple[Seller, ...]:
        """Every seller, by name.

        Raises:
            StoreError: they cannot be read.
        """
        with self._database.reading() as connection:
            return sellers.all_sellers(connection)

    def seller(self, name: str) -> Seller | None:
        """The seller of exactly this name, or None.

        Raises:
            StoreError: that cannot be read.
        """
        with self._database.reading() as connection:
            return sellers.find_seller(connection, name)

    def add_seller(self, name: str) -> Seller:
        """The seller of this name, added if there is none.

        Raises:
            StoreError: it cannot be saved.
        """
        with self._database.writing() as connection:
            return sellers.find_seller(connection, name) or sellers.insert_seller(connection, name)

    def waves(self, seller_id: int | None = None) -> tuple[Wave, ...]:
        """The waves of one seller, or of all, oldest first: by `as_of`, then in the order they were started.

        `answered` counts items to which something was said, "don't know" and "rather not say" included.

        Raises:
            StoreError: they cannot be read.
        """
        with self._database.reading() as connection:
            return waves.all_waves(connection, seller_id)

    def wave(self, wave_id: int) -> Wave:
        """One wave.

        Raises:
            StoreError: there is none with this id, or it cannot be read.
        """
        with self._database.reading() as connection:
            return waves.find_wave(connection, wave_id)

    def start_wave(
        self, seller: Seller, label: str, as_of: dt.date, stamp: tuple[str, str, str], now: dt.datetime
    ) -> Wave:
        """Begin a wave.

        Args:
            seller: a seller of this history.
            label: such as `2026-Q4`; a seller has one wave of each label.
            as_of: the day of which the answers will tell.
            stamp: title, version and hash of the pack.
            now: the moment, with its time zone.

        Raises:
            StoreError: the seller has a wave of this label already, is unknown, or it cannot be saved.
            ValueError: `now` has no time zone.
        """
        started_at = _in_utc(now)
        with self._database.writing() as connection:
            return waves.insert_wave(
                connection, seller=seller, label=label, as_of=as_of, stamp=stamp, started_at=started_at
            )

    def save_response(self, wave_id: int, item_id: str, response: Response | None, now: dt.datetime) -> None:
        """Save what was said to one item; None takes it back. Earlier answers are kept as history.

        Raises:
            StoreError: nothing was saved: no such wave, no response, or a fault of the disk.
            ValueError: `now` has no time zone.
        """
        self.save_responses(wave_id, {item_id: response}, now)

    def save_responses(
        self, wave_id: int, responses: Mapping[str, Response | None], now: dt.datetime, seen: int | None = None
    ) -> int:
        """Save what was said to several items, all of it or nothing.

        Args:
            wave_id: the wave.
            responses: item id -> response; None takes one back.
            now: the moment, with its time zone.
            seen: the sequence number that `responses_seen` gave; None saves whatever others have said.

        Returns:
            The sequence number of the last answer. It is `seen + len(responses)` unless somebody else answered
            other items meanwhile.

        Raises:
            ConflictError: one of the items was answered after `seen`; nothing was saved.
            StoreError: nothing was saved: no such wave, something is no response, or a fault of the disk.
            ValueError: `now` has no time zone.
        """
        saved_at = _in_utc(now)
        with self._database.writing() as connection:
            if seen is not None:
                conflicts.refuse_unseen(connection, wave_id, responses, seen)
            answers.append_answers(connection, wave_id, responses, saved_at)
            return conflicts.last_sequence(connection, wave_id)

    def responses_seen(self, wave_id: int) -> tuple[dict[str, Response], int]:
        """What `responses` gives, and the sequence number up to which it goes at least.

        Raises:
            StoreError: there is no such wave, or its answers cannot be read.
        """
        with self._database.reading() as connection:
            # In this order: what is answered in between is seen, and at worst taken for unseen.
            seen = conflicts.last_sequence(connection, wave_id)
            return answers.latest_responses(connection, wave_id), seen

    def responses(self, wave_id: int) -> dict[str, Response]:
        """What the items were answered last, without what was taken back.

        Raises:
            StoreError: there is no such wave, or its answers cannot be read.
        """
        with self._database.reading() as connection:
            return answers.latest_responses(connection, wave_id)

    def set_position(self, wave_id: int, item_id: str) -> None:
        """Note at which item the seller stopped.

        Raises:
            StoreError: there is no such wave, or it cannot be saved.
        """
        with self._database.writing() as connection:
            waves.update_position(connection, wave_id, item_id)


def _in_utc(now: dt.datetime) -> dt.datetime:
    if now.tzinfo is None:
        raise ValueError("the moment needs a time zone")
    return now.astimezone(dt.UTC)
