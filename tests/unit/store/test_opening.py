"""What is refused when a history is opened, and that the refused file stays as it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cbassess.errors import StoreError
from cbassess.store.history import History
from cbassess.store.opening import open_database
from cbassess.store.schema.migrating import latest_version
from cbassess.store.schema.migrations import APPLICATION_ID

SETTINGS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "busy_timeout": 10_000,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "application_id": APPLICATION_ID,
    "user_version": latest_version(),
}


def empty(path: Path) -> bool:
    return path.stat().st_size == 0


def state_of(folder: Path) -> dict[str, str]:
    """File name -> hash of its content and mode, for all files of a folder.

    A database in WAL mode cannot even be looked at without an index of its log, so these are left out.
    """
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() + oct(path.stat().st_mode)
        for path in folder.iterdir()
        if path.is_file() and not path.name.endswith("-shm") and not (path.name.endswith("-wal") and empty(path))
    }


def make_database(folder: Path, *statements: str) -> None:
    """A database at the place of the history, made by somebody else."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "history.sqlite3", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def refusal(folder: Path) -> str:
    """The message of the refusal to open; fails if a file of the folder was changed, added or lost."""
    before = state_of(folder)
    with pytest.raises(StoreError) as refused:
        History.open(folder)
    assert state_of(folder) == before
    return str(refused.value)


def test_the_settings_are_those_that_were_chosen(folder: Path) -> None:
    with closing(open_database(folder).connection) as connection:
        settings = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'")
        assert {strict for _, strict in tables} == {1}
    assert settings == SETTINGS


@pytest.mark.parametrize("journal_mode", ["DELETE", "WAL"])
def test_a_newer_schema_is_refused_untouched(folder: Path, journal_mode: str) -> None:
    make_database(
        folder,
        f"PRAGMA journal_mode={journal_mode}",
        "CREATE TABLE x (y)",
        f"PRAGMA application_id={APPLICATION_ID}",
        "PRAGMA user_version=99",
    )
    message = refusal(folder)
    assert f"newer cbassess (schema 99, this one knows {latest_version()})" in message
    assert "Install the newer one" in message


def test_a_newer_schema_that_this_sqlite_cannot_read_is_not_taken_for_damage(folder: Path) -> None:
    make_database(
        folder,
        "CREATE TABLE x (y)",
        f"PRAGMA application_id={APPLICATION_ID}",
        "PRAGMA user_version=99",
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE x (y) OF THE FUTURE'",
    )
    assert "newer cbassess" in refusal(folder)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE x (y)",),
        ("CREATE TABLE x (y)", "PRAGMA user_version=1"),
        ("CREATE TABLE x (y)", "PRAGMA application_id=4711"),
        ("PRAGMA journal_mode=WAL", "CREATE TABLE x (y)"),
        ("CREATE TABLE x (y)", "PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql = 'CREATE TABLE x (y) NEW'"),
    ],
    ids=["plain", "versioned", "marked", "wal", "unreadable"],
)
def test_the_database_of_another_program_is_refused_untouched(folder: Path, statements: tuple[str, ...]) -> None:
    make_database(folder, *statements)
    assert "belongs to another program" in refusal(folder)


def test_the_log_that_another_program_left_behind_is_left_to_it(folder: Path, tmp_path: Path) -> None:
    make_database(folder, "PRAGMA journal_mode=WAL", "CREATE TABLE x (y)")
    crashed = tmp_path / "crashed"
    with closing(sqlite3.connect(folder / "history.sqlite3", isolation_level=None)) as other:
        other.execute("INSERT INTO x VALUES (1)")
        shutil.copytree(folder, crashed, ignore=shutil.ignore_patterns("*-shm"))
    assert not empty(crashed / "history.sqlite3-wal")
    assert "belongs to another program" in refusal(crashed)


@pytest.mark.parametrize("target", ["real.sqlite3", "nowhere"])
def test_a_link_is_refused(history: History, folder: Path, target: str) -> None:
    history.path.rename(folder / "real.sqlite3")
    history.path.symlink_to(target)
    assert "is a link" in refusal(folder)


def test_what_is_no_file_is_refused(folder: Path) -> None:
    (folder / "history.sqlite3").mkdir(parents=True)
    assert "is not a file" in refusal(folder)


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "history.sqlite3")
    with pytest.raises(StoreError, match="is not a file"):
        History.open(folder)


@pytest.mark.usefixtures("history")
def test_the_file_of_another_user_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    assert "belongs to another user" in refusal(folder)


@pytest.mark.usefixtures("history")
def test_an_old_sqlite_is_refused_before_it_calls_the_file_damaged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert "needs 3.37" in refusal(folder)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="file is in the place of the folder"):
        History.open(tmp_path / "file")


def test_the_name_of_the_folder_does_not_matter(tmp_path: Path) -> None:
    folder = tmp_path / "100% näme? #1 & 公司=x"
    History.open(folder).close()
    assert [path.name for path in folder.iterdir()] == ["history.sqlite3"]
