"""The app in a real (pseudo) terminal, as a process of its own."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]

SHOW = """
import sys
from pathlib import Path
from cbassess.tui.running import run
sys.exit(run(Path(sys.argv[1])))
"""


class Terminal:
    """Starts a Python script that opens the app, types into it, and collects what it writes."""

    def __init__(self, script: str, *arguments: str, home: Path, environment: dict[str, str] | None = None) -> None:
        self.written = b""
        self.code: int | None = None
        self._looked_at = 0
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            os.environ.update(
                {
                    "CBASSESS_HOME": str(home),
                    "TERM": "xterm-256color",
                    "COLORTERM": "truecolor",
                    "PYTHONPATH": str(ROOT),
                },
                **(environment or {}),
            )
            os.execv(sys.executable, [sys.executable, "-c", script, *arguments])  # noqa: S606
        ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.settings = termios.tcgetattr(self._master)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        self.close()

    def wait_for(self, text: str, seconds: float = 30) -> None:
        """Read until the text is written anew; TimeoutError, with the end of what was written, if it is not."""
        end = time.monotonic() + seconds
        while (place := self.written.find(text.encode(), self._looked_at)) < 0:
            if time.monotonic() > end or not self._read(0.2):
                raise TimeoutError(f"{text!r} never came; the end is {self.written[-500:]!r}")
        self._looked_at = place + 1

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def close(self) -> None:
        """The window of the terminal is closed."""
        if self._master >= 0:
            os.close(self._master)
        self._master = -1

    def signal(self, number: int) -> None:
        os.kill(self._pid, number)

    def wait_until_stopped(self) -> None:
        """Wait until the process stands still; one that ends is no answer."""
        _, status = os.waitpid(self._pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def hang_up(self) -> None:
        """The terminal goes away."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)

    def finish(self, seconds: float = 30) -> int:
        """Read to the end; the exit code."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self._read(0.1):
                time.sleep(0.05)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self._read(0)
                self.code = os.waitstatus_to_exitcode(status)
                return self.code
        raise TimeoutError(f"still running; the end is {self.written[-500:]!r}")

    def _read(self, seconds: float) -> bool:
        """Take what is there; False once the other side is gone."""
        while self._master >= 0 and select.select([self._master], [], [], seconds)[0]:
            try:
                found = os.read(self._master, 65_536)
            except OSError:
                return False
            if not found:
                return False
            self.written += found
            seconds = 0
        return True
