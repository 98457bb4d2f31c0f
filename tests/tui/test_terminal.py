"""What only shows in a terminal: signals, what is left behind, what is written."""

from __future__ import annotations

import re
import signal
import sqlite3
import sys
import termios
from pathlib import Path

import pytest

from tests.packs_for_tests import tiny_pack

if sys.platform == "win32":
    pytest.skip("pseudo terminals are POSIX", allow_module_level=True)

from tests.tui.terminal import SHOW, Terminal

CRASH = """
import sys
from pathlib import Path
from cbassess.tui.running import run
from cbassess.tui.screens.home import HomeScreen

def fail(self):
    secret = "turnover 9,999,999"
    raise RuntimeError("a fault")

HomeScreen.action_new_seller = fail
sys.exit(run(Path(sys.argv[1])))
"""

DEAF = """
import signal, sys
from pathlib import Path
from cbassess.tui import leaving
from cbassess.tui.running import run

leaving.SIGNALS = ()
signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.exit(run(Path(sys.argv[1])))
"""

LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def pack_folder(tmp_path: Path) -> str:
    return str(tiny_pack(tmp_path))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_in_order_and_the_answers_are_there(tmp_path: Path, pack_folder: str, number: int) -> None:
    home = tmp_path / "home"
    with Terminal(SHOW, pack_folder, home=home) as terminal:
        terminal.wait_for("Welcome")
        terminal.type("n")
        terminal.wait_for("A new seller")
        terminal.type("Lamps\r")
        terminal.wait_for("direction")
        terminal.type("2")
        terminal.wait_for("saved")
        terminal.signal(number)
        assert terminal.finish() == 128 + number
        assert termios.tcgetattr(terminal._master) == terminal.settings
        assert LEAVES_ALTERNATE_SCREEN in terminal.written
    (database,) = home.glob("*.sqlite3")
    with sqlite3.connect(database) as found:
        assert found.execute("SELECT item_id FROM answers").fetchall() == [("profile.side",)]


def test_when_the_terminal_goes_away_it_goes_too_and_the_answers_are_there(tmp_path: Path, pack_folder: str) -> None:
    home = tmp_path / "home"
    with Terminal(SHOW, pack_folder, home=home) as terminal:
        terminal.wait_for("Welcome")
        terminal.type("n")
        terminal.wait_for("A new seller")
        terminal.type("Lamps\r")
        terminal.wait_for("direction")
        terminal.type("2")
        terminal.wait_for("saved")
        terminal.close()
        assert terminal.finish(10) == 128 + signal.SIGHUP
    (database,) = home.glob("*.sqlite3")
    with sqlite3.connect(database) as found:
        assert found.execute("SELECT item_id FROM answers").fetchall() == [("profile.side",)]


def test_it_can_be_paused_and_goes_on(tmp_path: Path, pack_folder: str) -> None:
    with Terminal(SHOW, pack_folder, home=tmp_path / "home") as terminal:
        terminal.wait_for("Welcome")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for(LEAVES_ALTERNATE_SCREEN.decode())
        terminal.wait_until_stopped()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("Welcome")
        terminal.type("q")
        assert terminal.finish() == 0
        assert termios.tcgetattr(terminal._master) == terminal.settings


def test_a_terminal_that_goes_away_without_a_signal_ends_it_too(tmp_path: Path, pack_folder: str) -> None:
    with Terminal(DEAF, pack_folder, home=tmp_path / "home") as terminal:
        terminal.wait_for("Welcome")
        terminal.hang_up()
        assert terminal.finish() == 128 + signal.SIGHUP


def test_q_ends_it_with_0_and_the_terminal_as_it_was(tmp_path: Path, pack_folder: str) -> None:
    with Terminal(SHOW, pack_folder, home=tmp_path / "home") as terminal:
        terminal.wait_for("Welcome")
        terminal.type("q")
        assert terminal.finish() == 0
        assert termios.tcgetattr(terminal._master) == terminal.settings


def test_a_fault_of_ours_ends_it_with_1_and_tells_no_secret(tmp_path: Path, pack_folder: str) -> None:
    with Terminal(CRASH, pack_folder, home=tmp_path / "home") as terminal:
        terminal.wait_for("Welcome")
        terminal.type("n")
        assert terminal.finish() == 1
        told = terminal.written.decode()
        assert "RuntimeError" in told
        assert "This is a fault in cbassess" in told
        # The source line may be shown; the variables of the frame may not.
        assert "locals" not in told
        assert told.count("9,999,999") <= 1


COLOUR = re.compile(r"\x1b\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])\b[0-9;]*m")


def test_without_colour_no_colour_is_written(tmp_path: Path, pack_folder: str) -> None:
    for environment, coloured in (({"NO_COLOR": "1"}, False), ({}, True)):
        with Terminal(SHOW, pack_folder, home=tmp_path / "home", environment=environment) as terminal:
            terminal.wait_for("Welcome")
            terminal.type("n")
            terminal.wait_for("A new seller")
            terminal.type("\x11")
            terminal.finish()
            assert bool(COLOUR.search(terminal.written.decode())) is coloured


def test_a_hostile_name_steers_no_terminal(tmp_path: Path, pack_folder: str) -> None:
    with Terminal(SHOW, pack_folder, home=tmp_path / "home") as terminal:
        terminal.wait_for("Welcome")
        terminal.type("n")
        terminal.wait_for("A new seller")
        terminal.type("\x1b[200~a\x1b]0;owned\x07b\x9b31mc\x1b[201~")
        terminal.wait_for("owned")
        terminal.type("\r")
        terminal.wait_for("direction")
        terminal.type("\x11")
        terminal.finish()
        # Textual tells the terminal the shape of the mouse pointer by itself; all else would be the name's.
        written = re.sub(rb"\x1b\]22;[a-z-]*\x07", b"", terminal.written)
        assert b"\x1b]" not in written
        assert b"\x07" not in written
        assert "\x9b".encode() not in written
