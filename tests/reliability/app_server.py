"""Runs the real app in a pseudo terminal again and again, answers, and ends it in the middle.

Each line of the input is a JSON object: `home`, `seed`, `end`: the name of a signal, `close` for a terminal that goes
away, `pause` for SIGTSTP and SIGCONT before the app is left with a key. Each line of the output is what was seen.
The app and its libraries are loaded once, and a fork starts in a tenth of the time.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from typing import Any

import pyte

from cbassess.tui import running
from cbassess.workflow import open_pack

DONT_KNOW = b"\x1bOR"  # F3
QUIT = b"\x11"
ROWS, COLUMNS = 40, 120
SELLER = "Kill&Co"
PACK = open_pack()
STEMS = {"".join(item.stem.split())[:60]: item.id for item in PACK.items.values()}


class Seen:
    """What the person at the terminal sees, and the last question that could be read there."""

    def __init__(self, master: int) -> None:
        self.question = ""
        self.not_saved = False
        self.text = ""
        self._master = master
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)

    def read(self, seconds: float) -> bool:
        """Look for so long at most; False when the app is gone."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], rest)[0]:
                try:
                    data = os.read(self._master, 65_536)
                except OSError:
                    return False
                if not data:
                    return False
                self._stream.feed(data)
                self._look()
        return True

    def _look(self) -> None:
        lines = self._screen.display
        beside_the_panel = (line.partition("|")[0] for line in lines)  # a question may stand on two lines
        shown = "".join("".join(beside_the_panel).split())
        self.text = shown
        found = [item for stem, item in STEMS.items() if stem in shown]
        if found:
            self.question = found[-1]
        self.not_saved = self.not_saved or "notsaved" in "".join(lines[0].split())

    def wait_for(self, found: Callable[[], object], seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while not found() and time.monotonic() < end and self.read(0.02):
            pass
        return bool(found())


def start(home: str) -> tuple[int, int]:
    process, master = pty.fork()
    if process == 0:
        os.environ.update(CBASSESS_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        code = 99
        try:
            code = running.run()
        finally:
            os._exit(code)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return process, master


def run(home: str, seed: int, end: str) -> dict[str, Any]:
    chance = random.Random(seed)
    process, master = start(home)
    settings = termios.tcgetattr(master)
    seen = Seen(master)
    try:
        if not seen.wait_for(lambda: SELLER in seen.text):
            return {"error": f"no seller came, only {seen.text[:200]}"}
        os.write(master, b"\r")
        if not seen.wait_for(lambda: seen.question):
            return {"error": f"no question came, only {seen.text[:200]}"}
        if not answer_until(chance.randrange(2, 9), master, seen, chance):
            return {"error": f"the questions came to an end, with {seen.text[:200]}"}
        seen.read(chance.uniform(0, 0.06))
        return {
            **leave(process, master, seen, end),
            "question": seen.question,
            "not_saved": seen.not_saved,
            "restored": end == "close" or termios.tcgetattr(master) == settings,
        }
    finally:
        try:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        if end != "close":
            os.close(master)


def answer_until(count: int, master: int, seen: Seen, chance: random.Random) -> bool:
    """Press the key, up to three times faster than it is taken, until so many questions have been on the screen.

    False if they never are.
    """
    met, end = {seen.question}, time.monotonic() + 30
    while len(met) < count and time.monotonic() < end:
        for _ in range(chance.randrange(1, 4)):
            os.write(master, DONT_KNOW)
            seen.read(chance.uniform(0.0, 0.02))
            met.add(seen.question)
        seen.wait_for(lambda: seen.question not in met, 1)
        met.add(seen.question)
    return len(met) >= count


def leave(process: int, master: int, seen: Seen, end: str) -> dict[str, Any]:
    began = time.monotonic()
    if end == "close":
        os.close(master)
    elif end == "pause":
        os.kill(process, signal.SIGTSTP)
        # It restores the terminal first, for which somebody must read.
        while not os.waitpid(process, os.WNOHANG | os.WUNTRACED)[0]:
            seen.read(0.02)
            if time.monotonic() > began + 20:
                return {"code": None, "seconds": 20}
        os.kill(process, signal.SIGCONT)
        seen.read(0.3)
    else:
        os.kill(process, getattr(signal, end))
    pressed = 0.0
    while time.monotonic() < began + 20:
        # Pressed again and again, as a person would: until the app has the terminal back, the terminal takes this
        # very key for its own.
        if end == "pause" and time.monotonic() > pressed + 1:
            os.write(master, QUIT)
            pressed = time.monotonic()
        gone, status = os.waitpid(process, os.WNOHANG)
        if gone:
            seconds = time.monotonic() - began
            if end not in ("close",):
                seen.read(0.02)
            return {"code": os.waitstatus_to_exitcode(status), "seconds": seconds}
        time.sleep(0.005) if end == "close" else seen.read(0.01)
    return {"code": None, "seconds": time.monotonic() - began}


def say(text: str) -> None:
    """One line of output."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


running.pack_in = lambda *_, **__: PACK  # read once
say("ready")
for line in sys.stdin:
    say(json.dumps(run(**json.loads(line))))
