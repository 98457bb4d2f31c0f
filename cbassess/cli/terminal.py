"""What the terminal says that it can do."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cbassess.model.diagnosis import TerminalFacts

# Programs that stand between us and the terminal, by the variable that they set.
_BETWEEN = {"tmux": "TMUX", "screen": "STY", "ssh": "SSH_CONNECTION", "Windows Terminal": "WT_SESSION"}


def is_terminal() -> bool:
    """Whether somebody types and reads at a terminal."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout))


def in_browser() -> bool:
    """Whether `cbassess serve` has opened us for a window of a browser."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def facts() -> TerminalFacts:
    """All of it."""
    from cbassess.model.diagnosis import TerminalFacts

    there = sys.stdout.isatty()
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return TerminalFacts(
        is_terminal=there,
        size=tuple(shutil.get_terminal_size()) if there else (),
        kind=os.environ.get("TERM", ""),
        colours=_colours(),
        encoding=encoding,
        shows_chinese=_can_encode(encoding),
        language=os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG", ""),
        inside=tuple(name for name, variable in _BETWEEN.items() if os.environ.get(variable)),
    )


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "NO_COLOR"
    return os.environ.get("COLORTERM", "") or ("256" if "256color" in os.environ.get("TERM", "") else "")


def _can_encode(encoding: str) -> bool:
    try:
        "深圳".encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True
