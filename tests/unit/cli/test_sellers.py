"""Several sellers: list, find, rename, archive, delete, hand over."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.conftest import ANSWERS, Run

pytestmark = pytest.mark.usefixtures("three")


@pytest.fixture
def three(run: Run, pack: Path, answers: Path) -> None:
    for name in ("Lumen Trading", "深圳 灯具", "Ölmühle"):
        assert run("--pack", pack, "import", answers, "--seller", name).code == 0


def listed(run: Run, *arguments: str) -> list[str]:
    return [row["seller"] for row in json.loads(run("sellers", "list", "--format", "json", *arguments).out)]


def test_they_are_listed_by_name_with_their_waves(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(ANSWERS.replace("2026-11-22", "2027-02-20"), encoding="utf-8")
    run("--pack", pack, "import", answers, "--seller", "Ölmühle")
    rows = [line.split(maxsplit=2) for line in run("sellers").out.splitlines()[1:]]
    assert rows == [["1", "2026-Q4", "Lumen Trading"], ["2", "2027-Q1", "Ölmühle"], ["1", "2026-Q4", "深圳 灯具"]]


@pytest.mark.parametrize(("text", "found"), [("lumen", ["Lumen Trading"]), ("灯", ["深圳 灯具"]), ("ÖL", ["Ölmühle"])])
def test_one_is_found_by_a_part_of_its_name(run: Run, text: str, found: list[str]) -> None:
    assert listed(run, text) == found


def test_nobody_found_is_said(run: Run) -> None:
    said = run("sellers", "list", "Nobody", "--lang", "zh-CN")
    assert (said.code, said.out) == (0, "")
    assert said.err == "没有这个卖家。\n"


def test_a_new_name_keeps_everything(run: Run) -> None:
    before = json.loads(run("history", "--format", "json").out)
    assert run("sellers", "rename", "Lumen Trading", " Lumen  GmbH").code == 0
    after = json.loads(run("history", "--format", "json").out)
    assert [{**row, "seller": "Lumen GmbH"} if row["seller"] == "Lumen Trading" else row for row in before] == after


def test_a_name_that_is_taken_or_unknown_is_refused(run: Run) -> None:
    before = run("sellers").out
    assert "[seller-exists]" in run("sellers", "rename", "Ölmühle", "Lumen Trading").err
    assert "[unknown-seller]" in run("sellers", "rename", "Olmuhle", "X").err
    assert run("sellers", "rename", "Ölmühle", "a\x1bb").code == 2
    assert run("sellers").out == before
    assert run("sellers", "rename", "Ölmühle", "Ölmühle").code == 0


def test_an_archived_one_is_kept_and_left_out(run: Run, pack: Path, answers: Path) -> None:
    assert run("sellers", "archive", "Ölmühle").code == 0
    assert listed(run) == ["Lumen Trading", "深圳 灯具"]
    assert listed(run, "--archived") == ["Lumen Trading", "Ölmühle", "深圳 灯具"]
    assert "Ölmühle" not in run("history").out
    assert "Ölmühle" in run("history", "--seller", "Ölmühle").out
    assert "Ölmühle" in run("--pack", pack, "export", "--seller", "Ölmühle").out
    assert run("sellers", "unarchive", "Ölmühle").code == 0
    assert "Ölmühle" in listed(run)
    run("sellers", "archive", "Ölmühle")
    answers.write_text(ANSWERS.replace("2026-11-22", "2027-02-20"), encoding="utf-8")
    assert run("--pack", pack, "import", answers, "--seller", "Ölmühle").code == 0
    assert "Ölmühle" in listed(run)


def test_the_only_one_that_is_not_archived_needs_no_name(run: Run, pack: Path) -> None:
    for name in ("Ölmühle", "深圳 灯具"):
        run("sellers", "archive", name)
    assert "Lumen Trading" in run("--pack", pack, "export").out


@pytest.mark.parametrize("typed", ["", "n\n", "\n", "y\n", "y\nOlmuhle\n", "y\nölmühle\n"])
def test_without_two_confirmations_nothing_is_deleted(run: Run, home: Path, typed: str) -> None:
    said = run("sellers", "delete", "Ölmühle", typed=typed)
    assert said.code == 2
    assert "[not-confirmed]" in said.err
    assert "Ölmühle" in listed(run)
    assert not list(home.glob("backups/deleted-*"))


@pytest.mark.parametrize(("arguments", "typed"), [((), "y\nÖlmühle\n"), (("--yes", "Ölmühle"), "")])
def test_a_deleted_one_is_gone_from_the_file_and_comes_back_from_its_backup(
    run: Run, pack: Path, home: Path, arguments: tuple[str, ...], typed: str
) -> None:
    before = run("--pack", pack, "export", "--seller", "Ölmühle", "--format", "json").out
    said = run("sellers", "delete", "Ölmühle", *arguments, typed=typed)
    assert said.code == 0
    assert listed(run) == ["Lumen Trading", "深圳 灯具"]
    assert "Ölmühle".encode() not in (home / "history.sqlite3").read_bytes()
    (backup,) = home.glob("backups/deleted-*.json")
    command = shlex.split(said.err.strip().splitlines()[-1].partition("cbassess ")[2])
    assert command == ["restore", str(backup)]
    assert run(*command).code == 0
    assert run("--pack", pack, "export", "--seller", "Ölmühle", "--format", "json").out == before


def test_yes_must_name_the_seller_exactly(run: Run) -> None:
    said = run("sellers", "delete", "Ölmühle", "--yes", "Lumen Trading")
    assert (said.code, "[not-confirmed]" in said.err) == (2, True)
    assert len(listed(run)) == 3


def test_without_room_for_the_backup_nothing_is_deleted(run: Run, home: Path) -> None:
    (home / "backups").exists() or (home / "backups").mkdir()
    for copy in (home / "backups").iterdir():
        copy.unlink()
    (home / "backups").rmdir()
    (home / "backups").touch()
    said = run("sellers", "delete", "Ölmühle", "--yes", "Ölmühle")
    assert said.code == 1
    assert len(listed(run)) == 3


def test_one_seller_is_handed_over_whole_and_alone(
    run: Run, pack: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "灯具.json"
    expected = run("--pack", pack, "export", "--seller", "深圳 灯具", "--format", "json").out
    assert run("backup", "--seller", "深圳 灯具", file).code == 0
    assert "Lumen" not in file.read_text(encoding="utf-8")
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "colleague"))
    assert run("restore", file).code == 0
    assert listed(run) == ["深圳 灯具"]
    assert run("--pack", pack, "export", "--format", "json").out == expected
    assert "already there: 1" in run("restore", file).err
    assert run("backup", "--seller", "Nobody", tmp_path / "x.json").code == 2
