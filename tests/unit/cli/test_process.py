"""What only a process of its own can show: what is loaded, pipes, encodings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from cbassess.cli.group import program
from tests.unit.cli.conftest import ANSWERS

ROOT = Path(__file__).parents[3]

SPY = """
import json, sys
from cbassess.cli import main
code = main(sys.argv[1:])
json.dump({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}, open("spied.json", "w"))
"""

# What may be loaded besides the standard library, for words about the program itself.
LIGHT = {"cbassess", "click"}

COMMANDS = {
    "answer": ["--seller", "A"],
    "assess": ["answers.toml"],
    "backup": ["backup.json"],
    "compare": ["--seller", "A"],
    "completion": ["bash"],
    "config init": [],
    "config path": [],
    "config show": [],
    "doctor": [],
    "explain": ["answers.toml", "search_mark"],
    "export": ["--seller", "A"],
    "goal": ["answers.toml", "--reach", "export_brands=60", "--by", "2027-Q2"],
    "history": [],
    "import": ["answers.toml", "--seller", "A"],
    "pack check": ["pack"],
    "open": ["answers.toml"],
    "whatif": ["answers.toml", "--done", "search_mark"],
    "pack diff": ["pack", "pack"],
    "pack new": ["new"],
    "pack translated": ["zh-CN"],
    "restore": ["--yes"],
    "sellers archive": ["A"],
    "sellers delete": ["A", "--yes", "A"],
    "sellers list": [],
    "sellers rename": ["A", "B"],
    "sellers unarchive": ["A"],
    "step assign": ["1", "Wang"],
    "step done": ["1"],
    "step drop": ["1", "--because", "dear"],
    "step due": ["1", "plan"],
    "step list": [],
    "step note": ["1", "ask"],
    "step pace": [],
    "step reopen": ["1"],
    "step show": ["1"],
    "step start": ["1"],
    "step tick": ["1", "1"],
    "sheet": [],
    "template": [],
}

NEEDS_SELLER = {
    "compare",
    "export",
    "pack translated",
    "restore",
    *(name for name in COMMANDS if "sellers" in name),
} - {"sellers list"}
"""On an empty history these say what is missing."""


def leaves(group: click.Group, before: str = "") -> set[str]:
    names = set()
    for name, command in group.commands.items():
        names |= leaves(command, f"{name} ") if isinstance(command, click.Group) else {before + name}
    return names


@pytest.fixture
def place(tmp_path: Path, pack: Path) -> Path:
    (tmp_path / "answers.toml").write_text(ANSWERS, encoding="utf-8")
    pack.rename(tmp_path / "pack")
    return tmp_path


def start(place: Path, *arguments: str, code: str = "", **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *(["-c", code] if code else ["-m", "cbassess"]), *arguments]
    settings = {"stdin": subprocess.DEVNULL, "capture_output": True, "env": os.environ} | options
    settings["env"] = {**settings["env"], "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=place, check=False, **settings)


def loaded(place: Path, *arguments: str) -> tuple[int, set[str]]:
    start(place, *arguments, code=SPY)
    spied = json.loads((place / "spied.json").read_text())
    return spied["code"], set(spied["modules"])


def foreign(place: Path, *arguments: str) -> set[str]:
    """What a command loads besides ourselves, click and the light part of the standard library."""
    _, modules = loaded(place, *arguments)
    known = LIGHT | set(sys.stdlib_module_names) - {"sqlite3"} | {"sitecustomize", "usercustomize"}
    return {name for name in modules - known if not name.startswith("_")}


# What asks the app for its keys, and what runs until it is stopped (`tests/serving`).
OF_THE_APP = {"config check", "config keys", "serve"}


def test_every_command_is_tried_here() -> None:
    assert set(COMMANDS) | OF_THE_APP == leaves(program)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_loads_textual(place: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBASSESS_CONFIG", str(place / "config.toml"))
    code, modules = loaded(place, "--pack", "pack", *command.split(), *COMMANDS[command])
    assert "textual" not in modules
    assert code == (2 if command in NEEDS_SELLER or command.startswith("step") else 0)


@pytest.mark.parametrize("arguments", [["--version"], ["completion", "zsh"]])
def test_words_about_the_program_load_only_click(place: Path, arguments: list[str]) -> None:
    assert not foreign(place, *arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["assess", "--help"], []])
def test_what_knows_the_shapes_of_options_or_settings_loads_msgspec_besides(place: Path, arguments: list[str]) -> None:
    assert foreign(place, *arguments) <= {"msgspec", "typing_extensions"}


def test_without_a_terminal_nothing_but_a_hint_is_written(place: Path) -> None:
    done = start(place)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cbassess assess" in done.stderr
    assert b"\x1b" not in done.stderr


def test_a_reader_that_goes_away_is_no_complaint(place: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = start(place, "--pack", "pack", "assess", "answers.toml", capture_output=False, stdout=writing, stderr=-1)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_told(place: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start(place, "--pack", "pack", "assess", "answers.toml", capture_output=False, stdout=full, stderr=-1)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["The output cannot be written: No space left on device."]


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "utf-8"])
def test_no_encoding_makes_the_output_fail(place: Path, encoding: str) -> None:
    (place / "answers.toml").write_text(ANSWERS.replace("Lumen", "深圳 ✓ €"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = start(place, "--pack", "pack", "assess", "answers.toml", env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode(encoding)
    assert ("深圳" in shown) is (encoding in ("gbk", "utf-8"))
    assert "Trading" in shown


def test_answers_on_stdin_may_be_of_any_bytes(place: Path) -> None:
    done = start(place, "--pack", "pack", "answer", "--seller", "A", stdin=None, input=b"\xff\xfe\n2\nq\n")
    assert done.returncode == 0
    assert b"has no option" in done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(place: Path, closed: str) -> None:
    command = f"exec {sys.executable} -m cbassess --pack pack import answers.toml --seller A {closed}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=place, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
    assert start(place, "history").stdout.count(b"2026-Q4") == 1


def test_the_module_is_the_command(place: Path) -> None:
    assert start(place, "--version").stdout.startswith(b"cbassess, version ")
