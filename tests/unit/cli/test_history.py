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


def test_a_dry_run_shows_what_would_change_and_changes_nothing(run: Run, pack: Path, answers: Path) -> None:
    first = run("--pack", pack, "import", answers, "--dry-run")
    assert (first.code, first.out) == (0, "Lumen Trading, 2026-Q4: 9 answers, the first wave of this seller.\n")
    assert run("history", "--format", "json").out == "[]\n"
    assert run("--pack", pack, "import", answers).code == 0
    answers.write_text(ANSWERS.replace('"nowhere"', '"home"').replace("2026-11-22", "2027-02-01"), encoding="utf-8")
    before = run("history").out
    said = run("--pack", pack, "import", answers, "--dry-run")
    assert "Lumen Trading, 2027-Q1: 9 answers, 1 of them other than in 2026-Q4." in said.out
    assert "Where is your main trade mark filed? Before: Nowhere. After: China only." in said.out
    assert run("history").out == before


TABLE = """\
SubmissionDate,seller,as_of,profile-profile_side,profile-profile_channels,profile-profile_budget,brand/brand_mark_filed,brand/brand_repeat_share_missing,meta-instanceID
2026-11-22T10:00:00Z,Lumen Trading,2026-11-22,export,amazon own_site,20000.0,nowhere,dont_know,uuid:1
2026-11-22T11:00:00Z,深圳灯具,2026-11-22,both,dont_know,,declined,,uuid:2
"""


def test_the_table_of_a_form_brings_many_sellers(run: Run, pack: Path, tmp_path: Path) -> None:
    table = tmp_path / "collected.csv"
    table.write_text(TABLE, encoding="utf-8-sig")
    preview = run("--pack", pack, "import", table, "--dry-run")
    assert preview.out.count("the first wave of this seller") == 2
    said = run("--pack", pack, "import", table)
    assert same(said, 0, "Lumen Trading, 2026-Q4, 5 answers", "深圳灯具, 2026-Q4, 3 answers")
    shown = json.loads(run("--pack", pack, "export", "--seller", "Lumen Trading", "--format", "json").out)
    texts = {answer["item"]: (answer["state"], answer["text"]) for answer in shown["responses"]}
    assert texts["profile.channels"] == ("answered", "Amazon; Our own site")
    assert texts["brand.repeat_share"][0] == "dont_know"


def test_a_table_with_anything_wrong_adds_nobody_and_names_every_cell(run: Run, pack: Path, tmp_path: Path) -> None:
    table = tmp_path / "collected.csv"
    wrong = TABLE.replace("both,dont_know", "all,dont_know").replace("20000.0", "-1").replace("amazon own", "amazn own")
    table.write_text(wrong + "2026-11-22T11:00:00Z,,2026-11-22,both,,,,,uuid:3\n", encoding="utf-8")
    said = run("--pack", pack, "import", table)
    assert said.code == 2
    for line, column in ((2, "profile.channels"), (2, "profile.budget"), (3, "profile.side"), (4, "seller")):
        assert f"collected.csv:{line} {column}" in said.err
    assert run("history", "--format", "json").out == "[]\n"


def test_one_wave_that_is_there_keeps_all_of_a_table_out(run: Run, pack: Path, tmp_path: Path) -> None:
    table = tmp_path / "collected.csv"
    table.write_text(TABLE.replace("Lumen Trading", "First"), encoding="utf-8")
    assert run("--pack", pack, "import", table).code == 0
    table.write_text(TABLE, encoding="utf-8")
    before = run("history").out
    assert same(run("--pack", pack, "import", table), 2, "深圳灯具", "There is a wave 2026-Q4 already")
    assert run("history").out == before
    assert same(run("--pack", pack, "import", table, "--seller", "One"), 2, "leave --seller out")
    assert same(run("--pack", pack, "assess", table), 2, "There are 2 sellers")


def test_the_wave_of_an_archived_seller_keeps_all_of_a_table_out_as_well(run: Run, pack: Path, tmp_path: Path) -> None:
    table = tmp_path / "collected.csv"
    table.write_text(TABLE.replace("Lumen Trading", "First"), encoding="utf-8")
    assert run("--pack", pack, "import", table).code == 0
    assert run("sellers", "archive", "深圳灯具").code == 0
    table.write_text(TABLE, encoding="utf-8")
    assert same(run("--pack", pack, "import", table), 2, "深圳灯具", "There is a wave 2026-Q4 already")
    assert "Lumen Trading" not in run("history").out


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "no column `seller`"),
        ("seller,profile_side,x-profile_side\nA,export,both\n", "two columns"),
        ('seller\n"unclosed\n', "not a table"),
        ("seller,as_of\nA,2026-11-22\nA,2026-11-23\n", "two rows"),
        ("seller,wave\nA,soon\n", "not a quarter"),
        ("seller,profile_side\nA\u202e,export\n", "control"),
    ],
)
def test_a_table_that_is_none_is_refused(run: Run, pack: Path, tmp_path: Path, text: str, wanted: str) -> None:
    table = tmp_path / "collected.csv"
    table.write_text(text, encoding="utf-8")
    assert same(run("--pack", pack, "import", table), 2, wanted)


def test_the_workbook_is_made_and_read(run: Run, pack: Path, tmp_path: Path) -> None:
    made = tmp_path / "questionnaire.xlsx"
    assert same(run("--pack", pack, "template", "--format", "xlsx", "-o", made), 0, "Written")
    assert same(run("--pack", pack, "assess", made), 2, "The name of the firm is missing")
    assert same(run("--pack", pack, "template", "--format", "xlsxform"), 2, "Did you mean xlsform?")
