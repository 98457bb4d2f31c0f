"""A fault at the first, second, third ... operation of each kind, until none is hit any more."""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from cbassess.store.history import History
from tests.conftest import TORTURE
from tests.reliability.a_working_day import Day, assert_nothing_is_lost, begin
from tests.reliability.disks import FailingDisk, RecordingDisk, on

Note = Callable[[str, object], None]

STEP = 1 if TORTURE else 31
"""The quick run tries every 31st operation."""
MOST = 3_000
WITHOUT = 200 if TORTURE else 20

KINDS = {
    "write": apsw.SQLITE_IOERR_WRITE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "open": apsw.SQLITE_CANTOPEN,
    "delete": apsw.SQLITE_IOERR_DELETE,
    "read": apsw.SQLITE_IOERR_READ,
}


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("yesterday") / "home"
    begin(folder)
    return folder


def numbers(kind: str) -> Iterator[int]:
    return itertools.islice(itertools.count(1, STEP), MOST)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_below_sqlite_loses_nothing(
    yesterday: Path, tmp_path: Path, kind: str, for_ever: bool, record_property: Note
) -> None:
    tried = told = 0
    for number in numbers(kind):
        folder = shutil.copytree(yesterday, tmp_path / f"{number}")
        disk, day = FailingDisk(kind, number, KINDS[kind], for_ever), Day(folder)
        with on(disk):
            day.work()
        disk.heal()
        assert_nothing_is_lost(folder, day)
        shutil.rmtree(folder)
        if not disk.hit:
            break
        tried += 1
        told += bool(day.told)
    else:
        pytest.fail("there was always one more")
    lasting = "from then on" if for_ever else "once"
    record_property("figure", f"fault at {kind} {lasting}: {tried} places, {told} told, 0 lost, 0 damaged")
    # A copy or a read that SQLite does not need can fail unheard; a lasting fault of what it needs cannot.
    assert tried
    assert told == tried or not for_ever or kind in ("read", "open", "delete")


class Counted:
    """Functions of the system that fail once, at the Nth call in a folder."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path, number: int) -> None:
        self.hit = ""
        self._left = number
        self._folder = str(folder)
        for module, name in ((os, "open"), (os, "mkdir"), (os, "replace"), (os, "unlink"), (os, "chmod"), (io, "open")):
            patch.setattr(module, name, self._failing(getattr(module, name), name))
        patch.setattr(os, "fsync", self._failing(os.fsync, "fsync"))

    def _failing(self, function: Callable[..., object], name: str) -> Callable[..., object]:
        def failing(*arguments: object, **options: object) -> object:
            ours = isinstance(arguments[0], int) or str(arguments[0]).startswith(self._folder)
            if ours and not self.hit:
                self._left -= 1
                if self._left == 0:
                    self.hit = name
                    raise OSError(28, "No space left on device")
            return function(*arguments, **options)

        return failing


def test_a_fault_of_the_system_loses_nothing(yesterday: Path, tmp_path: Path, record_property: Note) -> None:
    hit: dict[str, int] = {}
    for number in range(1, MOST, 1 if TORTURE else 5):
        folder = shutil.copytree(yesterday, tmp_path / f"{number}")
        day = Day(folder)
        with pytest.MonkeyPatch.context() as patch:
            fault = Counted(patch, folder, number)
            day.work()
        assert_nothing_is_lost(folder, day)
        shutil.rmtree(folder)
        if not fault.hit:
            break
        hit[fault.hit] = hit.get(fault.hit, 0) + 1
    else:
        pytest.fail("there was always one more")
    record_property("figure", f"fault of the system: {sum(hit.values())} places {hit}, 0 lost, 0 damaged")
    assert set(hit) >= {"open", "fsync"}
    assert not TORTURE or set(hit) >= {"mkdir", "replace"}


def test_without_a_journal_it_would(
    yesterday: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Note
) -> None:
    """Shows that the test can fail."""
    from cbassess.store import database

    monkeypatch.setattr(database, "_WRITING", ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF"))
    lost = 0
    for number in range(3, 203, 200 // WITHOUT):
        folder = shutil.copytree(yesterday, tmp_path / f"{number}")
        day = Day(folder)
        with on(FailingDisk("write", number, apsw.SQLITE_IOERR_WRITE, for_ever=False)):
            try:
                day.work()
                assert_nothing_is_lost(folder, day)
            except Exception:
                lost += 1
        shutil.rmtree(folder)
    record_property("figure", f"fault at write without a journal: {lost} of {WITHOUT} lost or damaged")
    assert lost


@pytest.mark.parametrize("disk", [None, RecordingDisk()], ids=["sqlite3", "apsw"])
def test_the_day_is_a_full_one(yesterday: Path, tmp_path: Path, disk: RecordingDisk | None) -> None:
    folder = shutil.copytree(yesterday, tmp_path / "home")
    day = Day(folder)
    with on(disk) if disk else contextlib.nullcontext():
        day.work()
    assert not day.told
    assert day.deleted
    if disk:
        assert {event[0] for event in disk.events} | {"read"} == set(KINDS), "a kind that is not tried"
    assert_nothing_is_lost(folder, day)
    with History.open(folder) as history:
        assert {seller.name for seller in history.sellers()} == {"Imported", "示例有限公司", "示例公司"} - {"示例公司"}
