"""The history: sellers, their waves, and what was answered. The door of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from cbassess.model.history import Answer, Merged, PackCopy, Seller, Wave
from cbassess.model.responses import Response, Said
from cbassess.store import answers, backups, conflicts, removal, rescue, sellers, waves
from cbassess.store.database import Database
from cbassess.store.moments import in_utc
from cbassess.store.opening import open_database
from cbassess.store.packs import PackShelf, insert_pack
from cbassess.store.weekly import back_up_weekly
from cbassess.store.work import WorkBook


class History:
    """An open history. Every change is on disk when its method returns; every fault is a StoreError.

    Attributes:
        work: what was noted about the sellers' steps.
        packs: the packs that were used.

    Several processes may have the same history open. One that finds it locked waits up to ten seconds.
    """

    def __init__(self, database: Database) -> None:
        """Wrap an open database; callers use `History.open`."""
        self._database = database
        self.work = WorkBook(database)
        self.packs = PackShelf(database)

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
            back_up_weekly(database, in_utc(now))
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
        """The seller of this name, added if there is none, and taken out of the archive.

        Raises:
            StoreError: it cannot be saved.
        """
        with self._database.writing() as connection:
            found = sellers.find_seller(connection, name) or sellers.insert_seller(connection, name)
            if found.archived:
                sellers.set_archived(connection, found.id, archived=False)
            return Seller(found.id, found.name)

    def rename_seller(self, seller_id: int, name: str) -> None:
        """Give a seller another name.

        Raises:
            StoreError: nothing was changed: no such seller, another one has the name, or a fault of the disk.
        """
        with self._database.writing() as connection:
            sellers.rename_seller(connection, seller_id, name)

    def archive_seller(self, seller_id: int, archived: bool) -> None:
        """Put a seller into the archive, or take it out.

        Raises:
            StoreError: nothing was changed: no such seller, or a fault of the disk.
        """
        with self._database.writing() as connection:
            sellers.set_archived(connection, seller_id, archived)

    def delete_seller(self, seller_id: int, now: dt.datetime) -> Path:
        """Delete a seller with all its waves and answers, and return the file of the backup that was made first.

        What was deleted is overwritten on the disk.

        Raises:
            StoreError: nothing was deleted: no such seller, no backup, or a fault of the disk.
        """
        from cbassess.store import portable

        with self._database.writing() as connection:
            backup = backups.keep_deleted(self.path, portable.write(connection, in_utc(now), seller_id))
            removal.delete_seller(connection, seller_id)
        return backup

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
        started_at = in_utc(now)
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
        """Save what was said to several items on the day of `now`, under the pack of the wave; all of it or nothing.

        Args:
            wave_id: the wave.
            responses: item id -> response; None takes one back.
            now: the moment, with its time zone.
            seen: the sequence number that `last_answered` gave; None saves whatever others have said.

        Returns:
            The sequence number of the last answer. It is `seen + len(responses)` unless somebody else answered
            other items meanwhile.

        Raises:
            ConflictError: one of the items was answered after `seen`; nothing was saved.
            StoreError: nothing was saved: no such wave, something is no response, or a fault of the disk.
            ValueError: `now` has no time zone.
        """
        said = Said.given(now.date())
        given = {item: Answer(response, said, "") for item, response in responses.items()}
        return self.save_answers(wave_id, given, now, seen)

    def save_answers(self, wave_id: int, given: Mapping[str, Answer], now: dt.datetime, seen: int | None = None) -> int:
        """Save answers with where each comes from, all of it or nothing; else as `save_responses`.

        Raises:
            ConflictError: one of the items was answered after `seen`; nothing was saved.
            StoreError: nothing was saved: no such wave, something is no response, or a fault of the disk.
            ValueError: `now` has no time zone.
        """
        saved_at = in_utc(now)
        with self._database.writing() as connection:
            if seen is not None:
                conflicts.refuse_unseen(connection, wave_id, given, seen)
            answers.append_answers(connection, wave_id, given, saved_at)
            return conflicts.last_sequence(connection, wave_id)

    def answers(self, wave_id: int) -> dict[str, Answer]:
        """What the items were answered last and where that comes from; a response of None was taken back.

        Raises:
            StoreError: there is no such wave, or its answers cannot be read.
        """
        with self._database.reading() as connection:
            return answers.latest_answers(connection, wave_id)

    def last_answered(self, wave_id: int) -> int:
        """The sequence number of the newest answer of a wave; 0 where there is none.

        Whoever reads it before the answers knows that these go at least so far.

        Raises:
            StoreError: it cannot be read.
        """
        with self._database.reading() as connection:
            return conflicts.last_sequence(connection, wave_id)

    def responses(self, wave_id: int) -> dict[str, Response]:
        """What the items were answered last, without what was taken back.

        Raises:
            StoreError: there is no such wave, or its answers cannot be read.
        """
        latest = self.answers(wave_id)
        return {item: answer.response for item, answer in latest.items() if answer.response is not None}

    def set_position(self, wave_id: int, item_id: str) -> None:
        """Note at which item the seller stopped.

        Raises:
            StoreError: there is no such wave, or it cannot be saved.
        """
        with self._database.writing() as connection:
            waves.update_position(connection, wave_id, item_id)

    def change_pack(self, wave_id: int, copy: PackCopy, given: Mapping[str, Answer], now: dt.datetime) -> Wave:
        """Let a wave go on under another pack, with answers as they read under it; all of it or nothing.

        Raises:
            StoreError: there is no such wave, or it cannot be saved.
            ValueError: `now` has no time zone.
        """
        saved_at = in_utc(now)
        with self._database.writing() as connection:
            insert_pack(connection, copy)
            waves.update_pack(connection, wave_id, (copy.title, copy.version, copy.hash))
            answers.append_answers(connection, wave_id, given, saved_at)
            return waves.find_wave(connection, wave_id)

    def keep_copy(self) -> Path:
        """Copy the file of the history into the folder of backups, and return the path of the copy.

        Raises:
            StoreError: it cannot be copied.
        """
        with self._database.reading() as connection:
            return backups.make_backup(connection, self.path)

    def backup(self, now: dt.datetime, seller_id: int | None = None) -> str:
        """All sellers, or one, as the text of a backup file.

        It has been read back and checked to the last row.

        Raises:
            StoreError: they cannot be read, or something in them is damaged.
        """
        from cbassess.store import portable  # with pydantic, which answering does without

        with self._database.reading() as connection:
            return portable.write(connection, in_utc(now), seller_id)

    def restore(self, data: bytes, place: str) -> Merged:
        """Add what a backup file holds and the history has not; all of it or nothing.

        Args:
            data: the bytes of the file.
            place: its name, for messages.

        Raises:
            UsageError: the file is no whole backup, or a newer one; nothing was changed.
            StoreError: it cannot be saved; nothing was changed.
        """
        from cbassess.store import portable

        with portable.opened(data, place) as backup, self._database.writing() as connection:
            return portable.merge(connection, backup)

    def newest_good_backup(self) -> Path | None:
        """The newest of the copies that were made by themselves that is whole to its last row; None without one.

        Raises:
            StoreError: their folder cannot be read.
        """
        with self._database.reading():
            return rescue.newest_good_backup(self.path)

    def put_back(self, copy: Path) -> None:
        """Make the history what it was in a copy of its file. What it holds now becomes a copy first.

        Raises:
            StoreError: the copy is no sound history, or it cannot be written; nothing was changed.
        """
        rescue.put_back(self._database, copy)
