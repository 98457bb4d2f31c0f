"""What the app says about a key names the one that a person has given to it."""

from __future__ import annotations

import re

import pytest

from cbassess.settings import Settings
from cbassess.tui import words
from cbassess.tui.desk import Desk
from cbassess.tui.keys import named_keys
from cbassess.tui.speaking import speaker
from cbassess.words import words_in
from tests.tui.running import begin, flat, opened, press
from tools.catalogue import collected

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
TEXTS = [key if isinstance(key, str) else key[0] for key in collected()]
SENTENCES = tuple(text for text in TEXTS if MARK.search(text))


def test_sentences_name_keys_that_there_are() -> None:
    assert len(SENTENCES) > 20
    known = named_keys()
    for sentence in SENTENCES:
        for _usual, id_ in MARK.findall(sentence):
            assert id_ in known, sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_translations_name_the_same_keys(sentence: str) -> None:
    chinese = words_in("zh-CN")(sentence)
    assert chinese != sentence
    assert sorted(id_ for _, id_ in MARK.findall(chinese)) == sorted(id_ for _, id_ in MARK.findall(sentence))


def test_nothing_of_the_marks_is_shown() -> None:
    assert words.NOTHING_SHOWN == "No step is like this. Press x to show all."
    assert words.nothing_chosen(many=True, can_be_empty=False) == "Mark at least one with Space, or press s to skip."


def test_of_several_keys_one_of_the_same_kind_is_named() -> None:
    speaker.moved = {"answer.skip": ("F12", "j")}
    assert words.NOTHING_TYPED == "Type an answer, or press F12 to skip the question."
    assert words.nothing_chosen(many=False, can_be_empty=False) == "Choose an answer, or press j to skip."


def test_what_a_seller_typed_is_no_mark() -> None:
    speaker.moved = {"home.new_wave": ("F12",)}
    assert words.already_there("[w|home.new_wave]", "2026-Q4").startswith("[w|home.new_wave] has answers")


async def test_a_moved_key_is_named_where_it_works(desk: Desk) -> None:
    settings = Settings(keys={"answer.skip": ("ctrl+k", "b")})
    async with opened(desk, settings=settings) as pilot:
        await begin(pilot)
        await press(pilot, "enter")
        assert "Choose an answer, or press b to skip." in flat(pilot)
        await press(pilot, "b")
        assert "Choose an answer" not in flat(pilot)


async def test_with_vim_keys_the_plan_names_its_own(desk: Desk) -> None:
    async with opened(desk, settings=Settings(preset="vim")):
        assert words.PACE_CHANGE == "Press H to change this."
