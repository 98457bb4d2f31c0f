"""The app in Chinese, and the change of language while something is being done."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from cbassess.model.pack import Pack
from cbassess.store.faults import plain_faults
from cbassess.store.history import History
from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.tui.screens import compare, home, plan, questionnaire, results
from cbassess.tui.screens.base import Page
from cbassess.tui.widgets.field import Field
from cbassess.tui.widgets.key_bar import KeyBar
from cbassess.tui.widgets.sheet import Sheet
from cbassess.words import words_in
from cbassess.workflow import open_pack, pack_in, read_answers
from tests.packs_for_tests import tiny_pack
from tests.tui.running import SIZES, begin, flat, opened, press, rows, seen, stored, type_text

EXAMPLES = Path(__file__).parents[2] / "examples"

CHINESE = re.compile("[\u4e00-\u9fff]")

# What stays in Latin letters in Chinese: names, keys, formats.
LATIN = re.compile(
    r"cbassess|English|Enter|Esc|Home|End|PgUp|PgDn|Tab|Del|Ctrl\+\w|Shift|F\d+|CNY|Lamps|Change|to|Q\d"
    r"|Markdown|HTML|PDF|Word|Excel|CSV|ics|JSON|home|tmp|.?/\S*|\b[a-zA-Z?]\b"
)


@pytest.fixture
def chinese(shipped: Pack, desk: Desk) -> Desk:
    return replace(desk, pack=open_pack(None, "zh-CN"), pack_in=pack_in)


def add_example(desk: Desk, name: str, label: str) -> None:
    responses = read_answers(EXAMPLES / f"{name}.toml", desk.pack)
    desk.records.import_answers(desk.pack, responses, "Lamps", label, desk.now())


async def test_f9_changes_to_chinese_and_back_with_the_texts_of_the_pack(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await begin(pilot)
        english = seen(pilot)
        assert "Next" in english
        await press(pilot, "f9")
        assert "您做进口还是出口" in seen(pilot)
        assert "下一题" in seen(pilot)
        await press(pilot, "f9")
        assert seen(pilot) == english


async def test_what_was_typed_and_not_saved_stays(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "深圳 lamps")
        await press(pilot, "f9")
        field = pilot.app.screen.query_one(Field)
        assert field.value == "深圳 lamps"
        assert field.has_focus
        assert "新卖家" in seen(pilot)
        await press(pilot, "x", "enter")
        assert real_desk.records.sellers()[0].name == "深圳 lampsx"


async def test_a_number_that_was_begun_stays_in_its_field(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await begin(pilot)
        await press(pilot, "s")
        screen = pilot.app.screen
        assert isinstance(screen, questionnaire.QuestionnaireScreen)
        numbers = [item.id for item in screen.interview.route if item.kind == "number"]
        screen.interview.go_to(numbers[0])
        await screen.show_item()
        await press(pilot, "1", "2")
        await press(pilot, "f9")
        assert screen.query_one(Field).value == "12"
        assert numbers[0] not in stored(real_desk)
        await press(pilot, "3", "enter")
        assert stored(real_desk)[numbers[0]] == 123


async def test_cursor_and_choice_stay(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "down")
        before = [row[:9] for row in rows(pilot) if re.match(r"[ >]+\d \(", row)]
        await press(pilot, "f9")
        assert [row[:9] for row in rows(pilot) if re.match(r"[ >]+\d \(", row)] == before
        assert "已保存" in seen(pilot)


async def test_the_place_in_results_and_plan_stays(real_desk: Desk) -> None:
    add_example(real_desk, "importer", "2026-Q4")
    async with opened(real_desk, (120, 40)) as pilot:
        await press(pilot, "r", "p", "down", "down", "down")
        place = pilot.app.screen.query_one(Sheet).key
        await press(pilot, "f9")
        assert pilot.app.screen.query_one(Sheet).key == place
        assert "怎么做" in seen(pilot)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "down", "down", "down", "down", "n", *"42", "f9")
        assert "Note of:" in seen(pilot)
        assert "42" in seen(pilot)
        await press(pilot, "f9", "enter", "escape", "escape")
        assert isinstance(pilot.app.screen, results.ResultsScreen)
        assert "先做这几件" in seen(pilot)
        assert "Trends" not in seen(pilot)


async def test_the_palette_changes_the_language(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await press(pilot, "ctrl+p")
        await pilot.pause(0.5)
        await press(pilot, *"Chinese", "enter")
        await pilot.pause(0.5)
        assert "欢迎使用" in seen(pilot)


async def test_a_dialog_about_what_is_written_keeps_its_language(real_desk: Desk) -> None:
    add_example(real_desk, "importer", "2026-Q4")
    async with opened(real_desk) as pilot:
        await press(pilot, "e")
        before = seen(pilot)
        await press(pilot, "f9")
        assert seen(pilot) == before


async def test_a_pack_without_chinese_keeps_its_texts(desk: Desk, tmp_path: Path) -> None:
    desk = replace(desk, pack_in=partial(pack_in, folder=tiny_pack(tmp_path / "again")))
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "f9")
        assert "In which direction do you sell?" in seen(pilot)
        assert "下一题" in seen(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_is_chinese_and_no_row_too_wide(chinese: Desk, size: tuple[int, int]) -> None:
    add_example(chinese, "both_sides", "2026-Q3")
    add_example(chinese, "exporter", "2026-Q4")
    app = AssessApp(chinese, "zh-CN")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for keys, screen in (
            ((), home.HomeScreen),
            (("r",), results.ResultsScreen),
            (("p",), plan.PlanScreen),
            (("escape", "escape", "c"), compare.CompareScreen),
            (("escape", "enter"), questionnaire.QuestionnaireScreen),
        ):
            await press(pilot, *keys)
            assert isinstance(app.screen, screen)
            _check(pilot, size)
            await press(pilot, "f1")
            _check(pilot, size)
            await press(pilot, "escape")
        await press(pilot, "escape", "e")
        _check(pilot, size)


def _check(pilot, size) -> None:  # type: ignore[no-untyped-def]
    assert CHINESE.search(seen(pilot))
    assert {cell_len(row) for row in rows(pilot)} == {size[0]}
    keys = str(pilot.app.screen.query_one(KeyBar).content)
    assert not re.search("[A-Za-z]{2}", LATIN.sub("", keys)), keys


def test_every_key_is_named_by_a_text_of_the_catalogue() -> None:
    """A class body is read once, in whatever language; its words must still know what they are in English."""
    chinese = words_in("zh-CN")
    pages: list[type] = [Page]
    while pages:
        page = pages.pop()
        pages += page.__subclasses__()
        for binding in page.__dict__.get("BINDINGS", ()):
            for told in filter(None, (binding.description, binding.tooltip)):
                english = getattr(told, "original", told)
                assert chinese(english) != english, (page, told)


async def test_a_long_page_of_chinese_stays_within_its_columns(chinese: Desk) -> None:
    add_example(chinese, "both_sides", "2026-Q4")
    async with AssessApp(chinese, "zh-CN").run_test(size=(80, 24)) as pilot:
        await press(pilot, "r")
        assert "相关度" in flat(pilot)


def test_a_screen_that_was_first_opened_in_chinese_has_english_keys_in_english() -> None:
    command = """
from cbassess.tui.app import AssessApp
from cbassess.tui.speaking import speaker
speaker.language = "zh-CN"
from cbassess.tui.screens.help import HelpScreen
from cbassess.tui.screens.find import FindScreen
for language in ("en", "zh-CN"):
    speaker.language = language
    print(*(speaker.say(one.description) for screen in (HelpScreen, FindScreen) for one in screen.BINDINGS))
"""
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    english, chinese = done.stdout.splitlines()
    assert "Close" in english
    assert "关闭" in chinese
    assert english.isascii()
    assert not chinese.isascii()


async def test_a_save_that_fails_is_told_in_chinese(chinese: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> int:
        fault = sqlite3.OperationalError("database or disk is full")
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
        with plain_faults(Path("history.sqlite3")):
            raise fault
        return 0

    async with AssessApp(chinese, "zh-CN").run_test(size=(120, 40)) as pilot:
        await begin(pilot, "深圳灯具小厂")
        monkeypatch.setattr(History, "save_answers", refuse)
        await press(pilot, "1")
        assert "磁盘已满，历史记录 history.sqlite3 无法写入。" in flat(pilot)
        assert "disk is full" not in flat(pilot)
