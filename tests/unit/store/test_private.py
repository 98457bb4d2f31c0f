"""Nobody else can read the history, whatever the umask, from the first byte on."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cbassess.store.history import History
from cbassess.store.opening import open_database
from cbassess.store.private import make_numbered_file
from cbassess.store.schema import migrations
from cbassess.store.schema.migrating import latest_version


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes_below(folder: Path) -> dict[str, str]:
    """Path -> mode, of a folder and all in it."""
    return {
        str(path.relative_to(folder)): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in (folder, *sorted(folder.rglob("*")))
    }


def test_everything_that_is_written_is_private(umask: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = tmp_path / "share"
    folder = top / "cbassess"
    with History.open(folder) as history:
        history.add_seller("a")
    second = migrations.Migration(latest_version() + 1, "test", ("CREATE TABLE more (id INTEGER) STRICT",))
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, second))
    database = open_database(folder)
    with closing(database.connection), database.writing() as connection:
        connection.execute("INSERT INTO more VALUES (1)")
        during = modes_below(top)
    assert during == {
        ".": "0o700",
        "cbassess": "0o700",
        "cbassess/backups": "0o700",
        "cbassess/backups/history-0001.sqlite3": "0o600",
        "cbassess/history.sqlite3": "0o600",
        "cbassess/history.sqlite3-journal": "0o600",
    }
    assert os.umask(umask) == umask


def test_a_copy_that_others_could_read_is_hidden_again(history: History, folder: Path) -> None:
    history.path.chmod(0o644)
    History.open(folder).close()
    assert stat.S_IMODE(history.path.stat().st_mode) == 0o600


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    History.open(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_numbers_grow_even_when_old_files_are_gone(tmp_path: Path) -> None:
    names = [make_numbered_file(tmp_path, "x-", ".db").name for _ in range(3)]
    (tmp_path / "x-0001.db").unlink()
    (tmp_path / "x-odd.db").touch()
    assert [*names, make_numbered_file(tmp_path, "x-", ".db").name] == [f"x-000{number}.db" for number in (1, 2, 3, 4)]


def test_sqlite_alone_would_not_do(tmp_path: Path) -> None:
    """Shows that the first test can fail: made by SQLite, the file is open to all."""
    before = os.umask(0)
    with closing(sqlite3.connect(tmp_path / "plain.sqlite3")) as connection:
        connection.execute("CREATE TABLE x (y)")
    os.umask(before)
    assert modes_below(tmp_path)["plain.sqlite3"] == "0o644"
