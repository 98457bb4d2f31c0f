"""The second quarter on the command line: carried answers, a changed pack, the course."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cbassess.cli import clock
from tests.packs_for_tests import TINY, write_pack
from tests.unit.cli.conftest import ANSWERS, Run

STALE = ANSWERS.replace("2026-11-22", "2026-01-20")
"""Ten months before the day on the wall: the channels (180 days) are out of date, the mark (365) soon is."""


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    files = {name: text for name, text in TINY.items() if not name.startswith("rules/vignettes")}
    files["questions/instrument.toml"] = files["questions/instrument.toml"].replace("1.0.0", "1.1.0")
    files["questions/brand.toml"] = files["questions/brand.toml"].replace(
        "Where is your main trade mark", "Where is it"
    )
    return write_pack(tmp_path / "newer", files)


@pytest.fixture
def earlier(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(STALE, encoding="utf-8")
    assert run("--pack", pack, "import", answers, "--seller", "Lumen Trading", "--wave", "2026-Q1").code == 0


needs_earlier = pytest.mark.usefixtures("earlier")


def _copies(home: Path) -> int:
    """How many copies of the history there are; one is made every week as well."""
    folder = home / "backups"
    return len(list(folder.iterdir())) if folder.exists() else 0


def _origins(run: Run, pack: Path) -> dict[str, str]:
    document = json.loads(run("--pack", pack, "export", "--format", "json").out)
    return {one["item"]: one["origin"] for one in document["responses"] if one["origin"]}


@needs_earlier
def test_only_what_is_out_of_date_is_asked_and_one_key_confirms_the_rest(run: Run, pack: Path) -> None:
    said = run("--pack", pack, "answer", "--seller", "Lumen Trading", typed="\n\n")
    assert said.code == 0
    assert "1 questions to answer, 1 answers to confirm with one key, 7 carried over." in said.err
    assert "Last time (2026-01-20): Amazon; Our own site. Enter if that is still so." in said.err
    assert "Still true? 1 earlier answer:" in said.err
    assert "Where is your main trade mark filed? Nowhere (2026-01-20)" in said.err
    origins = _origins(run, pack)
    assert origins["profile.channels"] == origins["brand.mark_filed"] == "confirmed"
    assert origins["brand.own_brand"] == "carried"


@needs_earlier
def test_a_number_opens_one_of_the_list(run: Run, pack: Path) -> None:
    said = run("--pack", pack, "answer", "--seller", "Lumen Trading", typed="1\n9\n1\n2\n")
    assert said.code == 0
    assert "Type numbers from 1 to 1" in said.err
    origins = _origins(run, pack)
    assert origins["profile.channels"] == origins["brand.mark_filed"] == "given"
    assert "China only" in run("--pack", pack, "export").out


@needs_earlier
def test_what_is_left_alone_stays_carried_and_stopping_loses_nothing(run: Run, pack: Path) -> None:
    assert run("--pack", pack, "answer", "--seller", "Lumen Trading", typed="\ns\n").code == 0
    assert _origins(run, pack)["brand.mark_filed"] == "carried"
    said = run("--pack", pack, "answer", "--seller", "Lumen Trading", typed="q\n")
    assert "Everything is saved" in said.err
    assert _origins(run, pack)["profile.channels"] == "confirmed"


@needs_earlier
def test_a_changed_pack_says_first_what_became_of_the_questions(run: Run, pack: Path, newer: Path, home: Path) -> None:
    run("--pack", pack, "history")
    before = _copies(home)
    said = run("--pack", newer, "answer", "--seller", "Lumen Trading", typed="q\n")
    assert "The questions have changed since 2026-Q1. The history is backed up first." in said.err
    assert "brand.mark_filed: Where is it filed? (wording)" in said.err
    assert _copies(home) == before + 1
    assert run("--pack", pack, "history").out.count("1.1.0") == 1


@needs_earlier
def test_a_wave_in_hand_goes_on_under_the_changed_pack(run: Run, pack: Path, newer: Path, home: Path) -> None:
    run("--pack", pack, "answer", "--seller", "Lumen Trading", typed="q\n")
    before = _copies(home)
    said = run("--pack", newer, "answer", "--seller", "Lumen Trading", typed="q\n")
    assert "The questions have changed since 2026-Q4." in said.err
    assert _copies(home) == before + 1
    again = run("--pack", newer, "answer", "--seller", "Lumen Trading", typed="q\n")
    assert "have changed" not in again.err
    assert _copies(home) == before + 1


@needs_earlier
def test_two_packs_are_compared_by_folder_and_by_hash(run: Run, pack: Path, newer: Path) -> None:
    (row,) = json.loads(run("--pack", pack, "history", "--format", "json").out)
    for old in (pack, row["pack"]["hash"][:10]):
        said = run("pack", "diff", old, newer)
        assert said.code == 0
        assert "Other words, same meaning" in said.out
    document = json.loads(run("pack", "diff", pack, newer, "--format", "json").out)
    assert {one["fate"] for one in document["items"]} == {"kept", "reworded"}
    assert run("pack", "diff", "abcdef123456", newer).code == 2
    assert "Tiny self-assessment 1.0.0" in run("pack", "diff", "abcdef123456", newer).err


def test_two_folders_are_compared_without_making_a_history(run: Run, pack: Path, newer: Path, home: Path) -> None:
    assert run("pack", "diff", pack, newer).code == 0
    assert not home.exists()


@needs_earlier
def test_waves_are_scored_again_under_a_pack_of_then(
    run: Run, pack: Path, newer: Path, answers: Path, tmp_path: Path
) -> None:
    (row,) = json.loads(run("--pack", pack, "history", "--format", "json").out)
    answers.write_text(ANSWERS.replace('"export"', '"import"'), encoding="utf-8")
    run("--pack", newer, "import", answers, "--seller", "Lumen Trading")
    pack.rename(tmp_path / "gone")
    said = run("--pack", newer, "history", "--under", row["pack"]["hash"][:8])
    assert said.out.startswith("Scored under Tiny self-assessment 1.0.0")
    scored = run("--pack", newer, "history", "--under", newer, "--format", "json").out
    first, second = (one["trends"] for one in json.loads(scored))
    assert first["export_brands"]["low"] == first["export_brands"]["high"]
    assert second["export_brands"] is None
    assert run("--pack", newer, "history", "--under", "nonsense").code == 2


@needs_earlier
def test_the_course_over_three_waves(run: Run, pack: Path, answers: Path) -> None:
    for day, side in (("2026-11-22", "import"), ("2027-02-20", "export")):
        answers.write_text(ANSWERS.replace("2026-11-22", day).replace('"export"', f'"{side}"'), encoding="utf-8")
        run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
    lines = run("--pack", pack, "compare", "--course").out.splitlines()
    exports = lines.index("From bulk trade to own brands") + 1
    assert [line.split()[0] for line in lines[exports : exports + 3]] == ["2026-Q1", "2026-Q4", "2027-Q1"]
    assert "did not concern you" in lines[exports + 1]
    document = json.loads(run("--pack", pack, "compare", "--course", "--format", "json").out)
    assert document["trends"][0]["points"][1]["readiness"] is None
    assert run("--pack", pack, "compare", "--course", "--format", "md").code == 2


def test_the_day_of_an_answer_is_that_of_its_file(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(STALE, encoding="utf-8")
    run("--pack", pack, "import", answers, "--seller", "A")
    document = json.loads(run("--pack", pack, "export", "--format", "json").out)
    assert {one["said_on"] for one in document["responses"] if one["origin"]} == {"2026-01-20"}
    assert clock.today() == dt.date(2026, 11, 22)
