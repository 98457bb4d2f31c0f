"""Texts in another language, laid over the English ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.errors import PackError, UsageError
from cbassess.packs.checking import check_pack
from cbassess.packs.loading import load, load_pack
from tests.packs_for_tests import CHINESE, TINY, tiny_pack_in_two_languages, write_pack
from tests.unit.packs.loading_for_tests import found


def test_chinese_falls_back_to_english(tmp_path: Path) -> None:
    pack = load_pack(tiny_pack_in_two_languages(tmp_path), "zh-CN")
    english = load_pack(tmp_path / "tiny_pack")
    mark = pack.items["brand.mark_filed"]
    assert pack.language == "zh-CN"
    assert pack.instrument.title == "小型自评"
    assert mark.stem == "您的主商标在哪里申请了？"
    assert mark.why == english.items["brand.mark_filed"].why
    assert [option.text for option in mark.options][1:3] == ["仅在中国", "Our biggest market"]
    assert pack.items["brand.own_brand"] == english.items["brand.own_brand"]
    assert pack.actions["file_mark"].steps == ("选择市场。", "File within six months of the home filing.")
    assert pack.actions["file_mark"].achieves == english.actions["file_mark"].achieves
    assert pack.trends["export_brands"].signals[0].because == "您向国外销售。"
    assert pack.trends["export_brands"].signals[0].when == "sells_export"
    assert pack.hash == english.hash
    assert pack.conditions == english.conditions


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    with pytest.raises(UsageError, match=r"unknown-language.*'fr'.*en, zh-CN"):
        load_pack(pack, "fr")


OVERLAYS: list[tuple[str, str]] = [
    ('[section]\nid = "brand"\n', "section.id unknown-text"),
    ("[section]\ntitle = 5\n", "section.title wrong-type"),
    ('[section]\ntitle = " "\n', "section.title empty-text"),
    (f'[section]\ntitle = "{"字" * 201}"\n', "section.title too-long"),
    ('[section]\ntitle = "a\\u001bb"\n', "section.title control-character"),
    ('[[items]]\nid = "nothing"\nstem = "?"\n', "items[0] unknown-text"),
    ('[[items]]\nstem = "?"\n', "items[0] unknown-text"),
    ('[[items]]\nid = "own_brand"\noptions = [{ id = "perhaps", text = "?" }]\n', "items[0].options[0] unknown-text"),
    ('[[items]]\nid = "own_brand"\noptions = "?"\n', "items[0].options not-a-text"),
    ('[[items]]\nid = "own_brand"\nask_when = "sells_import"\n', "items[0].ask_when not-a-text"),
    ('[[items]]\nid = "repeat_share"\nmax = 5\n', "items[0].max not-a-text"),
    ('[sections]\ntitle = "?"\n', "sections unknown-text"),
    ("[", " bad-toml"),
]


@pytest.mark.parametrize(("text", "expected"), OVERLAYS, ids=[row[1] for row in OVERLAYS])
def test_wrong_translations(tmp_path: Path, text: str, expected: str) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    write_pack(pack, {"questions/zh-CN/brand.toml": text})
    with pytest.raises(PackError) as caught:
        load_pack(pack, "zh-CN")
    errors = [problem for problem in caught.value.problems if problem.severity == "error"]
    assert [f"{problem.path} {problem.code}" for problem in errors] == [expected]
    assert errors[0].file == "questions/zh-CN/brand.toml"
    assert load_pack(pack).instrument.title == "Tiny self-assessment"


def test_texts_by_place_may_not_be_more_than_the_original_has(tmp_path: Path) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    steps = '[[actions]]\nid = "file_mark"\nsteps = ["一", "二", "三"]\n'
    write_pack(pack, {"rules/zh-CN/export_brands.toml": steps})
    with pytest.raises(PackError, match=r"actions\[0\]\.steps\[2\]: error unknown-text"):
        load_pack(pack, "zh-CN")


def test_a_language_that_is_not_declared(tmp_path: Path) -> None:
    """A translation in the making does not stop the pack from being used."""
    lines = found(tmp_path, {**TINY, **CHINESE})
    assert lines == ["questions/instrument.toml languages undeclared-language"]
    assert load_pack(tmp_path).instrument.title == "Tiny self-assessment"


def test_a_translation_in_the_making_is_checked(tmp_path: Path) -> None:
    write_pack(tmp_path, {**TINY, "questions/zh-CN/brand.toml": '[section]\nname = "?"\n'})
    codes = {problem.code for problem in check_pack(tmp_path, dt.date(2026, 11, 22))}
    assert codes == {"undeclared-language", "unknown-text", "language-incomplete"}


@pytest.mark.parametrize("name", ["questions/zh-CN/more.toml", "questions/en/brand.toml", "rules/chinese/sources.toml"])
def test_what_is_no_translation_of_anything(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, {**TINY, name: ""}) == [f"{name}  unlisted-file"]


def test_vignettes_are_not_translated(tmp_path: Path) -> None:
    pack = tiny_pack_in_two_languages(tmp_path)
    write_pack(pack, {"rules/zh-CN/vignettes/young_exporter.toml": 'title = "?"\n'})
    assert [problem.code for problem in load(pack).problems] == ["unlisted-file"]
