"""Answers typed behind an item, as on a command line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.errors import AnswersError
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing
from cbassess.packs.loading import load_pack
from cbassess.packs.supposing import parse_settings
from tests.packs_for_tests import tiny_pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(tiny_pack(tmp_path))


@pytest.mark.parametrize(
    ("setting", "answer"),
    [
        ("brand.mark_filed=top_market", "top_market"),
        (" brand.mark_filed = top_market ", "top_market"),
        ("brand.mark_filed='top_market'", "top_market"),
        ("profile.channels=own_site,amazon", ("amazon", "own_site")),
        ('profile.channels=["amazon"]', ("amazon",)),
        ("profile.hours_per_week=7.5", 7.5),
        ("profile.next_fair=2027-03-01", dt.date(2027, 3, 1)),
        ("profile.trouble=Copies = bad", "Copies = bad"),
        ("brand.repeat_share=dont_know", Missing.DONT_KNOW),
        ('brand.repeat_share={ missing = "declined" }', Missing.DECLINED),
    ],
)
def test_an_answer_is_taken_as_in_an_answers_file(pack: Pack, setting: str, answer: object) -> None:
    assert list(parse_settings([setting], pack.items, "--set").values()) == [answer]


@pytest.mark.parametrize(
    ("setting", "code", "hint"),
    [
        ("brand.mark_filed", "wrong-type", "brand.x=yes"),
        ("brand.mark_fild=home", "unknown-item", "'brand.mark_filed'"),
        ("brand.mark_filed=hom", "unknown-option", "'home'"),
        ("brand.mark_filed=", "unknown-option", "nowhere"),
        ("profile.hours_per_week=many", "wrong-type", "12.5"),
        ("profile.hours_per_week=99", "out-of-range", "0 to 80"),
        ("profile.channels=none,amazon", "exclusive-option", "alone"),
        ("profile.channels=[", "bad-toml", ""),
        ("profile.next_fair=2027-02-30", "bad-date", "2026-11-30"),
    ],
)
def test_what_cannot_be_taken_says_why(pack: Pack, setting: str, code: str, hint: str) -> None:
    with pytest.raises(AnswersError) as caught:
        parse_settings([setting], pack.items, "--set")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.place == f"--set {setting}".strip()
    assert hint in problem.hint


def test_all_problems_come_in_one_go_and_nothing_is_set_twice(pack: Pack) -> None:
    with pytest.raises(AnswersError) as caught:
        parse_settings(["a.b=c", "brand.mark_filed=home", "brand.mark_filed=nowhere"], pack.items, "--set")
    assert [problem.code for problem in caught.value.problems] == ["unknown-item", "duplicate-key"]


def test_what_was_typed_cannot_steer_the_terminal(pack: Pack) -> None:
    with pytest.raises(AnswersError) as caught:
        parse_settings(["a\x1b[31m.b=c"], pack.items, "--set")
    assert "\x1b" not in str(caught.value)
