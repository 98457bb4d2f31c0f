"""The questionnaire line by line."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from cbassess.errors import StoreError
from cbassess.model import responses
from cbassess.model.history import Answer
from cbassess.store.history import History
from tests.packs_for_tests import tiny_pack_in_two_languages
from tests.unit.cli.conftest import Run, Said

# side, channels, hours, budget, fair, trouble; own brand, mark, repeat share
ALL = "2\n1,2\n6\n20000\n2027-03-01\nCopies of our lamps\n3\n1\n5\n"


@pytest.fixture
def answer(run: Run, pack: Path) -> Run:
    def answer(typed: str, *options: str) -> Said:
        return run("--pack", pack, "answer", "--seller", "Lumen Trading", *options, typed=typed)

    return answer


def saved(run: Run, pack: Path) -> dict[str, str]:
    document = json.loads(run("--pack", pack, "export", "--format", "json").out)
    return {entry["item"]: entry["text"] for entry in document["responses"] if entry["state"] != "open"}


def test_questions_are_talk_and_the_plan_is_data(answer: Run) -> None:
    said = answer(ALL)
    assert said.code == 0
    assert said.out.startswith("Assessment of Lumen Trading")
    assert "Answered:      9 of 9" in said.out
    for text in (
        "Your business. Who you are.",
        "[1 of 5] In which direction do you sell?",
        "  2. Export",
        "Brand. Who",
    ):
        assert text in said.err
    assert answer("", "--plain").code == 0


def test_all_is_saved_when_the_input_ends(answer: Run, run: Run, pack: Path) -> None:
    said = answer("2\n1,2\n")
    assert (said.code, said.out) == (0, "")
    assert "cbassess answer --seller 'Lumen Trading'" in said.err
    assert saved(run, pack)["profile.channels"] == "Amazon; Our own site"


def test_the_same_command_goes_on_where_it_stopped(answer: Run) -> None:
    answer("2\n1,2\nq\n")
    said = answer("q\n")
    assert "2026-Q4: 2 answers so far" in said.err
    assert "How many hours a week can you spend?" in said.err
    assert "In which direction" not in said.err


def test_help_back_skip_and_the_two_ways_to_say_nothing(answer: Run, run: Run, pack: Path) -> None:
    said = answer("?\n2\n1\nb\n1,3\nu\nd\ns\nq\n")
    assert "Why we ask: Import and export follow different rules." in said.err
    assert "How to find out: You know this yourself." in said.err
    assert "  1. Amazon  (your answer)" in said.err
    answers = saved(run, pack)
    assert answers["profile.channels"] == "Amazon; Livestream"
    assert answers["profile.hours_per_week"] == "don't know"
    assert answers["profile.budget"] == "prefer not to say"
    assert "profile.next_fair" not in answers


def test_enter_keeps_what_is_shown_and_is_no_answer_by_itself(answer: Run) -> None:
    said = answer("\n2\nb\n\n1\nu\nb\nq\n")
    assert "There is no answer yet. Type a number from 1 to 3" in said.err
    assert "  2. Export  (your answer)" in said.err
    assert "Your answer: don't know" in said.err


def test_the_first_question_has_none_before_it(answer: Run) -> None:
    assert "This is the first question." in answer("b\nq\n").err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("4\n", "There is no answer 4. Type a number from 1 to 3."),
        ("0\n", "There is no answer 0."),
        ("1 2\n", "Only one answer can be chosen."),
        ("Exprt\n", "has no option 'Exprt'"),
        ("2\n1,4\n", "rules out all other options"),
        ("2\n1,1\n", "chosen twice"),
        ("2\n1\nmany\n", "A number belongs here, not 'many'."),
        ("2\n1\n81\n", "from 0 to 80"),
        ("2\n1\n6\n0.5\n", "whole numbers"),
        ("2\n1\n6\n1\n1 March\n", "is not a day"),
        ("2\n1\n6\n1\ns\n\x1b[31m\n", "control character"),
    ],
)
def test_a_wrong_line_is_explained_and_asked_again(answer: Run, typed: str, told: str) -> None:
    said = answer(typed)
    assert told in said.err
    assert said.err.splitlines()[-1].startswith("Everything is saved.")
    assert "\x1b" not in said.err


def test_options_may_be_typed_by_name_and_digits_full_width(answer: Run, run: Run, pack: Path) -> None:
    answer("export\n１，２\n６\n2000\ns\n文字，保留\nq\n")
    answers = saved(run, pack)
    assert answers["profile.side"] == "Export"
    assert answers["profile.channels"] == "Amazon; Our own site"
    assert answers["profile.hours_per_week"] == "6 hours a week"
    assert answers["profile.trouble"] == "文字，保留"


def test_an_answer_that_could_not_be_saved_is_tried_again(
    answer: Run, run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tried = History.save_answers, []

    def flaky(history: History, wave_id: int, responses: dict[str, Answer], *others: object) -> int:
        tried.append(list(responses))
        if len(tried) == 1:
            raise StoreError("The disk is full.")
        return real(history, wave_id, responses, *others)

    monkeypatch.setattr(History, "save_answers", flaky)
    said = answer("2\n\n1\nq\n")
    assert "Not saved: The disk is full." in said.err
    assert said.code == 0
    assert tried == [["profile.side"], ["profile.side"], ["profile.channels"]]
    assert saved(run, pack)["profile.side"] == "Export"


def test_an_answer_that_is_never_saved_ends_in_a_fault(answer: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(History, "save_answers", full)
    said = answer("2\nq\n")
    assert (said.code, said.out) == (1, "")
    assert said.err.endswith("The disk is full.\n")
    assert "Everything is saved" not in said.err


def test_an_answer_of_another_window_stands_and_is_asked_again(
    answer: Run, run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tried = History.save_answers, []

    def late(history: History, wave_id: int, given: dict[str, Answer], *others: object) -> int:
        tried.append(list(given))
        if len(tried) == 1:
            theirs = Answer("import", responses.Said.given(dt.date(2026, 11, 22)), "")
            real(history, wave_id, {"profile.side": theirs}, dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
        return real(history, wave_id, given, *others)

    monkeypatch.setattr(History, "save_answers", late)
    said = answer("2\n\n1\nq\n")
    assert "that answer counts: In which direction do you sell?" in said.err
    assert "  1. Import  (your answer)" in said.err
    assert saved(run, pack)["profile.side"] == "Import"
    assert saved(run, pack)["profile.channels"] == "Amazon"


def test_an_earlier_answer_changes_what_is_asked(answer: Run, run: Run, pack: Path) -> None:
    said = answer("2\n1\n6\n1\nb\nb\nb\nb\n1\n\n\n\nq\n")
    before, after = said.err.split("(your answer)")[0], said.err.split("(your answer)")[-1]
    assert "When is your next trade fair?" in before
    assert "When is your next trade fair?" not in after
    assert saved(run, pack)["profile.side"] == "Import"


def test_in_chinese_only_the_words_of_the_pack_may_be_english(run: Run, tmp_path: Path) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    chinese = ("--pack", pack, "answer", "--lang", "zh-CN", "--seller", "深圳 灯具")
    said = run(*chinese, typed="b\n\n4\n?\n2\nb\n\n1\nu\nb\nd\ns\n１\nq\n")
    for text in (
        "深圳 灯具，2026-Q4：新的一期。",
        "这是第一题。",
        "还没有回答。请输入 1 至 3 中的一个数字，或输入：? 为什么问、怎么查，",
        "没有第 4 项。请输入 1 至 3 中的一个数字。",
        "为什么问：Import and export",
        "怎么查：You know",
        "  2. Export  （您的回答）",
        "您的回答：不知道",
    ):
        assert text in said.err
    assert said.err.endswith("已全部保存。下次继续请用：cbassess answer --seller '深圳 灯具' --lang zh-CN\n")
    assert "目前已答" in run(*chinese, typed="q\n").err


def test_the_plan_at_the_end_is_chinese_too(run: Run, tmp_path: Path) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    said = run("--pack", pack, "answer", "--lang", "zh-CN", "--seller", "灯具", typed=ALL)
    assert said.code == 0
    assert said.out.startswith("评估报告：灯具")
