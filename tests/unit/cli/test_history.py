"""The commands on the history: import, history, export, compare."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.unit.cli.conftest import ANSWERS, Run, Said

SCHEMA = Path(__file__).parents[3] / "docs" / "comparison.schema.json"
LATER = ANSWERS.replace("2026-11-22", "2027-02-20").replace('"nowhere"', '"home"')


needs_two_waves = pytest.mark.usefixtures("two_waves")


@pytest.fixture
def two_waves(run: Run, pack: Path, answers: Path) -> None:
    for text in (ANSWERS, LATER):
        answers.write_text(text, encoding="utf-8")
        said = run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
        assert (said.code, said.out) == (0, "")


def same(said: Said, code: int, *wanted: str) -> bool:
    return said.code == code and said.out == "" and all(text in said.err for text in wanted)


def test_an_empty_history_says_how_to_begin(run: Run, pack: Path) -> None:
    assert same(run("history"), 0, "cbassess answer --seller")
    assert run("history", "--format", "json").out == "[]\n"
    assert same(run("--pack", pack, "export"), 2, "no seller", "cbassess import")
    assert same(run("--pack", pack, "compare"), 2, "no seller", "cbassess import")


def test_imported_answers_are_listed(run: Run, pack: Path, answers: Path, home: Path) -> None:
    said = run("--pack", pack, "import", answers, "--seller", " 深圳  灯具 ", "--wave", "2026-Q3")
    assert same(said, 0, "深圳 灯具, 2026-Q3, 9 answers")
    lines = run("history").out.splitlines()
    assert lines[1].split() == ["2026-Q3", "2026-11-22", "9", "1.0.0", "深圳", "灯具"]
    (row,) = json.loads(run("history", "--format", "json").out)
    assert (row["seller"], row["wave"], row["as_of"], row["answered"]) == ("深圳 灯具", "2026-Q3", "2026-11-22", 9)
    assert set(row["pack"]) == {"title", "version", "hash"}
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in (home, *home.rglob("*")))


@needs_two_waves
def test_the_label_comes_from_the_day_where_none_is_given(run: Run) -> None:
    assert [row["wave"] for row in json.loads(run("history", "--format", "json").out)] == ["2026-Q4", "2027-Q1"]


@needs_two_waves
def test_importing_twice_is_refused_and_changes_nothing(run: Run, pack: Path, answers: Path) -> None:
    before = run("history").out
    said = run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
    assert said.code != 0
    assert "2027-Q1" in said.err
    assert run("history").out == before


def test_wrong_answers_make_no_seller(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(ANSWERS.replace('"nowhere"', '"nowere"'), encoding="utf-8")
    assert same(run("--pack", pack, "import", answers, "--seller", "Lumen Trading"), 2, "mark_filed", "nowhere")
    assert run("history", "--format", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--seller", "  "], "empty"),
        (["--seller", "a\x1b[31mb"], "cannot be shown"),
        (["--seller", "x" * 101], "100 are allowed"),
        (["--seller", "A", "--wave", "Q4"], "2026-Q4"),
        (["--seller", "A", "--wave", "2026-Q5"], "2026-Q4"),
    ],
)
def test_names_and_labels_are_checked_before_anything_is_saved(
    run: Run, answers: Path, home: Path, options: list[str], wanted: str
) -> None:
    assert same(run("import", answers, *options), 2, wanted)
    assert not home.exists()


@needs_two_waves
def test_an_export_is_the_assessment_of_a_wave(run: Run, pack: Path, tmp_path: Path) -> None:
    assert "Wave:          2027-Q1" in run("--pack", pack, "export").out
    assert "Wave:          2026-Q4" in run("--pack", pack, "export", "--wave", "2026-Q4").out
    out = tmp_path / "plan.json"
    said = run("--pack", pack, "export", "--seller", "Lumen Trading", "--format", "json", "-o", out)
    assert same(said, 0, "Written")
    assert json.loads(out.read_text(encoding="utf-8"))["seller"] == "Lumen Trading"


@needs_two_waves
def test_what_is_not_in_the_history_is_named(run: Run, pack: Path, answers: Path) -> None:
    assert same(run("--pack", pack, "export", "--seller", "Lumen"), 2, "Lumen", "Lumen Trading")
    assert same(run("--pack", pack, "export", "--wave", "2020-Q1"), 2, "2020-Q1", "2026-Q4, 2027-Q1")
    assert same(run("history", "--seller", "Nobody"), 2, "Nobody", "Lumen Trading")
    assert run("--pack", pack, "import", answers, "--seller", "Other").code == 0
    assert same(run("--pack", pack, "export"), 2, "--seller", "Lumen Trading, Other")


@needs_two_waves
def test_a_comparison_takes_the_latest_two_waves(run: Run, pack: Path) -> None:
    said = run("--pack", pack, "compare", "--format", "json")
    document = json.loads(said.out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    assert (document["baseline"]["wave"], document["wave"]["wave"]) == ("2026-Q4", "2027-Q1")
    assert run("--pack", pack, "compare", "2026-Q4", "2027-Q1", "--format", "json").out == said.out
    assert run("--pack", pack, "compare", "2026-Q4", "--format", "json").out == said.out
    text = run("--pack", pack, "compare").out
    assert "Before: Nowhere. After: China only." in text


@needs_two_waves
def test_a_wave_is_not_compared_with_itself(run: Run, pack: Path) -> None:
    for waves in (["2026-Q4", "2026-Q4"], ["2027-Q1"]):
        assert same(run("--pack", pack, "compare", *waves), 2, "cannot be compared with itself", "2026-Q3 2026-Q4")
    assert same(run("--pack", pack, "compare", "2026-Q4", "2020-Q1"), 2, "2020-Q1", "2026-Q4, 2027-Q1")


def test_one_wave_is_not_enough(run: Run, pack: Path, answers: Path) -> None:
    run("--pack", pack, "import", answers, "--seller", "Lumen Trading")
    assert same(run("--pack", pack, "compare"), 2, "Lumen Trading", "another quarter first")
