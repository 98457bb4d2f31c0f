"""A program in a pseudo terminal, watched with a stopwatch: wall time and the processor time that it took."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

QUIET = 0.06
"""Seconds without a byte after which a repaint is over; Textual paints at most every sixtieth of a second."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the wall, and seconds of a processor."""

    wall: float
    processor: float


class Watched:
    """A Python program in a terminal of 120 by 40 cells, from its start to its end."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.written = b""
        self._last = 0.0
        self._started = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            os.execve(sys.executable, [sys.executable, *arguments], {**inherited, **environment})  # noqa: S606

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._master)

    def until(self, text: str, seconds: float = 60) -> Taken:
        """Time from the start of the process until the text is written; TimeoutError where it never is."""
        wanted, end = text.encode(), time.perf_counter() + seconds
        while wanted not in self.written:
            if not self._read(max(0.0, end - time.perf_counter())):
                raise TimeoutError(f"{text!r} was not written; the end is {self.written[-500:]!r}")
        return Taken(time.perf_counter() - self._started, self._processor())

    def settle(self, quiet: float = QUIET) -> float:
        """Read until nothing has been written for so many seconds and nothing is at work; the moment of the last byte.

        On a busy machine a program may be silent because it waits for its turn: silence alone does not tell that all
        is painted.
        """
        while self._read(quiet) or not self._sleeps():
            pass
        return self._last

    def type(self, keys: str) -> None:
        """Send keys and wait for nothing."""
        os.write(self._master, keys.encode())

    def press(self, key: str) -> Taken:
        """Time from a key to the last byte of what it repaints; TimeoutError where it repaints nothing."""
        processor, pressed = self._processor(), time.perf_counter()
        self.type(key)
        if not self._read(10):
            raise TimeoutError(f"nothing was painted for {key!r}")
        last = self.settle()
        return Taken(last - pressed, self._processor() - processor)

    def _read(self, seconds: float) -> bool:
        """Take what comes within so many seconds; False where nothing does."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._master, 1 << 20)
        except OSError:  # the program has ended
            return False
        self.written += found
        self._last = time.perf_counter()
        return bool(found)

    def _sleeps(self) -> bool:
        """Whether no thread runs or waits for a processor or a disk; true where the system does not tell."""
        try:
            tasks = [task.read_text() for task in Path(f"/proc/{self._pid}/task").glob("*/stat")]
        except OSError:
            return True
        return all(task.rpartition(")")[2].split()[0] == "S" for task in tasks)

    def _processor(self) -> float:
        """Processor seconds of all threads so far; 0 where the system does not tell."""
        tasks = Path(f"/proc/{self._pid}/task")
        try:
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
        except OSError:
            return 0.0
