"""What a rebuilt backup has and the history has not: added to it; nothing that is there is changed or doubled."""

from __future__ import annotations

import sqlite3
from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from cbassess.model.history import Merged
from cbassess.store.portable.gathering import Row
from cbassess.store.portable.rows import insert_row, rows_of
from cbassess.store.sellers import find_seller, insert_seller, set_archived
from cbassess.store.waves import next_wave_id, update_pack

# What makes a wave the same one, wherever it is kept, under whichever label, and whichever pack it goes on under.
_IDENTITY = ("as_of", "started_at")


def merge(history: sqlite3.Connection, backup: sqlite3.Connection) -> Merged:
    """Add the sellers, waves and answers of a backup, within a transaction.

    A wave that is there already gets the answers that it lacks. Where both went on differently, the backup's wave
    comes in beside it under a label of its own.

    Args:
        history: in a transaction.
        backup: a checked database of today's schema.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    done = Merged()
    _add_packs(history, rows_of(backup, "packs"))
    for seller in rows_of(backup, "sellers"):
        done, number = _seller(history, seller, done)
        _add_work(history, number, rows_of(backup, "work", "seller_id", _number(seller["id"])))
        met: set[int] = set()
        for wave in rows_of(backup, "waves", "seller_id", _number(seller["id"])):
            answers = rows_of(backup, "answers", "wave_id", _number(wave["id"]))
            done = _Wave(history, number, str(seller["name"]), wave, answers).merge(done, met)
    return done


def _add_packs(history: sqlite3.Connection, packs: list[Row]) -> None:
    there = {row["hash"] for row in rows_of(history, "packs")}
    for pack in packs:
        if pack["hash"] not in there:
            insert_row(history, "packs", pack)


def _add_work(history: sqlite3.Connection, seller_id: int, work: list[Row]) -> None:
    """Add what was noted about the steps of a seller and is not there, after what is there."""
    known = rows_of(history, "work", "seller_id", seller_id)
    there = Counter(_noted(row) for row in known)
    sequence = len(known)
    for entry in work:
        if there[_noted(entry)]:
            there[_noted(entry)] -= 1
        else:
            sequence += 1
            insert_row(history, "work", entry, seller_id=seller_id, sequence=sequence)


def _noted(row: Row) -> tuple[object, ...]:
    return tuple(row[key] for key in ("action_id", "kind", "value", "noted_on", "saved_at"))


def _seller(history: sqlite3.Connection, seller: Row, done: Merged) -> tuple[Merged, int]:
    name = str(seller["name"])
    found = find_seller(history, name)
    if found is not None:
        return done, found.id
    added = insert_seller(history, name)
    set_archived(history, added.id, bool(seller["archived"]))
    return replace(done, sellers=done.sellers + 1), added.id


class _Wave(Struct, frozen=True):
    """A wave of the backup on its way into the history."""

    history: sqlite3.Connection
    seller_id: int
    seller: str
    wave: Row
    answers: list[Row]

    def merge(self, done: Merged, met: set[int]) -> Merged:
        """Add what is missing. `met` holds the waves of the history that have been recognised already."""
        there = rows_of(self.history, "waves", "seller_id", self.seller_id)
        for twin in self._twins(there, met):
            number = _number(twin["id"])
            known = rows_of(self.history, "answers", "wave_id", number)
            both = min(len(known), len(self.answers))
            if _content(known[:both]) == _content(self.answers[:both]):
                met.add(number)
                return self._complete(number, len(known), done)
        return self._add(there, done, met)

    def _twins(self, there: list[Row], met: set[int]) -> list[Row]:
        """The waves that may be this one, the one of the same label first."""
        label = str(self.wave["label"])
        fitting = [
            wave
            for wave in there
            if all(wave[key] == self.wave[key] for key in _IDENTITY)
            and f"{wave['label']}-".startswith(f"{label}-")
            and wave["id"] not in met
        ]
        return sorted(fitting, key=lambda wave: wave["label"] != label)

    def _complete(self, number: int, known: int, done: Merged) -> Merged:
        rest = self.answers[known:]
        if not rest:
            return replace(done, unchanged=done.unchanged + 1)
        self._append(number, rest)
        self.history.execute("UPDATE waves SET position = ? WHERE id = ?", (self.wave["position"], number))
        stamp = (str(self.wave["pack_title"]), str(self.wave["pack_version"]), str(self.wave["pack_hash"]))
        update_pack(self.history, number, stamp)
        return replace(done, completed=done.completed + 1)

    def _add(self, there: list[Row], done: Merged, met: set[int]) -> Merged:
        number, label = next_wave_id(self.history), str(self.wave["label"])
        free = _free_label(label, {str(wave["label"]) for wave in there})
        insert_row(self.history, "waves", self.wave, id=number, seller_id=self.seller_id, label=free)
        self._append(number, self.answers)
        met.add(number)
        renamed = ((self.seller, label, free),) if free != label else ()
        return replace(done, waves=done.waves + 1, renamed=(*done.renamed, *renamed))

    def _append(self, number: int, answers: list[Row]) -> None:
        for answer in answers:
            insert_row(self.history, "answers", answer, wave_id=number)


def _content(answers: list[Row]) -> list[Row]:
    return [{key: value for key, value in row.items() if key not in ("wave_id", "checksum")} for row in answers]


def _free_label(label: str, taken: set[str]) -> str:
    numbered = (f"{label}-{number}" for number in range(2, len(taken) + 3))
    return next(free for free in (label, *numbered) if free not in taken)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("an id is a whole number")
    return value
