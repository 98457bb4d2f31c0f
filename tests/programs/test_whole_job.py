"""The whole job in a real terminal, with real keys: answer, results, plan, export, a second wave, compare."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

TMUX = shutil.which("tmux")
pytestmark = [
    pytest.mark.skipif(not TMUX, reason="tmux is not installed"),
    pytest.mark.timeout(600),
]

ROOT = Path(__file__).parents[2]
QUESTIONS = 120
"""More than the pack has: the way through the questions ends before."""


class Tmux:
    """A terminal of its own, on a server of its own, in which one program runs."""

    def __init__(self, command: str, folder: Path) -> None:
        self._server = f"cbassess-{os.getpid()}"
        self._tell("-f", os.devnull, "new-session", "-d", "-x", "100", "-y", "30", "-c", str(folder), command)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        subprocess.run([str(TMUX), "-L", self._server, "kill-server"], capture_output=True)

    def press(self, *keys: str) -> None:
        self._tell("send-keys", *keys)

    def screen(self) -> str:
        return self._tell("capture-pane", "-p")

    def wait_for(self, *texts: str, seconds: float = 60) -> str:
        """The screen on which one of the texts stands."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            shown = self.screen()
            if any(text in " ".join(shown.split()) for text in texts):
                return shown
            time.sleep(0.1)
        raise TimeoutError(f"none of {texts} came:\n{self.screen()}")

    def wait_for_the_next(self, before: str, seconds: float = 60) -> None:
        """Until another question is there: one that was just answered still shows its mark."""
        end = time.monotonic() + seconds
        while (shown := self.screen()) == before or any(mark in shown for mark in ("(*)", "[x]")):
            if time.monotonic() > end:
                raise TimeoutError(f"nothing moved:\n{before}")
            time.sleep(0.05)

    def wait_until_gone(self, seconds: float = 30) -> None:
        """Until the program has ended, and its terminal with it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.screen()
            except subprocess.CalledProcessError:
                return
            time.sleep(0.1)
        raise TimeoutError(f"still there:\n{self.screen()}")

    def _tell(self, *arguments: str) -> str:
        command = [str(TMUX), "-L", self._server, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Tmux]:
    environment = {"CBASSESS_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    told = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
    with Tmux(f"env {told} {shlex.quote(sys.executable)} -m cbassess", tmp_path) as opened:
        yield opened


def test_from_the_first_answer_to_the_comparison(terminal: Tmux, tmp_path: Path) -> None:
    terminal.wait_for("Press Enter to begin")
    terminal.press("Enter")
    terminal.wait_for("A new seller")
    terminal.press("-l", "Night shift lamps")
    terminal.press("Enter")

    terminal.wait_for("In which direction do you sell")
    terminal.press("2", "Enter")
    terminal.wait_for("saved")
    answer_the_rest(terminal)

    shown = terminal.wait_for("Do these first")
    assert "Export: the rise of emerging markets" in " ".join(shown.split())
    terminal.press("p")
    terminal.wait_for("Night shift lamps 20", "Plan")
    terminal.press("e")
    terminal.wait_for("Write")
    terminal.press("Enter")
    terminal.wait_for("Written:")
    (written,) = [path for path in tmp_path.iterdir() if path.is_file()]
    assert written.read_bytes().strip()
    terminal.press("Escape")
    go_home(terminal)

    terminal.press("w")
    terminal.wait_for("has answers for")
    terminal.press("w")
    terminal.wait_for("section 1 of")
    terminal.press("3", "Enter")
    terminal.wait_for("saved")
    go_home(terminal)
    terminal.press("c")
    terminal.wait_for("-Q4 -> ", "-Q1 -> ", "-Q2 -> ", "-Q3 -> ")
    go_home(terminal)
    terminal.press("q")
    terminal.wait_until_gone()


def answer_the_rest(terminal: Tmux) -> None:
    """The second option where there are options; elsewhere, that one does not know."""
    for _ in range(QUESTIONS):
        before = terminal.screen()
        if "Do these first" in before:
            return
        terminal.press("2", "Enter") if "( )" in before or "[ ]" in before else terminal.press("F3")
        terminal.wait_for_the_next(before)
    raise AssertionError(f"the questions never end:\n{terminal.screen()}")


def go_home(terminal: Tmux) -> None:
    """Esc goes one step back, and on the first screen nothing."""
    for _ in range(8):
        if "n New" in terminal.screen():
            return
        terminal.press("Escape")
        time.sleep(0.8)  # an Esc is told from the beginning of a longer key by the time after it
    raise AssertionError(f"no way back:\n{terminal.screen()}")
