"""All that is done to a history in a day: started from the file of an old version, answered, backed up, tidied."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.store.history import History

FIXTURES = Path(__file__).parents[1] / "fixtures" / "store"
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
OLD = 2
"""Id of the old wave that is answered on; it has no answers."""
ANSWERS = 12


def begin(folder: Path) -> None:
    """A folder with a history of schema version 1."""
    folder.mkdir(parents=True, mode=0o700)
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        connection.executescript((FIXTURES / "version_1.sql").read_text("utf-8"))
    (folder / "history.sqlite3").chmod(0o600)


class Day:
    """Works through the day; what fails is told and the rest is done, as a person would.

    Attributes:
        saved: item id -> answer, for all that was acknowledged.
        told: the messages of what failed.
        deleted: whether the deletion of the first seller was acknowledged.
    """

    def __init__(self, folder: Path) -> None:
        self.saved: dict[str, str] = {}
        self.told: list[str] = []
        self.deleted = False
        self._folder = folder

    def work(self) -> None:
        """Everything, each part for itself."""
        try:
            history = History.open(self._folder, NOW)
        except StoreError as refusal:
            self.told.append(str(refusal))
            return
        with history:
            for number in range(ANSWERS):
                self._try(lambda number=number: self._answer(history, {f"a.item_{number}": f"答 {number}" * 60}))  # type: ignore[misc]
            self._try(lambda: self._answer(history, {f"a.late_{number}": f"{number}" * 90 for number in range(30)}))
            self._try(lambda: history.set_position(OLD, "a.item_3"))
            self._try(lambda: self._import(history))
            self._try(lambda: self._restore(history))
            self._try(lambda: history.rename_seller(2, "示例有限公司"))
            self._try(lambda: self._delete(history))
            self._try(lambda: self._answer(history, {"a.last": "said"}))

    def _try(self, part: Callable[[], None]) -> None:
        try:
            part()
        except StoreError as refusal:
            self.told.append(str(refusal))

    def _answer(self, history: History, answers: dict[str, str]) -> None:
        history.save_responses(OLD, dict(answers), NOW)
        self.saved.update(answers)

    def _import(self, history: History) -> None:
        with history.together():
            seller = history.add_seller("Imported")
            wave = history.start_wave(seller, "2026-Q4", NOW.date(), ("A pack", "1", "00"), NOW)
            history.save_responses(wave.id, {f"b.item_{number}": float(number) for number in range(40)}, NOW)

    def _restore(self, history: History) -> None:
        history.restore(history.backup(NOW).encode("utf-8"), "backup.json")

    def _delete(self, history: History) -> None:
        backup = history.delete_seller(1, NOW)
        assert backup.stat().st_size > 0
        self.deleted = True


def assert_nothing_is_lost(folder: Path, day: Day) -> None:
    """That the history opens on a sound disk, whole, with all that was acknowledged and nothing half done."""
    with History.open(folder) as history:
        waves = {wave.id: history.responses(wave.id) for wave in history.waves()}
        names = {seller.name for seller in history.sellers()}
        imported = [wave for wave in history.waves() if wave.seller.name == "Imported"]
    assert len(waves[1]) == 7
    assert day.saved.items() <= waves[OLD].items(), "an acknowledged answer is not there"
    late = [item for item in waves[OLD] if item.startswith("a.late_")]
    assert len(late) in (0, 30)
    assert {len(waves[wave.id]) for wave in imported} <= {40}
    assert ("Imported" in names) is bool(imported)
    if day.deleted:
        assert "Beispiel GmbH" not in names
    elif "Beispiel GmbH" not in names:
        # Deleted without having been able to say so; the backup was written first.
        assert list(folder.glob("backups/deleted-*.json"))
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for copy in folder.glob("backups/*"):
        assert copy.stat().st_mode & 0o077 == 0
