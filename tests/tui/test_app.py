from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import cbassess.tui
from cbassess.tui.desk import Desk
from cbassess.tui.widgets.picker import Picker
from tests.tui.running import EXPORTER, answer, begin, opened, press, rows, seen

PACKAGE = Path(cbassess.tui.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))


async def test_the_cursor_is_a_mark_and_not_only_a_colour(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "down")
        assert [row[2] for row in rows(pilot) if "( )" in row] == [">", " ", " "]


async def test_without_colour_the_line_of_the_cursor_is_reversed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "2")
        lines = [pilot.app.screen.query_one(Picker).render_line(number) for number in range(3)]
        assert [all(part.style and part.style.reverse for part in line) for line in lines] == [False, True, False]


async def test_ctrl_c_does_not_leave(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        await press(pilot, "ctrl+c")
        assert pilot.app.is_running
        assert pilot.app.screen.query_one(Picker)


async def test_every_key_has_an_id_so_that_it_can_be_moved(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        named = {
            active.binding.key: active.binding.id
            for active in pilot.app.screen.active_bindings.values()
            if active.node.__class__.__module__.startswith("cbassess") and active.binding.description
        }
        assert named
        assert all(named.values())


async def test_a_key_map_moves_a_key(desk: Desk) -> None:
    async with opened(desk) as pilot:
        pilot.app.set_keymap({"home.new_seller": "ctrl+n"})
        await press(pilot, "ctrl+n")
        assert "What is the name of the business?" in seen(pilot)


async def test_the_shipped_questionnaire_can_be_walked_to_its_end(real_desk: Desk) -> None:
    async with opened(real_desk) as pilot:
        await begin(pilot)
        await press(pilot, "2", "enter")
        for _ in range(len(real_desk.pack.items)):
            if "Do these first" in seen(pilot):
                break
            await pilot.press("u")
            await pilot.pause()
        assert "Do these first" in seen(pilot)
        await press(pilot, "p")
        assert "20" in seen(pilot)


async def test_an_exporter_meets_no_question_of_importers(desk: Desk) -> None:
    async with opened(desk) as pilot:
        await begin(pilot)
        for keys in EXPORTER:
            assert "Who is the seller on paper?" not in seen(pilot)
            await answer(pilot, [keys])


# -- the source -----------------------------------------------------------------------------------


def test_words_stand_in_one_module_and_nowhere_else() -> None:
    """A call that shows text must take it from `words`, or no catalogue can translate it."""
    shows = {"text", "Content", "Static", "notify", "update", "say", "tell", "heading", "note", "row", "labelled"}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in shows:
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        assert not re.search("[A-Za-z]{2}", argument.value), f"{source.name}:{node.lineno}"


def test_no_word_is_defined_twice() -> None:
    """The parts are read as one vocabulary, so the later one would take the place of the earlier one."""
    found: Counter[str] = Counter()
    for part in (PACKAGE / "words").glob("*.py"):
        for node in ast.parse(part.read_text()).body:
            named = node.targets if isinstance(node, ast.Assign) else [node]
            found.update({getattr(one, "id", getattr(one, "name", "")) for one in named})
    assert {name for name, times in found.items() if times > 1} <= {"", "_", "keyed", "ngettext"}


def test_no_string_of_data_is_read_as_markup() -> None:
    """Widgets that show text get `Content`; `notify` is told that its text is plain."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name == "notify":
                assert any(keyword.arg == "markup" for keyword in node.keywords), f"{source.name}:{node.lineno}"
            if name in {"Static", "Label", "Button", "Option"} and node.args:
                literal = isinstance(node.args[0], ast.Constant | ast.JoinedStr)
                assert not literal, f"{source.name}:{node.lineno}"


def test_screens_and_functions_stay_small() -> None:
    for source in SOURCES:
        lines = len(source.read_text().splitlines())
        assert lines <= (400 if source.name == "words.py" else 200), source
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= 25, f"{source.name}:{node.name}"


def test_time_is_read_in_one_place() -> None:
    """Everybody else asks the desk."""
    clock = r"(?<!desk)\.(now|today)\(\)|now\(dt"
    assert [source.name for source in SOURCES if re.search(clock, source.read_text())] == ["desk.py"]


def test_the_workflow_does_without_the_app() -> None:
    code = "import sys, cbassess.workflow; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
