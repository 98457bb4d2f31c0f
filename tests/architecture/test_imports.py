"""What must not be loaded, proven in fresh processes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from cbassess import workflow
from cbassess.tui import screens

HEAVY = ("textual",)


def _loaded(code: str) -> set[str]:
    """Top-level names in `sys.modules` after running the code."""
    report = f"{code}\nimport sys\nprint(' '.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", report], check=True, capture_output=True, text=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["cbassess.workflow", "cbassess.cli", "cbassess.planning", "cbassess.store.history"])
def test_headless_modules_do_not_load_textual(module: str) -> None:
    assert "textual" not in _loaded(f"import {module}")


def test_the_app_does_load_textual() -> None:
    """So that the test above can fail."""
    assert "textual" in _loaded("import cbassess.tui.app")


def test_the_command_line_starts_without_pydantic() -> None:
    assert _loaded("import cbassess.cli").isdisjoint({"pydantic", "textual", "rich", "tomli", "sqlite3"})


def test_nouns_do_without_pydantic_until_something_is_read() -> None:
    assert "pydantic" not in _loaded("import cbassess.model.documents, cbassess.model.pack, cbassess.model.diagnosis")
    assert "pydantic" in _loaded("from cbassess.model.rulebook import Policy; Policy.model_validate({})")


def test_the_solver_is_loaded_only_where_something_is_proved() -> None:
    check = "from cbassess.cli import main; assert main(['pack', 'check']) == 0"
    assert "z3" not in _loaded(f"import cbassess.workflow; {check}")
    assert "z3" in _loaded("import cbassess.proving")


WRITERS = {"xlsxwriter", "docx", "lxml", "icalendar", "typst", "openpyxl", "pyxform"}


def _commands(*words: str) -> set[str]:
    return _loaded(f"from cbassess.cli import main; assert main({list(words)!r}) == 0")


def test_heavy_writers_are_loaded_only_where_they_write(tmp_path: Path) -> None:
    def written(form: str) -> set[str]:
        return _commands("assess", "examples/exporter.toml", "--format", form, "-o", str(tmp_path / form))

    for form in ("text", "md", "json", "html", "csv"):
        assert written(form).isdisjoint(WRITERS), form
    assert _commands("template", "-o", str(tmp_path / "answers.toml")).isdisjoint(WRITERS)
    assert "xlsxwriter" in written("xlsx")
    assert "icalendar" in written("ics")


NOT_FOR_A_QUESTION = (
    "pydantic",
    "cbassess.packs.loading",
    "cbassess.planning",
    "cbassess.comparing",
    "cbassess.workflow.assessing",
    "cbassess.tui.screens.results",
    "cbassess.tui.screens.export",
    "cbassess.cli.commands.assess",
)


def test_the_first_question_loads_nothing_that_it_has_no_use_for() -> None:
    """Each of these costs tens of milliseconds before anything is on the screen."""
    code = (
        "import cbassess.cli.group, cbassess.tui.running, cbassess.tui.screens.questionnaire, sys; print(*sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "cbassess.tui.screens.answering" in said
    assert set(said).isdisjoint(NOT_FOR_A_QUESTION)


@pytest.mark.parametrize("door", [workflow, screens], ids=lambda door: door.__name__)
def test_a_door_leads_where_its_imports_say(door: ModuleType) -> None:
    source = ast.parse(Path(str(door.__file__)).read_text(encoding="utf-8"))
    named = {
        alias.asname or alias.name
        for block in source.body
        if isinstance(block, ast.If)
        for line in block.body
        if isinstance(line, ast.ImportFrom)
        for alias in line.names
    }
    assert set(door.__all__) == named == set(door._HOMES)
    assert all(getattr(door, name) for name in door.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = door.nothing
