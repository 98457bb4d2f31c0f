"""Full disks, read-only disks, locks: a plain StoreError, and it goes on when the cause is gone."""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cbassess.errors import StoreError
from cbassess.model.history import Wave
from cbassess.store.history import History
from cbassess.store.opening import open_database
from cbassess.store.schema import migrations
from cbassess.store.schema.migrating import latest_version

MOUNT, UMOUNT = (shutil.which(name) or name for name in ("mount", "umount"))
STAMP = ("A pack", "1.0.0", "00ff")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The folder of a disk of 200 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        [MOUNT, "-t", "tmpfs", "-o", "size=200k", "tmpfs", place], check=False, capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"a small disk can only be mounted by root: {mounted.stderr.strip()}")
    yield place
    subprocess.run([UMOUNT, place], check=True)


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill(history: History, wave_id: int, now: dt.datetime) -> tuple[int, str]:
    """Save answers until it is refused; how many were saved, and the refusal."""
    for number in range(1000):
        try:
            history.save_response(wave_id, f"a.item_{number}", "答" * 1000, now)
        except StoreError as refused:
            return number, str(refused)
    pytest.fail("it was never refused")


def refusal_to_open(folder: Path) -> str:
    """Why a history cannot be opened; empty when it can."""
    try:
        History.open(folder).close()
    except StoreError as refusal:
        return str(refusal)
    return ""


def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(small_disk: Path, now: dt.datetime) -> None:
    with History.open(small_disk) as history:
        wave = history.start_wave(history.add_seller("a"), "2026-Q4", dt.date(2026, 11, 1), STAMP, now)
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(60_000))
        saved, refusal = fill(history, wave.id, now)
        assert "disk is full" in refusal
        assert "saved before is untouched" in refusal
        assert saved > 0
        assert len(history.responses(wave.id)) == saved
        ballast.unlink()
        history.save_response(wave.id, "a.after", "saved", now)
    with History.open(small_disk) as history:
        assert len(history.responses(wave.id)) == saved + 1


def test_a_history_that_cannot_be_begun_for_want_of_room_begins_later(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    refused = 0
    for room in range(0, 80_000, 2_000):
        folder = small_disk / "home"
        ballast.write_bytes(bytes(200 * 1024 - room))
        refusal = refusal_to_open(folder)
        assert refusal == "" or "disk is full" in refusal or "No space left" in refusal
        refused += refusal != ""
        ballast.unlink()
        with History.open(folder) as history:
            assert history.add_seller("a")
        shutil.rmtree(folder)
    assert 3 < refused < 40


def test_a_migration_without_room_leaves_the_history_as_it_was(
    small_disk: Path, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with History.open(small_disk) as history:
        wave = history.start_wave(history.add_seller("a"), "2026-Q4", dt.date(2026, 11, 1), STAMP, now)
        history.save_response(wave.id, "a.b", "答" * 3_000, now)
        expected = history.responses(wave.id)
        before = history.path.read_bytes()
    step = migrations.Migration(latest_version() + 1, "test", ("CREATE TABLE more AS SELECT * FROM answers",))
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    refused = 0
    for room in range(0, 160_000, 4_000):
        # Full to the last page, then so much room.
        free = os.statvfs(small_disk).f_bavail * 4096
        (small_disk / "ballast").write_bytes(bytes(max(free - room, 0)))
        refusal = refusal_to_open(small_disk)
        if refusal:
            refused += 1
            assert history.path.read_bytes() == before
            assert [path for path in small_disk.glob("backups/*") if path.stat().st_size < len(before)] == []
        (small_disk / "ballast").unlink()
        for backup in small_disk.glob("backups/*"):
            backup.unlink()
    assert 3 < refused < 40
    with History.open(small_disk) as history:
        assert history.responses(wave.id) == expected


def test_a_write_that_the_system_refuses_loses_nothing(history: History, wave: Wave, now: dt.datetime) -> None:
    history.save_response(wave.id, "a.before", "saved", now)
    with no_file_longer_than(history.path.stat().st_size):
        saved, refusal = fill(history, wave.id, now)
    assert "could not be" in refusal
    assert len(history.responses(wave.id)) == saved + 1
    history.save_response(wave.id, "a.after", "saved", now)
    assert len(history.responses(wave.id)) == saved + 2
    with closing(sqlite3.connect(history.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def make_read_only(folder: Path) -> Callable[[], object]:
    """Take the right to write away, from root as well; returns how to give it back."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        return lambda: folder.chmod(0o700)
    place = str(folder)
    for arguments in (["--bind", place, place], ["-o", "remount,ro,bind", place]):
        if subprocess.run([MOUNT, *arguments], check=False, capture_output=True).returncode:
            pytest.skip("root writes everywhere, and may not mount here")
    return lambda: subprocess.run([UMOUNT, place], check=True)


@pytest.fixture
def read_only(history: History, wave: Wave, now: dt.datetime, folder: Path) -> Iterator[History]:
    """A history with one answer, opened where nothing can be written."""
    history.save_response(wave.id, "a.b", "said", now)
    history.close()
    undo = make_read_only(folder)
    try:
        with History.open(folder) as reader:
            yield reader
    finally:
        undo()


def test_a_read_only_history_can_be_read(read_only: History) -> None:
    assert read_only.read_only
    (wave,) = read_only.waves()
    assert wave.answered == 1
    assert read_only.responses(wave.id) == {"a.b": "said"}


def test_a_read_only_history_refuses_to_save(read_only: History, now: dt.datetime) -> None:
    (wave,) = read_only.waves()
    for save in (
        lambda: read_only.add_seller("b"),
        lambda: read_only.start_wave(wave.seller, "2027-Q1", dt.date(2027, 1, 1), STAMP, now),
        lambda: read_only.save_response(wave.id, "a.b", "x", now),
        lambda: read_only.set_position(wave.id, "a.b"),
    ):
        with pytest.raises(StoreError, match="can only be read here"):
            save()


def test_a_read_only_folder_without_a_history_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    undo = make_read_only(folder)
    try:
        with pytest.raises(StoreError, match="could not be used"):
            History.open(folder)
    finally:
        undo()


def test_a_damaged_read_only_history_is_told_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    (folder / "history.sqlite3").write_bytes(b"no database")
    undo = make_read_only(folder)
    try:
        with pytest.raises(StoreError, match="It was not moved"):
            History.open(folder)
    finally:
        undo()
    assert (folder / "history.sqlite3").read_bytes() == b"no database"


@pytest.fixture
def impatient(history: History) -> Iterator[History]:
    """The same history, opened a second time, by somebody who does not wait long for a lock."""
    database = open_database(history.path.parent)
    database.connection.execute("PRAGMA busy_timeout=10")
    with History(database) as impatient:
        yield impatient


def test_a_history_that_stays_locked_is_told(
    impatient: History, history: History, wave: Wave, now: dt.datetime
) -> None:
    with closing(sqlite3.connect(history.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            impatient.save_response(wave.id, "a.b", "x", now)
    impatient.save_response(wave.id, "a.b", "x", now)
    assert history.responses(wave.id) == {"a.b": "x"}


def test_a_reader_that_holds_on_delays_the_save_and_loses_nothing(
    impatient: History, history: History, wave: Wave, now: dt.datetime
) -> None:
    with closing(sqlite3.connect(history.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM waves").fetchall()
        with pytest.raises(StoreError, match="in use by another program"):
            impatient.save_response(wave.id, "a.b", "x", now)
    assert history.responses(wave.id) == {}
    impatient.save_response(wave.id, "a.b", "y", now)
    assert history.responses(wave.id) == {"a.b": "y"}
