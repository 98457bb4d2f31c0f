"""The disk is full, at many points of a day: nothing is lost, nothing is torn, and all goes on when there is room."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cbassess.errors import CbassessError
from cbassess.workflow import write_file
from tests.conftest import TORTURE
from tests.reliability.a_working_day import Day, assert_nothing_is_lost, begin
from tests.reliability.disks import SmallDisk, on

Note = Callable[[str, object], None]

POINTS = 50 if TORTURE else 8
ENOUGH = 3_000_000
MOUNT, UMOUNT = (shutil.which(name) or name for name in ("mount", "umount"))
OLD, NEW = "old report\n" * 300, "new report\n" * 4_000


@pytest.fixture(scope="module")
def yesterday(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("yesterday") / "home"
    begin(folder)
    return folder


def written_in_a_day(yesterday: Path, folder: Path) -> int:
    """Bytes that SQLite writes in a whole day."""
    shutil.copytree(yesterday, folder)
    disk = SmallDisk(ENOUGH)
    with on(disk):
        Day(folder).work()
    assert 0 < disk.room < ENOUGH
    return ENOUGH - disk.room


def test_at_any_point_nothing_is_lost(yesterday: Path, tmp_path: Path, record_property: Note) -> None:
    whole = written_in_a_day(yesterday, tmp_path / "whole")
    told = 0
    for point in range(POINTS):
        folder = shutil.copytree(yesterday, tmp_path / f"{point}")
        disk, day = SmallDisk(whole * point // POINTS), Day(folder)
        with on(disk):
            day.work()
            assert day.told, "a full disk that nobody heard of"
            assert all("disk is full" in message for message in day.told)
            told += len(day.told)
        assert_nothing_is_lost(folder, day)
        disk.room, again = ENOUGH, Day(folder)
        with on(disk):
            again.work()
            assert not [message for message in again.told if "disk" in message]
        assert_nothing_is_lost(folder, again)
        shutil.rmtree(folder)
    record_property("figure", f"disk full at {POINTS} points of a day: {told} refusals told, 0 lost, 0 torn")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """The folder of a disk of 600 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        [MOUNT, "-t", "tmpfs", "-o", "size=600k", "tmpfs", place], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield place
    subprocess.run([UMOUNT, place], check=True)


def test_on_a_real_small_disk_too(yesterday: Path, small_disk: Path, record_property: Note) -> None:
    """With everything that is written without SQLite: backups as text, reports."""
    told = 0
    for point in range(POINTS):
        folder = shutil.copytree(yesterday, small_disk / "home")
        report = small_disk / "plan.md"
        report.write_text(OLD)
        free = shutil.disk_usage(small_disk).free
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(free - free * point // POINTS // 3))
        day = Day(folder)
        day.work()
        try:
            write_file(report, NEW, force=True)
        except CbassessError as refusal:
            day.told.append(str(refusal))
            assert report.read_text() == OLD
        else:
            assert report.read_text() == NEW
        told += len(day.told)
        ballast.unlink()
        assert_nothing_is_lost(folder, day)
        again = Day(folder)
        again.work()
        assert_nothing_is_lost(folder, again)
        for leftover in small_disk.iterdir():
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
    record_property(
        "figure", f"a real disk with {POINTS} different rests of room: {told} refusals told, 0 lost, 0 torn"
    )
    assert told > POINTS // 2
