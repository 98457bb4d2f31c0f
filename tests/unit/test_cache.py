"""The cache gives back what was kept, or nothing: never something else, and never a fault."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cbassess import cache

if sys.platform == "win32":
    pytest.skip("modes and owners are POSIX", allow_module_level=True)

KEY = cache.key_of("something")
CONTENT = b"that takes long to make"

KILLED_BEFORE_IT_IS_IN_PLACE = """
import os, pathlib, signal
from cbassess import cache
pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
cache.keep(cache.key_of("something"), b"half")
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def kept(home: Path) -> Path:
    cache.keep(KEY, CONTENT)
    (file,) = (home / "cache").iterdir()
    assert cache.find(KEY) == CONTENT
    return file


def test_what_is_kept_is_found_and_private(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert cache.find(cache.key_of("something else")) is None


def test_another_program_or_python_finds_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_program", lambda: "another")
    assert cache.find(cache.key_of("something")) is None


def linked(file: Path) -> None:
    other = file.with_suffix(".other")
    file.rename(other)
    file.symlink_to(other)


def folder_linked(file: Path) -> None:
    other = file.parent.with_name("elsewhere")
    file.parent.rename(other)
    file.parent.symlink_to(other)


def in_a_folder_for_all(file: Path) -> None:
    file.parent.chmod(0o755)


def readable_for_all(file: Path) -> None:
    file.chmod(0o644)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def changed(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def of_somebody_else(file: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(file, 12345, -1)


@pytest.mark.parametrize(
    "harm",
    [
        linked,
        folder_linked,
        in_a_folder_for_all,
        readable_for_all,
        cut,
        changed,
        emptied,
        a_folder,
        of_somebody_else,
    ],
    ids=lambda harm: harm.__name__,
)
def test_nothing_is_taken_that_may_not_be_trusted(kept: Path, harm: Callable[[Path], None]) -> None:
    harm(kept)
    assert cache.find(KEY) is None


@pytest.mark.parametrize("harm", [cut, changed, emptied, readable_for_all], ids=lambda harm: harm.__name__)
def test_what_was_spoilt_is_made_anew(kept: Path, harm: Callable[[Path], None]) -> None:
    harm(kept)
    cache.keep(KEY, CONTENT)
    assert cache.find(KEY) == CONTENT
    assert kept.stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_where_others_can_write(home: Path) -> None:
    (home / "cache").mkdir()
    (home / "cache").chmod(0o777)
    cache.keep(KEY, CONTENT)
    assert list((home / "cache").iterdir()) == []


def test_a_place_that_cannot_be_written_is_no_fault(home: Path) -> None:
    (home / "cache").write_text("a file")
    cache.keep(KEY, CONTENT)
    assert cache.find(KEY) is None


def test_a_full_disk_is_no_fault_and_leaves_nothing_behind(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    cache.keep(cache.key_of("another"), CONTENT)
    assert list(kept.parent.iterdir()) == [kept]


def test_it_makes_no_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBASSESS_HOME", str(home / "none"))
    cache.keep(KEY, CONTENT)
    assert list(home.iterdir()) == []


def test_killed_in_the_middle_leaves_what_was_there(kept: Path, home: Path) -> None:
    found = subprocess.run([sys.executable, "-c", KILLED_BEFORE_IT_IS_IN_PLACE], env={**os.environ})
    assert found.returncode == -9
    assert cache.find(KEY) == CONTENT
    (begun,) = kept.parent.glob("*.begun")
    os.utime(begun, (0, time.time() - 2 * cache.ABANDONED))
    cache.keep(KEY, CONTENT)
    assert not begun.exists()


def test_the_oldest_go(home: Path) -> None:
    for number in range(cache.MOST + 3):
        cache.keep(cache.key_of(str(number)), CONTENT)
    assert len(list((home / "cache").iterdir())) == cache.MOST
    assert cache.find(cache.key_of(str(cache.MOST + 2))) == CONTENT


def test_a_chosen_folder_on_windows_is_not_trusted(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert cache.find(KEY) is None
