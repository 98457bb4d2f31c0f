"""Conditions as sentences, in English and in the language of the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbassess.engine.sentences import Sentences, parts_of
from cbassess.model.pack import Pack
from cbassess.packs.conditions import Scope, parse_condition
from cbassess.packs.loading import load_pack
from tests.packs_for_tests import tiny_pack, tiny_pack_in_two_languages

FILED = "“Where is your main trade mark filed?”"
SIDE = "“In which direction do you sell?”"


def _sentence(pack: Pack, text: str) -> str:
    facts = {fact.id: fact.when for fact in pack.rulebook.facts}
    return Sentences(pack).of(parse_condition(text, Scope(dict(pack.items), facts)))


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ('brand.mark_filed >= "home"', f"{FILED} is answered “China only” or higher"),
        ('not (brand.mark_filed >= "home")', f"{FILED} is answered lower than “China only”"),
        ('profile.side in ["import", "both"]', f"{SIDE} is answered “Import” or “Both”"),
        ('has_any(profile.channels, "amazon")', "“Where do you sell?” includes “Amazon”"),
        ("count(profile.channels) > 1", "more than 1 are chosen in “Where do you sell?”"),
        ("brand.repeat_share < 10", "“What share of buyers bought twice, in percent?” is less than 10 percent"),
        ("days_until(profile.next_fair) <= 30", "the day in “When is your next trade fair?” is at most 30 days ahead"),
        ("not answered(profile.trouble)", "“What troubles you most?” has no answer"),
    ],
)
def test_a_comparison_reads_as_a_person_would_say_it(tmp_path: Path, condition: str, sentence: str) -> None:
    assert _sentence(load_pack(tiny_pack(tmp_path)), condition) == sentence


def test_a_negation_is_carried_down_and_brackets_show_what_belongs_together(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack(tmp_path))
    said = pack.rulebook.facts[0].phrase
    condition = f'profile.side == "both" and not ({pack.rulebook.facts[0].id} and brand.repeat_share >= 10)'
    assert _sentence(pack, condition) == (
        f"{SIDE} is answered “Both”, and ((it is not so that {said}), or "
        "“What share of buyers bought twice, in percent?” is less than 10 percent)"
    )


def test_in_chinese_it_is_said_in_chinese(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack_in_two_languages(tmp_path), "zh-CN")
    text = _sentence(pack, 'brand.mark_filed == "home" and answered(profile.trouble)')
    assert "的回答是“" in text
    assert "，并且" in text


def test_the_parts_are_what_all_has_to_hold(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack(tmp_path))
    facts = {fact.id: fact.when for fact in pack.rulebook.facts}
    scope = Scope(dict(pack.items), facts)
    both = parse_condition('profile.side == "both" and brand.repeat_share < 10', scope)
    assert len(parts_of(both)) == 2
    either = parse_condition('profile.side == "both" or brand.repeat_share < 10', scope)
    assert parts_of(either) == (either,)
