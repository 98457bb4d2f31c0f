"""Old histories open, failed migrations leave nothing behind, and a killed one is as if it had never begun."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import cbassess
from cbassess.errors import StoreError
from cbassess.model.history import Answer, Seller
from cbassess.model.responses import Missing, Said
from cbassess.store.history import History
from cbassess.store.schema import migrations
from cbassess.store.schema.migrations import MIGRATIONS, Migration
from tests.conftest import TORTURE

HERE = Path(__file__).parent
FIXTURES = HERE.parents[1] / "fixtures" / "store"
CHILD = HERE / "dying_migration.py"
ENVIRONMENT = {"PYTHONPATH": str(Path(cbassess.__file__).parent.parent)}
ADD_NOTES = (
    "CREATE TABLE notes (wave_id INTEGER NOT NULL REFERENCES waves (id), text TEXT NOT NULL) STRICT",
    "INSERT INTO notes SELECT id, label FROM waves",
    "ALTER TABLE sellers ADD COLUMN town TEXT NOT NULL DEFAULT ''",
)


@pytest.fixture
def old_folder(folder: Path) -> Path:
    """The folder of somebody who has a history of schema version 1."""
    return _written_by(1, folder)


def _written_by(version: int, folder: Path) -> Path:
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        connection.executescript((FIXTURES / f"version_{version}.sql").read_text("utf-8"))
    return folder


def add_migration(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, "test", statements)))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def assert_all_there(folder: Path) -> None:
    """That a history holds what `version_1.sql` wrote; the later ones hold it as well."""
    with History.open(folder) as history:
        assert history.sellers() == (Seller(1, "Beispiel GmbH"), Seller(2, "示例公司"))
        first, second = history.waves()[:2]
        assert (first.label, first.as_of, first.position, first.answered) == (
            "2026-Q3",
            dt.date(2026, 8, 1),
            "growth.note",
            7,
        )
        assert (second.pack_title, second.pack_version, second.pack_hash) == ("Shipped pack", "1.1.0", "22cc33dd")
        assert second.started_at == dt.datetime(2026, 11, 22, 16, 30, tzinfo=dt.UTC)
        assert history.responses(second.id) == {}
        assert history.responses(first.id) == {
            "brand.mark_filed": "home",
            "profile.markets": ("eu", "us"),
            "profile.hours": 12.5,
            "ip_compliance.renewal": dt.date(2027, 2, 28),
            "growth.note": '缺少 "品牌" 备案',
            "offline.shops": Missing.DONT_KNOW,
            "growth.turnover": Missing.DECLINED,
        }


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [migration.number for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_released_migrations_are_never_changed() -> None:
    """A new migration adds a line here; a line that is here stays."""
    digests = [hashlib.sha256("\n".join(migration.statements).encode()).hexdigest()[:16] for migration in MIGRATIONS]
    assert digests == ["2b7ad6a1d3d72535", "201e7858c2512dc2", "b8d059d4396dc2fe", "3c37f664ba40e42d"]


def test_a_history_of_version_1_opens_with_all_it_holds(old_folder: Path) -> None:
    assert_all_there(old_folder)


def test_a_number_that_was_deleted_under_version_2_is_never_given_again(folder: Path, now: dt.datetime) -> None:
    with History.open(_written_by(2, folder)) as history:
        first, *_ = history.sellers()
        assert history.start_wave(first, "2027-Q1", now.date(), ("t", "1", "00"), now).id == 4


def test_a_history_of_version_3_opens_with_all_it_holds(folder: Path) -> None:
    assert_all_there(_written_by(3, folder))
    with History.open(folder) as history:
        third = history.waves()[2]
        answers = history.answers(third.id)
        carried = Said("carried", dt.date(2026, 8, 1), dt.date(2026, 11, 2))
        assert answers["brand.mark_filed"] == Answer("home", carried, "22cc33dd")
        assert answers["growth.note"].response is None
        assert [(one.kind, one.value) for one in history.work.of(third.seller.id)] == [
            ("status", "doing"),
            ("owner", "小王"),
        ]
        kept = history.packs.find("22cc33dd")
        assert kept is not None
        assert kept.files == {"questions/brand.toml": 'title = "品牌"\n'.encode()}


def test_a_history_of_version_4_opens_with_its_notes(folder: Path) -> None:
    assert_all_there(_written_by(4, folder))
    with History.open(folder) as history:
        answers = history.answers(history.waves()[2].id)
        assert answers["brand.own"].note == "收据在王女士处\nask on Monday"
        assert (answers["offline.shops"].response, answers["offline.shops"].note) == (None, "count them")
        assert answers["brand.mark_filed"].note == ""


def test_an_answer_of_version_1_counts_as_given(old_folder: Path) -> None:
    with History.open(old_folder) as history:
        assert {answer.said.origin for answer in history.answers(1).values()} == {"given"}


def test_a_history_of_version_1_can_be_written(old_folder: Path, now: dt.datetime) -> None:
    with History.open(old_folder) as history:
        history.save_response(1, "brand.mark_filed", "top_market", now)
        assert history.responses(1)["brand.mark_filed"] == "top_market"


def test_a_migration_keeps_everything_and_makes_a_backup_first(
    old_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_migration(monkeypatch, *ADD_NOTES)
    assert_all_there(old_folder)
    with closing(sqlite3.connect(old_folder / "history.sqlite3")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
        assert connection.execute("SELECT * FROM notes").fetchall() == [(1, "2026-Q3"), (2, "2026-Q4")]
    assert [path.name for path in (old_folder / "backups").iterdir()] == ["history-0001.sqlite3"]
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS)
    (old_folder / "backups" / "history-0001.sqlite3").rename(old_folder / "backups" / "history.sqlite3")
    assert_all_there(old_folder / "backups")


def test_a_history_of_today_is_neither_copied_nor_changed(old_folder: Path) -> None:
    History.open(old_folder).close()
    shutil.rmtree(old_folder / "backups")
    before = digest(old_folder / "history.sqlite3")
    assert_all_there(old_folder)
    assert digest(old_folder / "history.sqlite3") == before
    assert [path.name for path in old_folder.iterdir()] == ["history.sqlite3"]


@pytest.mark.parametrize(
    "last", ["INSERT INTO nowhere VALUES (1)", "INSERT INTO notes VALUES (99, 'refers to no wave')", "COMMIT; SELECT 1"]
)
def test_a_failed_migration_leaves_no_half_state(old_folder: Path, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
    before = digest(old_folder / "history.sqlite3")
    add_migration(monkeypatch, *ADD_NOTES[:2], "PRAGMA foreign_keys=ON", last)
    with pytest.raises(StoreError):
        History.open(old_folder)
    monkeypatch.setattr(migrations, "MIGRATIONS", MIGRATIONS)
    assert digest(old_folder / "history.sqlite3") == before
    assert_all_there(old_folder)


def test_without_room_for_the_backup_nothing_is_migrated(old_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(old_folder / "history.sqlite3")
    add_migration(monkeypatch, *ADD_NOTES)
    (old_folder / "backups").touch()
    with pytest.raises(StoreError, match="in the place of the folder"):
        History.open(old_folder)
    assert digest(old_folder / "history.sqlite3") == before


@pytest.mark.parametrize("statements_done", range(len(ADD_NOTES) + 1))
def test_a_killed_migration_is_as_if_it_had_never_begun(
    old_folder: Path, monkeypatch: pytest.MonkeyPatch, statements_done: int
) -> None:
    done = subprocess.run(
        [sys.executable, CHILD, old_folder, str(statements_done), *ADD_NOTES],
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert_all_there(old_folder)
    add_migration(monkeypatch, *ADD_NOTES)
    assert_all_there(old_folder)


@pytest.mark.skipif(not TORTURE, reason="a hundred kills at each statement take a while")
def test_a_migration_killed_a_hundred_times_at_each_statement(
    old_folder: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    for number in range(100 * (len(ADD_NOTES) + 1)):
        folder = shutil.copytree(old_folder, tmp_path / f"{number}")
        command = [sys.executable, CHILD, folder, str(number % (len(ADD_NOTES) + 1)), *ADD_NOTES]
        assert subprocess.run(command, env=ENVIRONMENT, check=False).returncode == -signal.SIGKILL
        assert_all_there(folder)
        with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
            assert connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").fetchone() is None
        shutil.rmtree(folder)
    record_property("figure", f"{number + 1} migrations killed: 0 half states, 0 lost")


def test_every_released_version_has_a_fixture_that_opens(tmp_path: Path) -> None:
    """Before a release: write the file of its version beside the others. One that is there is never changed."""
    fixtures = sorted(FIXTURES.glob("version_*.sql"))
    assert [path.stem for path in fixtures] == [f"version_{number}" for number in range(1, len(MIGRATIONS) + 1)]
    for fixture in fixtures:
        folder = tmp_path / fixture.stem
        folder.mkdir()
        with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
            connection.executescript(fixture.read_text("utf-8"))
        assert_all_there(folder)
