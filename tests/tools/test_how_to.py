"""What a page shows below a command is what the command prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cbassess.cli import main

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "reach-a-goal.md"
SHOWN = re.compile(r"```sh\ncbassess (.+?)\n```\n\n(?:[^`\n][^`]*?\n\n)?```text\n(.+?)\n```", re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), SHOWN.findall(PAGE.read_text(encoding="utf-8")))
def test_the_page_shows_what_is_printed(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(command)) == 0
    assert shown in capsys.readouterr().out


def test_the_page_shows_something() -> None:
    assert len(SHOWN.findall(PAGE.read_text(encoding="utf-8"))) == 2


@pytest.mark.parametrize("line", re.findall(r"^cbassess (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
def test_every_command_of_the_page_works(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(line, comments=True)) == 0
