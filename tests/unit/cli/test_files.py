"""The commands on files: assess and template."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.packs_for_tests import tiny_pack_in_two_languages
from tests.unit.cli.conftest import ANSWERS, Run

SCHEMA = Path(__file__).parents[3] / "docs" / "assessment.schema.json"
UNANSWERED = ANSWERS.replace("repeat_share = 5\n", "")


def files(folder: Path) -> set[str]:
    """All files but packs kept to be read again sooner, which say nothing of anybody."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".kept")
    return {path.relative_to(folder).as_posix() for path in found}


def test_an_assessment_is_data_and_leaves_no_history(run: Run, pack: Path, answers: Path, home: Path) -> None:
    said = run("--pack", pack, "assess", answers)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Assessment of Lumen Trading\n====")
    assert "Search your name and file it at home" in said.out
    assert not home.exists()


def test_real_json_keeps_to_the_published_schema(run: Run, pack: Path, answers: Path) -> None:
    document = json.loads(run("--pack", pack, "assess", answers, "--format", "json").out)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(document)
    assert document["schema"] == "cbassess/assessment/1"
    assert document["plan"][0]["action"] == "search_mark"


def test_the_day_is_that_of_the_option_then_of_the_file_then_today(run: Run, pack: Path, answers: Path) -> None:
    def day(*options: str) -> str:
        shown = json.loads(run("--pack", pack, "assess", answers, "--format", "json", *options).out)
        return str(shown["as_of"])

    assert day("--as-of", "2027-02-03") == "2027-02-03"
    answers.write_text(ANSWERS.replace("2026-11-22", "2026-10-01"), encoding="utf-8")
    assert day() == "2026-10-01"
    answers.write_text(ANSWERS.replace("as_of = 2026-11-22\n", ""), encoding="utf-8")
    assert day() == "2026-11-22"


def test_complete_answers_pass_and_others_end_in_three(run: Run, pack: Path, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.txt"
    command = ("--pack", pack, "assess", answers, "--complete", "-o", out)
    answers.write_text(UNANSWERED, encoding="utf-8")
    said = run(*command)
    assert (said.code, said.out) == (3, "")
    assert "8 of 9" in said.err
    assert "brand.repeat_share: What share of buyers bought twice, in percent?" in said.err
    assert not out.exists()
    answers.write_text(ANSWERS, encoding="utf-8")
    assert run(*command).code == 0
    assert out.exists()


def test_a_file_is_written_once_and_replaced_by_force(run: Run, pack: Path, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.md"
    command = ("--pack", pack, "assess", answers, "--format", "md", "-o", out)
    said = run(*command)
    assert (said.code, said.out, said.err) == (0, "", f"Written: {out}\n")
    assert out.read_text(encoding="utf-8").startswith("# Assessment of Lumen Trading")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    out.write_text("mine")
    said = run(*command)
    assert said.code == 2
    assert "--force" in said.err
    assert out.read_text() == "mine"
    assert run(*command, "--force").code == 0
    assert out.read_text(encoding="utf-8").startswith("# Assessment")


@pytest.fixture
def crowded_folder(pack: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a pack, a folder, a link that leads nowhere."""
    monkeypatch.chdir(pack.parent)
    home.mkdir()
    Path("link").symlink_to("target")
    return pack.parent


@pytest.mark.parametrize(
    ("options", "case"),
    [
        (["--format", "jsn"], ("format", "Did you mean json?")),
        (["--as-of", "22.11.2026"], ("--as-of", "YYYY-MM-DD")),
        (["--as-of", "2026-02-30"], ("--as-of", "no day 2026-02-30")),
        (["--as-of", "9999-12-31"], ("--as-of", "2200")),
        (["-o", "nowhere/plan.md"], ("nowhere/plan.md", "Create it")),
        (["-o", "answers.toml"], ("answers.toml", "--force")),
        (["-o", "link", "--force"], ("link", "Name the file that it leads to")),
        (["-o", "/dev/full", "--force"], ("/dev/full", "Name an ordinary file")),
        (["--lang", "tlh"], ("tlh", "en")),
        (["--pack", "nowhere"], ("nowhere", "")),
    ],
)
def test_wrong_options_name_place_and_cure_and_write_nothing(
    run: Run, answers: Path, crowded_folder: Path, options: list[str], case: tuple[str, str]
) -> None:
    place, cure = case
    before = files(crowded_folder)
    said = run("--pack", "tiny_pack", "assess", answers, *options)
    assert said.code == 2
    assert said.out == ""
    assert place in said.err
    assert cure in said.err
    assert files(crowded_folder) == before
    assert answers.read_text(encoding="utf-8") == ANSWERS


def test_what_is_no_text_goes_into_a_file_named_for_the_wave(
    run: Run, pack: Path, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    command = ("--pack", pack, "assess", answers, "--format", "html")
    answers.write_text(ANSWERS.replace("as_of", 'wave = "2026-Q4"\nas_of'), encoding="utf-8")
    said = run(*command)
    assert (said.code, said.out, said.err) == (0, "", "Written: plan-2026-Q4.html\n")
    assert run(*command).code == 2
    assert run(*command, "--name-in-file").err == "Written: Lumen-Trading-2026-Q4.html\n"
    assert files(Path()) == {"plan-2026-Q4.html", "Lumen-Trading-2026-Q4.html"}


@pytest.mark.parametrize(("form", "ending"), [("md", ".md"), ("html", ".html")])
def test_a_folder_takes_a_file_named_for_the_wave(
    run: Run, pack: Path, answers: Path, tmp_path: Path, form: str, ending: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("--pack", pack, "assess", answers, "--format", form, "-o", folder).out == ""
    assert files(folder) == {f"plan{ending}"}


def test_bytes_go_to_a_program_that_reads_them(pack: Path, answers: Path) -> None:
    command = [sys.executable, "-m", "cbassess", "--pack", str(pack), "assess", str(answers), "--format", "html"]
    shown = subprocess.run([*command, "-o", "-"], capture_output=True, check=True)
    assert shown.stdout.startswith(b"<!doctype html>")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a folder that not even root can write")
def test_a_folder_that_cannot_be_written_is_named(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "assess", answers, "-o", "/proc/plan.md")
    assert (said.code, said.out) == (2, "")
    assert "/proc/plan.md: the file cannot be written" in said.err


def test_wrong_answers_are_all_told_in_one_go(run: Run, pack: Path, answers: Path) -> None:
    wrong = ANSWERS.replace('"nowhere"', '"nowere"').replace("= 6", "= 600").replace("own_brand", "own_brnd")
    answers.write_text(wrong, encoding="utf-8")
    said = run("--pack", pack, "assess", answers)
    assert (said.code, said.out) == (2, "")
    for place, cure in (("mark_filed", "nowhere"), ("hours_per_week", "80"), ("own_brnd", "own_brand")):
        assert place in said.err
        assert cure in said.err
    assert "answers.toml:13" in said.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.toml", None), ("folder", "folder"), ("bad.toml", "= ["), ("bytes.toml", "\udcff"), ("empty.toml", "")],
)
def test_a_file_that_is_no_answers_is_named(
    run: Run, pack: Path, tmp_path: Path, name: str, content: str | None
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content, encoding="utf-8", errors="surrogateescape")
    said = run("--pack", pack, "assess", path)
    assert (said.code, said.out) == (2, "")
    assert name in said.err


def test_a_template_can_be_filled_in_and_assessed(run: Run, pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "answers.toml"
    assert run("--pack", pack, "template", "-o", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert "Where is your main trade mark filed?" in text
    assert run("--pack", pack, "template").out == text
    said = run("--pack", pack, "template", "-o", out)
    assert said.code == 2
    assert "--force" in said.err


def test_texts_come_in_the_language_asked_for(run: Run, answers: Path, tmp_path: Path) -> None:
    both = tiny_pack_in_two_languages(tmp_path)
    assert "您的主商标在哪里申请了？" in run("--pack", both, "template", "--lang", "zh-CN").out
    assert "在最大的市场申请商标" in run("--pack", both, "assess", answers, "--lang", "zh-CN").out
