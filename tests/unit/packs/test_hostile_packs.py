"""Packs made to hurt: each is refused with a clear problem, quickly, and never with a traceback."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cbassess.errors import PackError
from cbassess.packs.checking import check_pack
from cbassess.packs.loading import load_pack
from tests.packs_for_tests import TINY, changed, write_pack

CALENDAR = "rules/calendar.toml"
EXPORT = "rules/export_brands.toml"
PROFILE = "questions/profile.toml"
RULEBOOK = "rules/rulebook.toml"

SECONDS = 10.0  # on a slow and busy machine; most take hundredths


def condition(text: str) -> dict[str, str]:
    return changed(EXPORT, "'answered(profile.trouble)'", f"'''{text}'''")


def items(count: int, body: str = "") -> str:
    return TINY[PROFILE] + "".join(f'[[items]]\nid = "x{n}"\n{body}' for n in range(count))


DATE_ITEM = 'kind = "date"\nstem = "s"\nwhy = "w"\nhow = "h"\n'

FILES: dict[str, tuple[str, dict[str, str]]] = {
    "lists nested 100,000 deep": ("too-deep", {**TINY, CALENDAR: f"x = {'[' * 100_000}{']' * 100_000}"}),
    "inline tables nested 100,000 deep": ("too-deep", {**TINY, CALENDAR: f"x = {'{a=' * 100_000}1{'}' * 100_000}"}),
    "key of 200,000 parts": ("too-deep", {**TINY, CALENDAR: f"{'.'.join('a' * 200_000)} = 1"}),
    "table of 200,000 parts": ("too-deep", {**TINY, CALENDAR: f"[{'.'.join('a' * 200_000)}]"}),
    "file of 5 MB": ("too-large", {**TINY, CALENDAR: "#" * 5_000_000}),
    "12 MB in all": ("too-large", {**TINY, **{f"rules/vignettes/v{n}.toml": "#" * 1_999_999 for n in range(6)}}),
    "integer of 100,000 digits": ("bad-toml", {**TINY, CALENDAR: f"x = {'9' * 100_000}"}),
    "100,000 keys": ("unknown-key", {**TINY, CALENDAR: "".join(f"k{n} = 1\n" for n in range(100_000))}),
    "20,000 broken rows": ("missing-key", {**TINY, PROFILE: items(20_000)}),
    "50,000 unknown keys in a row": (
        "unknown-key",
        changed(PROFILE, 'id = "side"\n', 'id = "side"\n' + "".join(f"k{n} = 1\n" for n in range(50_000))),
    ),
    "20,000 options": (
        "too-long",
        changed(
            PROFILE,
            '{ id = "both"',
            "".join(f'{{ id = "o{n}", text = "t" }},\n' for n in range(20_000)) + '{ id = "both"',
        ),
    ),
    "20,000 wrong options": (
        "wrong-type",
        changed(PROFILE, '{ id = "both"', "{ id = 1 },\n" * 20_000 + '{ id = "both"'),
    ),
    "6,000 items": ("too-many", {**TINY, PROFILE: items(6_000, DATE_ITEM)}),
    "NUL": ("not-utf8", {**TINY, CALENDAR: "x = '\0'"}),
    "escape sequence in a text": ("control-character", changed(PROFILE, '"Your business"', r'"\u001b]0;owned\u0007"')),
    "escape sequence by the letter e": ("control-character", changed(PROFILE, '"Your business"', r'"\e[2J"')),
    "C1 control": ("control-character", changed(PROFILE, '"Your business"', r'"a\u009bb"')),
    "text turned around": ("control-character", changed(PROFILE, '"Your business"', '"a\u202eb"')),
    "isolate": ("control-character", changed(PROFILE, '"Your business"', '"a\u2066b"')),
    "byte order mark in a text": ("control-character", changed(PROFILE, '"Your business"', '"a\ufeffb"')),
    "control character in a key": ("control-character", {**TINY, CALENDAR: r'"a\u001bb" = 1'}),
    "condition of 100,000 parentheses": ("condition-too-long", condition("(" * 100_000 + ")" * 100_000)),
    "condition of 240 parentheses": ("condition-syntax", condition("(" * 240 + "sells_export" + ")" * 240)),
    "condition of 100 times not": ("condition-too-deep", condition("not " * 100 + "sells_export")),
    "power tower": ("condition-not-allowed", condition("9**9**9**9**9**9 > 1")),
    "dunder": ("condition-not-allowed", condition("profile.side.__class__ == 'a'")),
    "dunder of a fact": ("condition-name", condition("sells_export.__class__ == 'a'")),
    "import": ("condition-name", condition("__import__('os')")),
    "attribute of a text": ("condition-not-allowed", condition("''.__class__.__mro__")),
    "lambda": ("condition-not-allowed", condition("lambda: 1")),
    "comprehension": ("condition-not-allowed", condition("[1 for x in ()]")),
    "walrus": ("condition-not-allowed", condition("(x := 1)")),
    "format string": ("condition-not-allowed", condition("f'{profile.side}'")),
    "comparison with a number of 400 digits": ("condition-type", condition(f"profile.budget > {'9' * 400}")),
    "section that climbs out": ("bad-id", changed("questions/instrument.toml", '"brand"]', '"../../etc/passwd"]')),
    "trend that climbs out": ("bad-id", changed(RULEBOOK, '"import_rules"]', '"../../etc/passwd"]')),
    "language that climbs out": ("bad-value", changed("questions/instrument.toml", '["en"]', '["en", "../.."]')),
}


@pytest.mark.parametrize(("code", "files"), FILES.values(), ids=FILES.keys())
def test_hostile_files_are_refused(tmp_path: Path, code: str, files: dict[str, str]) -> None:
    pack = write_pack(tmp_path, files)
    started = time.monotonic()
    with pytest.raises(PackError) as caught:
        load_pack(pack)
    assert time.monotonic() - started < SECONDS
    assert code in {problem.code for problem in caught.value.problems}
    assert len(caught.value.problems) < 10_000
    assert all(str(problem).isprintable() for problem in caught.value.problems)
    assert max(len(str(problem)) for problem in caught.value.problems) < 2_000


def linked_file(pack: Path) -> None:
    (pack / CALENDAR).unlink()
    (pack / CALENDAR).symlink_to("/etc/passwd")


def linked_file_without_target(pack: Path) -> None:
    (pack / CALENDAR).unlink()
    (pack / CALENDAR).symlink_to("nowhere")


def link_in_a_circle(pack: Path) -> None:
    (pack / CALENDAR).unlink()
    (pack / CALENDAR).symlink_to("calendar.toml")


def link_without_ending(pack: Path) -> None:
    (pack / "rules" / "README").symlink_to("/etc/passwd")


def linked_part(pack: Path) -> None:
    (pack / "rules").rename(pack / "elsewhere")
    (pack / "rules").symlink_to(pack / "elsewhere")


def linked_folder(pack: Path) -> None:
    (pack / "rules/vignettes").rename(pack / "elsewhere")
    (pack / "rules/vignettes").symlink_to(pack / "elsewhere")


def pipe(pack: Path) -> None:
    (pack / CALENDAR).unlink()
    os.mkfifo(pack / CALENDAR)


def folder_in_place_of_a_file(pack: Path) -> None:
    (pack / CALENDAR).unlink()
    (pack / CALENDAR).mkdir()


def many_files(pack: Path) -> None:
    for number in range(600):
        (pack / "rules/vignettes" / f"v{number}.toml").touch()


def many_files_that_are_not_ours(pack: Path) -> None:
    for number in range(600):
        (pack / "rules" / f"v{number}.txt").touch()


def deep_folders(pack: Path) -> None:
    folder = pack / "rules"
    for _ in range(60):
        folder /= "f"
        folder.mkdir()
    (folder / "x.toml").touch()
    (pack / "rules/f/x.toml").touch()


def name_that_is_no_utf8(pack: Path) -> None:
    (pack / "rules" / os.fsdecode(b"\xff\x1b[2J.toml")).touch()


DEEDS: list[tuple[str, Callable[[Path], None]]] = [
    ("linked-file", linked_file),
    ("linked-file", linked_file_without_target),
    ("linked-file", link_in_a_circle),
    ("linked-file", link_without_ending),
    ("linked-file", linked_part),
    ("linked-file", linked_folder),
    ("not-a-file", pipe),
    ("missing-file", folder_in_place_of_a_file),
    ("too-many", many_files),
    ("too-many", many_files_that_are_not_ours),
    ("unlisted-file", deep_folders),
    ("unlisted-file", name_that_is_no_utf8),
]


@pytest.mark.parametrize(("code", "deed"), DEEDS, ids=[deed.__name__ for _, deed in DEEDS])
def test_hostile_folders_are_refused(tmp_path: Path, code: str, deed: Callable[[Path], None]) -> None:
    pack = write_pack(tmp_path, TINY)
    deed(pack)
    started = time.monotonic()
    with pytest.raises(PackError) as caught:
        load_pack(pack)
    assert time.monotonic() - started < SECONDS
    assert code in {problem.code for problem in caught.value.problems}
    assert all(str(problem).isprintable() for problem in caught.value.problems)
    assert "root:" not in str(caught.value)


def test_a_pack_that_wastes_time_in_the_checks_gets_no_verdict_but_an_answer(tmp_path: Path) -> None:
    """Many conditions with nearly as many cases as are looked at."""
    pack = write_pack(tmp_path, {**TINY, RULEBOOK: TINY[RULEBOOK] + "".join(slow_facts(400))})
    started = time.monotonic()
    check_pack(pack)
    assert time.monotonic() - started < 4 * SECONDS


def slow_facts(count: int) -> Iterator[str]:
    for number in range(count):
        steps = " and ".join(f"profile.budget != {number + step}" for step in range(6))
        hours = " and ".join(f"profile.hours_per_week != {step}" for step in range(1, 6))
        shares = " and ".join(f"brand.repeat_share != {step}" for step in range(1, 6))
        yield f'[[facts]]\nid = "slow{number}"\nphrase = "p"\n'
        yield f"when = '{steps} and {hours} and {shares} and answered(profile.side)'\n"
