from __future__ import annotations

import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cbassess.cli import clock, main
from tests.packs_for_tests import tiny_pack

ANSWERS = """\
seller = "Lumen Trading"
as_of = 2026-11-22

[profile]
side = "export"
channels = ["amazon", "own_site"]
hours_per_week = 6
budget = 20000
next_fair = 2027-03-01
trouble = "Copies of our lamps"

[brand]
own_brand = "yes"
mark_filed = "nowhere"
repeat_share = 5
"""


@dataclass(frozen=True)
class Said:
    """What a command line left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder and a day of its own for every test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CBASSESS_HOME", str(folder))
    for name in ("CBASSESS_DEBUG", "CBASSESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))
    umask = os.umask(0o022)
    yield folder
    os.umask(umask)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return tiny_pack(tmp_path)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.toml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in this process; `typed` is what stands on stdin."""

    def run(*arguments: object, typed: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return run
