"""Lines of values, in TOML that was written to mislead a scanner."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cbassess.packs.locating import lines_of_toml
from tests.packs_for_tests import TINY

NASTY = '''\
# [not.a.table]
title = "a # no comment"   # a comment with "quotes"
"quoted.key" = 1
a.b . "c d" = 2
long = """
[not a table]
key = "value"
\\""" ]]"""
raw = \'\'\'
x = 1\'\'\'\'
empty = ""
after = [ # comment ]
  1,
  [2, 3], { k = "}", l = { m = "]" } },
  2026-01-01 10:00:00,
]

[table."x.y"]
key = true
[[rows]]
id = 1
[rows.inner]
deep = 1
[[rows]]
id = 2
  [[rows.sub]]
  id = 3
  [[rows.sub]]
  id = 4
'''

EXPECTED = {
    ("title",): 2,
    ("quoted.key",): 3,
    ("a", "b", "c d"): 4,
    ("long",): 5,
    ("raw",): 9,
    ("empty",): 11,
    ("after",): 12,
    ("after", 0): 13,
    ("after", 1, 1): 14,
    ("after", 2, "l", "m"): 14,
    ("after", 3): 15,
    ("table", "x.y"): 18,
    ("table", "x.y", "key"): 19,
    ("rows", 0): 20,
    ("rows", 0, "id"): 21,
    ("rows", 0, "inner", "deep"): 23,
    ("rows", 1, "id"): 25,
    ("rows", 1, "sub", 1, "id"): 29,
}


def test_lines_of_nasty_toml() -> None:
    tomllib.loads(NASTY)
    lines = lines_of_toml(NASTY)
    assert {path: lines.get(path) for path in EXPECTED} == EXPECTED


@pytest.mark.parametrize("name", TINY)
def test_every_key_of_a_pack_is_found_on_a_line_that_names_it(name: str) -> None:
    text = TINY[name]
    lines = lines_of_toml(text)
    rows = text.splitlines()
    for path in paths(tomllib.loads(text)):
        assert path in lines
        if isinstance(path[-1], str):
            assert path[-1] in rows[lines[path] - 1]


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    own = [path] if path else []
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return own + [deeper for step, entry in steps for deeper in paths(entry, (*path, step))]


@settings(max_examples=300, deadline=None)
@example("a=[}")
@example("a={b=}")
@given(st.text(alphabet="ab=.[]{}\"'#,\\\n 1", max_size=60))
def test_text_that_is_no_toml_does_no_harm(text: str) -> None:
    lines = lines_of_toml(text)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


def test_the_shipped_files_are_scanned_to_the_end() -> None:
    for file in (Path(__file__).parents[3] / "rules").glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        lines = lines_of_toml(text)
        assert [path for path in paths(tomllib.loads(text)) if path not in lines] == [], file
