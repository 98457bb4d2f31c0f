"""`cbassess sheet`: printed, filled in, read again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.cli.conftest import ANSWERS, Run

OPEN = ANSWERS.replace("repeat_share = 5\n", "").replace('own_brand = "yes"\n', "")


def codes_of(sheet: str) -> list[str]:
    """The first code under each question."""
    return re.findall(r"\n[a-z]\d+\*? [^=]*?\n  ([a-z]\d+[a-z]) ", sheet)


def test_the_sheet_has_every_question_or_one_section(run: Run, pack: Path) -> None:
    whole = run("--pack", pack, "sheet").out
    assert "In which direction do you sell?" in whole
    assert "== Brand" in whole
    part = run("--pack", pack, "sheet", "--section", "brand").out
    assert "== Brand" in part
    assert "In which direction do you sell?" not in part


def test_an_unknown_section_is_refused(run: Run, pack: Path) -> None:
    said = run("--pack", pack, "sheet", "--section", "brnd")
    assert (said.code, said.out) == (2, "")
    assert "There is: profile, brand." in said.err


def test_only_what_is_open_can_be_printed(run: Run, pack: Path, answers: Path) -> None:
    answers.write_text(OPEN, encoding="utf-8")
    sheet = run("--pack", pack, "sheet", "--open-of", answers).out
    assert "Do you have a brand?" in sheet or "brand of your own" in sheet
    assert "In which direction do you sell?" not in sheet
    answers.write_text(ANSWERS, encoding="utf-8")
    assert "No question is open." in run("--pack", pack, "sheet", "--open-of", answers).out


def test_a_reply_becomes_an_answers_file_and_is_told_line_by_line(run: Run, pack: Path, tmp_path: Path) -> None:
    codes = codes_of(run("--pack", pack, "sheet", "--section", "profile").out)[:2]
    file = tmp_path / "new.toml"
    said = run("--pack", pack, "sheet", "--fill", " ".join(codes), "-o", file)
    assert said.code == 0
    assert [line for line in said.err.splitlines() if line.startswith(codes[0])] == [
        f"{codes[0]}  In which direction do you sell? Import"
    ]
    assert "without" not in said.err
    assert 'side = "import"' in file.read_text(encoding="utf-8")
    assert run("--pack", pack, "assess", file).code == 0


def test_a_reply_adds_to_answers_and_counts_where_both_answer(run: Run, pack: Path, answers: Path) -> None:
    said = run("--pack", pack, "sheet", "--fill", "1a 3=12 9?", "--answers", answers)
    assert 'seller = "Lumen Trading"' in said.out
    assert 'side = "import"' in said.out
    assert "hours_per_week = 12\n" in said.out
    assert "budget = 20000\n" in said.out
    assert "3 codes came without their check letter" in said.err


def test_a_reply_may_come_through_a_pipe(run: Run, pack: Path) -> None:
    out = run("--pack", pack, "sheet", "--fill", "-", typed="1b\n2a 2b\n").out
    assert 'side = "export"' in out
    assert 'channels = ["amazon", "own_site"]' in out


def test_all_problems_are_told_at_once_and_nothing_is_written(run: Run, pack: Path, tmp_path: Path) -> None:
    good = codes_of(run("--pack", pack, "sheet").out)[0]
    wrong = ("b" if good[0] != "b" else "c") + good[1:]
    file = tmp_path / "new.toml"
    said = run("--pack", pack, "sheet", "--fill", f"{wrong} 99a hello 3=900 2a 2n 1z", "-o", file)
    assert said.code == 2
    assert not file.exists()
    for code in ("wrong-check-letter", "unknown-item", "bad-code", "out-of-range", "answered-twice", "unknown-option"):
        assert said.err.count(f"[{code}]") == 1, said.err


def test_it_speaks_chinese(run: Run) -> None:
    sheet = run("sheet", "--lang", "zh-CN", "--section", "profile").out
    assert "您做进口还是出口？" in sheet
    assert "请照抄" in sheet
    said = run("sheet", "--lang", "zh-CN", "--fill", "１ｂ，2？")
    assert "1b  您做进口还是出口？ 出口：把国内商品卖给境外买家" in said.err
    assert "没有查错字母" in said.err
    assert "这一题没有这个答案" in run("sheet", "--lang", "zh-CN", "--fill", "1z").err


def test_the_environment_can_name_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBASSESS_LANG", "zh-CN")
    assert "您做进口还是出口？" in run("sheet", "--section", "profile").out
    assert "In which direction" in run("sheet", "--section", "profile", "--lang", "en").out


def test_what_does_not_go_together_is_refused(run: Run, pack: Path, answers: Path) -> None:
    assert run("--pack", pack, "sheet", "--answers", answers).code == 2
    assert run("--pack", pack, "sheet", "--fill", "1a", "--section", "brand").code == 2
