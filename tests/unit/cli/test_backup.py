"""Backup and restore by command, and what happens with a damaged history."""

from __future__ import annotations

import json
import re
import stat
import sys
import types
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cbassess.cli import terminal
from tests.unit.cli.conftest import ANSWERS, Run

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "backup.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def two_waves(run: Run, pack: Path, answers: Path) -> str:
    for text in (ANSWERS, ANSWERS.replace("2026-11-22", "2027-02-20")):
        answers.write_text(text, encoding="utf-8")
        run("--pack", pack, "import", answers, "--seller", "深圳 灯具")
    return history(run)


def history(run: Run) -> str:
    return run("history", "--format", "json").out


@pytest.mark.usefixtures("two_waves")
def test_a_backup_is_readable_private_and_as_its_schema_says(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    said = run("backup", file)
    assert (said.code, said.out) == (0, "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text(encoding="utf-8")
    assert "深圳 灯具" in text
    Draft202012Validator(SCHEMA).validate(json.loads(text))
    assert "[file-exists]" in run("backup", file).err
    assert run("backup", file, "--force").code == 0
    assert json.loads(run("backup", "-").out)["tables"] == json.loads(text)["tables"]


def test_a_restored_history_is_equal_and_twice_makes_no_double(
    run: Run, two_waves: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "backup.json"
    run("backup", file)
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "elsewhere"))
    said = run("restore", file, "--lang", "zh-CN")
    assert (said.code, said.err) == (0, "新增卖家：1；新增期次：2；补全期次：0；原已存在：0。\n")
    assert history(run) == two_waves
    assert "already there: 2" in run("restore", file).err
    assert history(run) == two_waves


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda text: text[:-40], "not-a-backup"),
        (lambda _: "", "not-a-backup"),
        (lambda _: "[]", "not-a-backup"),
        (lambda text: text.replace("2026-Q4", "2026-Q3"), "backup-changed"),
        (lambda text: text.replace("backup/1", "backup/2"), "backup-newer"),
        (lambda _: "[" * 100_000, "not-a-backup"),
        (lambda _: "\x00" * 5_000, "not-a-backup"),
    ],
)
def test_a_file_that_is_no_whole_backup_is_refused_and_nothing_changes(
    run: Run, two_waves: str, home: Path, tmp_path: Path, spoil: object, code: str
) -> None:
    file = tmp_path / "backup.json"
    run("backup", file)
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    before = (home / "history.sqlite3").read_bytes()
    said = run("restore", file)
    assert (said.code, said.out) == (2, "")
    assert f"[{code}]" in said.err
    assert (home / "history.sqlite3").read_bytes() == before


@pytest.mark.parametrize("name", ["nowhere.json", "folder"])
def test_a_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    said = run("restore", tmp_path / name)
    assert (said.code, "[cannot-read]" in said.err) == (2, True)


def test_without_a_copy_there_is_nothing_to_go_back_to(run: Run) -> None:
    assert "[no-copy]" in run("restore", "--yes").err


def test_a_damaged_history_goes_on_from_the_newest_good_copy(run: Run, two_waves: str, home: Path) -> None:
    run("history")
    # The weekly copy was made when the second wave was imported, and so before it.
    (copy,) = home.glob("backups/history-*.sqlite3")
    (home / "history.sqlite3").write_bytes(b"no database")
    said = run("history")
    assert said.code == 1
    assert f"The newest good copy is {copy}" in said.err
    assert (home / "history.damaged-0001.sqlite3").read_bytes() == b"no database"
    assert run("restore", typed="n\n").code == 2
    assert run("restore", typed="y\n").code == 0
    assert [row["wave"] for row in json.loads(history(run))] == ["2026-Q4"]
    assert two_waves != history(run)


def test_an_older_copy_can_be_chosen_and_what_was_there_becomes_a_copy(run: Run, two_waves: str, home: Path) -> None:
    (copy,) = home.glob("backups/history-*.sqlite3")
    assert run("restore", copy, "--yes").code == 0
    assert history(run) != two_waves
    assert run("restore", "--yes").code == 0
    assert history(run) == two_waves


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An app that only opens the history, on a terminal."""
    opened: list[str] = []

    def start(_folder: Path | None, _language: str, _settings: object) -> int:
        from cbassess.workflow import Records

        with Records.open() as records:
            opened.append(" ".join(wave.label for wave in records.waves()))
        return 0

    module = types.ModuleType("cbassess.tui.running")
    module.run = start  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "cbassess.tui.running", module)
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    return opened


@pytest.mark.usefixtures("two_waves")
def test_the_app_starts_on_a_damaged_history_with_the_copy(run: Run, home: Path, app: list[str]) -> None:
    (home / "history.sqlite3").write_bytes(b"no database")
    said = run(typed="y\n")
    assert said.code == 0
    assert app == ["2026-Q4"]
    assert f"The damaged file is now {home / 'history.damaged-0001.sqlite3'}; nothing was deleted." in said.err
    (copy,) = home.glob("backups/history-*.sqlite3")
    assert re.search(rf"The newest good copy is of \d{{4}}-\d\d-\d\d: {re.escape(str(copy))}", said.err)


@pytest.mark.usefixtures("two_waves", "app")
def test_what_happened_is_told_in_chinese(run: Run, home: Path) -> None:
    (home / "history.sqlite3").write_bytes(b"no database")
    said = run("--lang", "zh-CN", typed="y\n")
    assert "历史记录已损坏" in said.err
    assert "最新的完好副本是" in said.err


@pytest.mark.usefixtures("two_waves")
def test_or_empty_when_the_copy_is_not_wanted_and_it_can_be_had_later(run: Run, home: Path, app: list[str]) -> None:
    (home / "history.sqlite3").write_bytes(b"no database")
    assert run(typed="n\n").code == 0
    assert app == [""]
    assert run("restore", "--yes").code == 0
    assert "2026-Q4" in history(run)


def test_without_a_copy_it_asks_before_it_begins_empty(run: Run, home: Path, app: list[str]) -> None:
    home.mkdir()
    (home / "history.sqlite3").write_bytes(b"no database")
    assert run(typed="").code == 2
    (home / "history.sqlite3").write_bytes(b"no database")
    assert run(typed="y\n").code == 0
    assert app == [""]
