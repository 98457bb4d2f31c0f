"""Answers files: what is taken, and what is refused with place and cure, all at once."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbassess.errors import AnswersError, Problem
from cbassess.model.instrument import Instrument
from cbassess.model.responses import Missing, ResponseSet
from cbassess.packs.answers import answers_from_mapping, read_answers
from cbassess.packs.loading import load_pack
from tests.packs_for_tests import TINY, write_pack

GOOD = """\
seller = " Lamp  House "
wave = "2026-Q4"
as_of = 2026-11-22

[profile]
side = "export"
channels = ["own_site", "amazon"]
hours_per_week = 6
budget = { missing = "declined" }
next_fair = 2027-03-01
trouble = "Copies"

[brand]
mark_filed = { missing = "dont_know" }
own_brand = "yes"
"""


@pytest.fixture(scope="module")
def instrument(tmp_path_factory: pytest.TempPathFactory) -> Instrument:
    return load_pack(write_pack(tmp_path_factory.mktemp("pack"), TINY)).instrument


def read(folder: Path, text: str | bytes, instrument: Instrument, name: str = "answers.toml") -> ResponseSet:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_answers(file, instrument)


def problems(folder: Path, text: str | bytes, instrument: Instrument, name: str = "answers.toml") -> list[str]:
    with pytest.raises(AnswersError) as caught:
        read(folder, text, instrument, name)
    assert all(problem.hint for problem in caught.value.problems)
    assert all(str(problem).isprintable() for problem in caught.value.problems)
    return [f"{problem.line} {problem.path} {problem.code}" for problem in caught.value.problems]


def test_a_good_file(tmp_path: Path, instrument: Instrument) -> None:
    answers = read(tmp_path, GOOD, instrument)
    assert answers == ResponseSet(
        seller="Lamp House",
        responses={
            "profile.side": "export",
            "profile.channels": ("amazon", "own_site"),
            "profile.hours_per_week": 6.0,
            "profile.budget": Missing.DECLINED,
            "profile.next_fair": dt.date(2027, 3, 1),
            "profile.trouble": "Copies",
            "brand.own_brand": "yes",
            "brand.mark_filed": Missing.DONT_KNOW,
        },
        wave="2026-Q4",
        as_of=dt.date(2026, 11, 22),
    )
    asked = [item.id for item in instrument.items]
    assert list(answers.responses) == [item for item in asked if item in answers.responses]


def test_json_says_the_same(tmp_path: Path, instrument: Instrument) -> None:
    data = {
        "seller": "Lamp House",
        "wave": "2026-Q4",
        "as_of": "2026-11-22",
        "profile": {
            "side": "export",
            "channels": ["own_site", "amazon"],
            "hours_per_week": 6,
            "budget": {"missing": "declined"},
            "next_fair": "2027-03-01",
            "trouble": "Copies",
        },
        "brand": {"mark_filed": {"missing": "dont_know"}, "own_brand": "yes"},
    }
    expected = read(tmp_path, GOOD, instrument)
    assert read(tmp_path, json.dumps(data), instrument, "answers.json") == expected
    assert read(tmp_path, json.dumps(data), instrument, "answers.txt") == expected
    assert answers_from_mapping(data, instrument, "test") == expected


def test_a_seller_alone_is_enough(tmp_path: Path, instrument: Instrument) -> None:
    assert read(tmp_path, 'seller = "S"', instrument) == ResponseSet("S")


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_files_from_windows(tmp_path: Path, instrument: Instrument, ending: str) -> None:
    text = b"\xef\xbb\xbf" + GOOD.replace("\n", ending).encode()
    assert read(tmp_path, text, instrument) == read(tmp_path, GOOD, instrument)


def test_a_link_that_the_user_names_is_followed(tmp_path: Path, instrument: Instrument) -> None:
    (tmp_path / "real.toml").write_text(GOOD)
    (tmp_path / "link.toml").symlink_to("real.toml")
    assert read_answers(tmp_path / "link.toml", instrument).seller == "Lamp House"


def test_all_problems_come_at_once(tmp_path: Path, instrument: Instrument) -> None:
    text = """\
wave = "autumn"
as_of = "yesterday"
hours = 5
[profil]
side = "export"
[profile]
side = "exports"
channel = ["amazon"]
hours_per_week = true
next_fair = "2027-02-30"
[brand]
mark_filed = { missing = "lazy" }
own_brand = "no"
"""
    assert problems(tmp_path, text, instrument) == [
        "0 seller missing-key",
        "1 wave bad-wave",
        "2 as_of bad-date",
        "3 hours unknown-key",
        "4 profil unknown-section",
        "7 profile.side unknown-option",
        "8 profile.channel unknown-item",
        "9 profile.hours_per_week wrong-type",
        "10 profile.next_fair bad-date",
        "12 brand.mark_filed bad-missing",
    ]


def test_the_nearest_name_is_offered(tmp_path: Path, instrument: Instrument) -> None:
    text = 'seler = "S"\nseller = "S"\n[brand]\nmark_field = "home"\n[profil]\n'
    with pytest.raises(AnswersError) as caught:
        read(tmp_path, text, instrument)
    hints = [problem.hint for problem in caught.value.problems]
    assert hints == ["Did you mean 'seller'?", "Did you mean 'mark_filed'?", "Did you mean 'profile'?"]


FILES: list[tuple[str, str | bytes, list[str]]] = [
    ("a.toml", "", ["0  empty-file"]),
    ("a.json", " \n", ["0  empty-file"]),
    ("a.toml", 'seller = "S"\nx = [1,\n', ["3  bad-toml"]),
    ("a.toml", 'seller = "S"\nseller = "T"\n', ["2  bad-toml"]),
    ("a.toml", 'seller = "S"\n[profile]\nnext_fair = 2027-02-30\n', ["3  bad-toml"]),
    ("a.json", '{"seller": "S",\n "x" 1}', ["2  bad-json"]),
    ("a.json", '["seller"]', ["0  wrong-type"]),
    ("a.json", '{"seller": "S", "seller": "S"}', ["0  duplicate-key"]),
    ("a.json", '{"seller": "S", "profile": {"budget": ' + "9" * 10_000 + "}}", ["0  bad-json"]),
    ("a.json", '{"seller": "S", "profile": {"budget": NaN}}', ["0 profile.budget not-finite"]),
    ("a.json", '{"seller": "S", "profile": {"budget": 1e999}}', ["0 profile.budget not-finite"]),
    ("a.json", '{"seller": "\\ud800"}', ["0 seller control-character"]),
    ("a.json", '{"seller": ' + "[" * 100_000, ["0  too-deep"]),
    ("a.json", '{"seller": ' + "[" * 40 + "]" * 40 + "}", ["0 seller[0][0] too-deep"]),
    ("a.toml", "x = " + "[" * 100_000 + "]" * 100_000, ["0  too-deep"]),
    ("a.toml", ".".join("a" * 200_000) + " = 1", ["0  too-deep"]),
    ("a.toml", b"seller = '\xff\xfe'", ["1  not-utf8"]),
    ("a.toml", "seller = '店'".encode("utf-16"), ["1  not-utf8"]),
    ("a.toml", "seller = '灯'".encode("gbk"), ["1  not-utf8"]),
    ("a.toml", b"PK\x03\x04\x00\x00", ["0  bad-workbook"]),
    ("a.toml", b"#" * 2_000_001, ["0  too-large"]),
    ("a.toml", 'seller = ""', ["1 seller empty-text"]),
    ("a.toml", "seller = 5", ["1 seller wrong-type"]),
    ("a.toml", f'seller = "{"s" * 101}"', ["1 seller too-long"]),
    ("a.toml", 'seller = "a\\u001b[2Jb"', ["1 seller control-character"]),
    ("a.toml", 'seller = "S"\nwave = 2026\n', ["2 wave bad-wave"]),
    ("a.toml", 'seller = "S"\nwave = "２０２６-Q4"\n', ["2 wave bad-wave"]),
    ("a.toml", 'seller = "S"\nprofile = "export"\n', ["2 profile wrong-type"]),
    ("a.toml", 'seller = "S"\n"a\\u001bb" = 1\n', ["0  control-character"]),
    ("a.toml", 'seller = "S"\n[[profile]]\nside = "export"\n', ["2 profile wrong-type"]),
]


@pytest.mark.parametrize(("name", "content", "expected"), FILES, ids=[f"{row[2][0]}-{row[0]}" for row in FILES])
def test_bad_files(
    tmp_path: Path, instrument: Instrument, name: str, content: str | bytes, expected: list[str]
) -> None:
    assert problems(tmp_path, content, instrument, name) == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [("nowhere.toml", "missing-file"), ("folder", "not-a-file"), ("pipe", "not-a-file"), ("circle", "linked-file"),
     ("a\0b", "unreadable-file"), ("nowhere/answers.toml", "missing-file"), ("file/answers.toml", "unreadable-file"),
     ("/dev/zero", "not-a-file")],
)  # fmt: skip
def test_what_is_no_plain_file(tmp_path: Path, instrument: Instrument, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(AnswersError) as caught:
        read_answers(tmp_path / name, instrument)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert str(problem).isprintable()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_whatever_the_file_holds_there_is_an_answer(tmp_path: Path, instrument: Instrument, content: bytes) -> None:
    for name in ("a.toml", "a.json"):
        (tmp_path / name).write_bytes(content)
        assert all(str(problem).isprintable() for problem in problems_or_none(tmp_path / name, instrument))


def problems_or_none(file: Path, instrument: Instrument) -> tuple[Problem, ...]:
    try:
        read_answers(file, instrument)
    except AnswersError as error:
        return error.problems
    return ()
