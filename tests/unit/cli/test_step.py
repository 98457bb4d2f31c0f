"""`cbassess step`, and what `cbassess history` says of late steps."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cbassess.cli import clock
from tests.unit.cli.conftest import ANSWERS, Run


@pytest.fixture(autouse=True)
def imported(run: Run, pack: Path, answers: Path) -> None:
    assert run("--pack", pack, "import", answers, "--seller", "Lumen Trading").code == 0


def _on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(clock, "today", lambda: dt.date.fromisoformat(day))


def _steps(run: Run, pack: Path) -> dict[str, dict[str, object]]:
    return {row["action"]: row for row in json.loads(run("--pack", pack, "step", "list", "--format", "json").out)}


def test_a_step_is_worked_from_begin_to_end(run: Run, pack: Path) -> None:
    for words in (
        ["start", "search_mark"],
        ["assign", "1", "小王"],
        ["due", "1", "2026-12-24"],
        ["note", "1", "ask the agent"],
        ["tick", "1", "1"],
    ):
        said = run("--pack", pack, "step", *words)
        assert (said.code, said.out) == (0, "")
    listed = run("--pack", pack, "step", "list").out.splitlines()
    assert listed[0] == "  1. [doing] Search your name and file it at home"
    assert listed[1] == "     search_mark; due 2026-12-24; 1 of 2 parts; 小王; ask the agent"
    shown = run("--pack", pack, "step", "show", "1").out
    assert "1. [x]" in shown
    assert "2. [ ]" in shown
    assert run("--pack", pack, "step", "done", "1", "--on", "2026-12-01").code == 0
    step = _steps(run, pack)["search_mark"]
    assert (step["status"], step["since"], step["overdue"]) == ("done", "2026-12-01", False)


def test_a_step_is_dropped_with_a_reason_and_reopened(run: Run, pack: Path) -> None:
    assert run("--pack", pack, "step", "drop", "write_to_buyers").code == 2
    assert run("--pack", pack, "step", "drop", "write_to_buyers", "--because", " ").code == 2
    assert _steps(run, pack)["write_to_buyers"]["status"] == "open"
    run("--pack", pack, "step", "drop", "write_to_buyers", "--because", "no list of buyers")
    step = _steps(run, pack)["write_to_buyers"]
    assert (step["status"], step["reason"]) == ("dropped", "no list of buyers")
    run("--pack", pack, "step", "reopen", "write_to_buyers")
    assert _steps(run, pack)["write_to_buyers"]["status"] == "open"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["start", "serch_mark"], "search_mark"),
        (["tick", "search_mark", "7"], "1 to 2"),
        (["due", "search_mark", "24.12."], "YYYY-MM-DD"),
        (["note", "search_mark", "x" * 2_001], "2000 are allowed"),
        (["pace", "--share", "5"], "10<=x<=100"),
    ],
)
def test_what_cannot_be_noted_is_refused_with_the_way_out(run: Run, pack: Path, words: list[str], wanted: str) -> None:
    before = _steps(run, pack)
    said = run("--pack", pack, "step", *words)
    assert (said.code, said.out) == (2, "")
    assert wanted in said.err
    assert _steps(run, pack) == before


def test_what_was_typed_steers_no_terminal(run: Run, pack: Path) -> None:
    run("--pack", pack, "step", "note", "1", "a\x1b[31mred\u202e")
    assert "\x1b" not in run("--pack", pack, "step", "list").out
    assert "\x1b" not in run("--pack", pack, "step", "list", "--format", "json").out


def test_late_steps_stand_below_the_waves(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("--pack", pack, "history").err == ""
    _on(monkeypatch, "2027-11-22")
    said = run("--pack", pack, "history")
    assert "3 steps of Lumen Trading are late; the first since" in said.err
    assert "late" not in said.out
    assert " ! " in run("--pack", pack, "step", "list").out


def test_new_answers_offer_a_step_as_done_and_doubt_another(
    run: Run, pack: Path, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--pack", pack, "step", "done", "write_to_buyers")
    answers.write_text(ANSWERS.replace("2026-11-22", "2027-02-20").replace('"nowhere"', '"home"'), encoding="utf-8")
    run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
    _on(monkeypatch, "2027-02-20")
    said = run("--pack", pack, "step", "list").err
    offered, doubted = said.split("Marked done")
    assert "search_mark" not in doubted
    assert "write_to_buyers" in doubted
    assert "search_mark" in offered


def test_the_pace_is_shown_with_its_numbers_and_can_be_overruled(
    run: Run, pack: Path, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "too little to tell" in run("--pack", pack, "step", "pace").out
    run("--pack", pack, "step", "done", "search_mark", "--on", "2026-12-01")
    answers.write_text(ANSWERS.replace("2026-11-22", "2027-02-20"), encoding="utf-8")
    run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
    _on(monkeypatch, "2027-02-20")
    asked = run("--pack", pack, "step", "pace").out
    assert "2026-Q4:" in asked
    assert "3 finished" in asked
    assert "cbassess step pace --fit" in asked
    assert "fitted to your pace" in run("--pack", pack, "step", "pace", "--fit").out
    assert "of the hours you named" in run("--pack", pack, "export").out.replace("\n", " ").replace("  ", "")
    assert "60 % of your hours" in run("--pack", pack, "step", "pace", "--share", "60").out
    assert "because you chose so" in run("--pack", pack, "step", "pace", "--off").out
