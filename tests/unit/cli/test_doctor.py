"""What doctor finds; that it changes nothing and tells no secret."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cbassess.cli import clock
from tests.unit.cli.conftest import ANSWERS, Run

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "doctor.schema.json").read_text(encoding="utf-8"))
CANARIES = ("Canary Trading", "canary of an answer")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real day: the copies of the history have it from the file system."""
    monkeypatch.setattr(clock, "today", lambda: dt.datetime.now(dt.UTC).date())


@pytest.fixture
def filled(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(ANSWERS.replace("Copies of our lamps", CANARIES[1]), encoding="utf-8")
    assert run("--pack", pack, "import", answers, "--seller", CANARIES[0]).code == 0


def examined(run: Run, pack: Path, code: int = 0) -> dict[str, Any]:
    said = run("doctor", "--format", "json", "--pack", pack)
    assert said.code == code, said.out + said.err
    found = json.loads(said.out)
    Draft202012Validator(SCHEMA).validate(found)
    assert not any(canary in said.out + said.err for canary in CANARIES)
    return dict(found)


def codes(found: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in found["findings"]}


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", path.lstat().st_mode) for path in folder.rglob("*")
    }


def test_before_the_first_start_all_is_well_and_nothing_is_made(run: Run, pack: Path, home: Path) -> None:
    found = examined(run, pack)
    assert found["store"]["state"] == "none"
    assert not home.exists()


@pytest.mark.usefixtures("filled")
def test_a_sound_history_is_counted_and_left_as_it_is(run: Run, pack: Path, home: Path) -> None:
    run("history")
    before = state_of(home)
    found = examined(run, pack)
    store = found["store"]
    assert (store["state"], store["sellers"], store["waves"], store["answers"]) == ("sound", 1, 1, 9)
    assert (store["file"]["mode"], store["folder"]["mode"]) == ("0600", "0700")
    assert [copy["sound"] for copy in store["copies"]] == [True]
    assert set(found["program"]["libraries"]) >= {"textual", "pydantic", "click"}
    assert found["pack"]["hash"]
    assert state_of(home) == before


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_text_holds_no_secret_and_says_the_same(run: Run, pack: Path, language: str) -> None:
    run("history")
    said = run("doctor", "--pack", pack, "--lang", language)
    assert said.code == 0
    assert not any(canary in said.out + said.err for canary in CANARIES)
    assert "history.sqlite3 0600" in said.out
    assert ("Nothing is wrong." if language == "en" else "一切正常。") in said.out


@pytest.mark.usefixtures("filled")
def test_the_name_of_the_user_is_not_shown(
    run: Run, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert examined(run, pack)["store"]["file"]["path"] == str(Path("~") / "home" / "history.sqlite3")


@pytest.mark.usefixtures("filled")
def test_damage_is_found_and_not_touched(run: Run, pack: Path, home: Path) -> None:
    path = home / "history.sqlite3"
    sound = path.read_bytes()
    path.write_bytes(b"x" * len(sound))
    assert "history-damaged" in codes(examined(run, pack, 2))
    path.write_bytes(sound.replace(CANARIES[1].encode(), CANARIES[1].upper().encode()))
    assert "history-rows_damaged" in codes(examined(run, pack, 2))
    assert path.read_bytes() != sound
    assert [file.name for file in home.glob("*damaged*")] == []


def change(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "history.sqlite3", isolation_level=None)) as connection:
        connection.execute(statement)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("statement", "code"),
    [("PRAGMA user_version=99", "history-newer"), ("PRAGMA application_id=1", "history-foreign")],
)
def test_a_file_that_is_not_for_us_is_named(run: Run, pack: Path, home: Path, statement: str, code: str) -> None:
    change(home, statement)
    assert code in codes(examined(run, pack, 2))


@pytest.mark.usefixtures("filled")
def test_what_others_may_read_is_wrong(run: Run, pack: Path, home: Path) -> None:
    (home / "history.sqlite3").chmod(0o644)
    assert "not-private" in codes(examined(run, pack, 2))


def test_a_link_in_the_place_of_the_file_is_wrong(run: Run, pack: Path, home: Path) -> None:
    home.mkdir()
    (home / "history.sqlite3").symlink_to("nowhere")
    assert "history-unreadable" in codes(examined(run, pack, 2))


@pytest.mark.usefixtures("filled")
def test_a_damaged_copy_and_an_old_one_are_told(run: Run, pack: Path, home: Path) -> None:
    assert "no-recent-copy" in codes(examined(run, pack))
    run("history")
    assert "no-recent-copy" not in codes(examined(run, pack))
    (copy,) = home.glob("backups/*.sqlite3")
    copy.write_bytes(b"no database")
    assert codes(examined(run, pack, 2)) >= {"copy-damaged", "no-recent-copy"}


def test_a_pack_that_cannot_be_used_is_wrong_and_a_stale_fact_is_a_note(run: Run, pack: Path) -> None:
    calendar = pack / "rules" / "calendar.toml"
    text = calendar.read_text(encoding="utf-8")
    calendar.write_text(text.replace("stale_after = 2", "stale_after = 1"), encoding="utf-8")
    found = examined(run, pack)
    assert "stale-facts" in codes(found)
    assert found["pack"]["stale"]
    calendar.write_text("no toml", encoding="utf-8")
    assert "pack" in codes(examined(run, pack, 2))
