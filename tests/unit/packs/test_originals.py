"""Translations that are older than their originals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from cbassess.errors import Problem, UsageError
from cbassess.packs.checking import check_pack
from cbassess.packs.loading import load_pack
from cbassess.packs.stamping import note_translated
from tests.packs_for_tests import tiny_pack, tiny_pack_in_two_languages, write_pack

AS_OF = dt.date(2026, 11, 22)
BRAND = "questions/brand.toml"
EXPORT = "rules/export_brands.toml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """In two languages, with everything noted as looked at."""
    folder = tiny_pack_in_two_languages(tmp_path)
    note_translated(folder, "zh-CN")
    return folder


def outdated(folder: Path) -> list[Problem]:
    return [problem for problem in check_pack(folder, AS_OF) if problem.code == "translation-outdated"]


def of_brand(folder: Path) -> Problem:
    (problem,) = [one for one in outdated(folder) if one.file == "questions/zh-CN/brand.toml"]
    return problem


def replace(old: str, new: str, name: str = BRAND) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


CHANGES: list[tuple[str, Callable[[Path], None], list[str]]] = [
    ("nothing", replace("China only", "China only"), []),
    ("a stem", replace("Where is your main trade mark filed?", "Where?"), [f"{BRAND}:items.mark_filed"]),
    ("an option", replace("China only", "Only in China"), [f"{BRAND}:items.mark_filed"]),
    ("a head", replace("Who owns the name on your goods.", "Who owns it."), [f"{BRAND}:section"]),
    ("an option more", replace('  { id = "home"', '  { id = "else", text = "Elsewhere" },\n  { id = "home"'),
     [f"{BRAND}:items.mark_filed"]),
    ("a row without translation", replace("Do you have a brand of your own?", "A brand?"), []),
    ("no text", replace("valid_days = 365", "valid_days = 300"), []),
    ("a comment", replace("[section]", "# brand\n[section]"), []),
    ("a weight", replace("when = 'sells_export', weight = 2", "when = 'sells_export', weight = 3", EXPORT), []),
    ("a reason", replace("You sell abroad.", "You sell to buyers abroad.", EXPORT), [f"{EXPORT}:trend"]),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "rows"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_changed_original_is_named(pack: Path, edit: Callable[[Path], None], rows: list[str]) -> None:
    edit(pack)
    named = [problem.message.removesuffix(".").rpartition(": ")[2] for problem in outdated(pack)]
    assert named == rows


def test_rows_that_changed_places_are_not_outdated(pack: Path) -> None:
    text = (pack / EXPORT).read_text(encoding="utf-8")
    head, *rows = text.split("[[actions]]")
    (pack / EXPORT).write_text("[[actions]]".join([head, *reversed(rows)]), encoding="utf-8")
    assert outdated(pack) == []


def test_it_is_a_warning_at_the_translation_and_the_pack_can_be_used(pack: Path) -> None:
    replace("China only", "Only in China")(pack)
    (problem,) = outdated(pack)
    assert (problem.severity, problem.file) == ("warning", "questions/zh-CN/brand.toml")
    assert load_pack(pack, "zh-CN").items["brand.mark_filed"].options[1].text == "仅在中国"


def test_a_language_that_keeps_no_note_is_not_checked(tmp_path: Path) -> None:
    folder = tiny_pack_in_two_languages(tmp_path)
    replace("China only", "Only in China")(folder)
    assert outdated(folder) == []


def test_a_row_that_was_never_noted_is_outdated(pack: Path) -> None:
    write_pack(pack, {"questions/zh-CN/originals.toml": ""})
    assert f"{BRAND}:section, {BRAND}:items.mark_filed" in of_brand(pack).message


def test_only_the_named_rows_count_as_looked_at(pack: Path) -> None:
    replace("China only", "Only in China")(pack)
    replace("Who owns the name on your goods.", "Who owns it.")(pack)
    note_translated(pack, "zh-CN", (f"{BRAND}:items.mark_filed",))
    (problem,) = outdated(pack)
    assert problem.message.endswith(f": {BRAND}:section.")
    note_translated(pack, "zh-CN")
    assert outdated(pack) == []


def test_noting_twice_gives_the_same_bytes(pack: Path) -> None:
    files = sorted(pack.rglob("originals.toml"))
    before = [file.read_bytes() for file in files]
    assert sorted(note_translated(pack, "zh-CN")) == files
    assert [file.read_bytes() for file in files] == before


def test_what_is_not_there_is_refused_and_nothing_written(pack: Path) -> None:
    before = (pack / "questions/zh-CN/originals.toml").read_bytes()
    with pytest.raises(UsageError, match=r"items\.mark_filed"):
        note_translated(pack, "zh-CN", (f"{BRAND}:items.mark_field",))
    with pytest.raises(UsageError, match="no translation into 'fr'"):
        note_translated(pack, "fr")
    assert (pack / "questions/zh-CN/originals.toml").read_bytes() == before
    assert not (pack / "questions/fr").exists()


def test_a_pack_in_one_language_has_nothing_to_note(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no translation"):
        note_translated(tiny_pack(tmp_path), "zh-CN")


@pytest.mark.parametrize(
    "text", ['"brand.toml" = 5\n', '["brand.toml"]\nsection = 5\n', '["brand.toml".section]\na = 1\n']
)
def test_a_note_that_makes_no_sense_is_like_none_for_the_row(pack: Path, text: str) -> None:
    write_pack(pack, {"questions/zh-CN/originals.toml": text})
    assert f"{BRAND}:section" in of_brand(pack).message
