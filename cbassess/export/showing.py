"""A folder in a window of the system's own, where it has one.

Nothing is opened that could write into our terminal: without a desktop, some systems start a browser for text there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SECONDS = 3.0
"""How long a program may take to say that it failed; one that is still running then has a window open."""


def can_show() -> bool:
    """Whether a window can be opened in front of the person."""
    return sys.platform == "win32" or bool(_program())


def show_folder(folder: Path) -> bool:
    """Open the folder in a window; whether that worked. It may take some seconds."""
    if sys.platform == "win32":
        return _started(folder)
    program = _program()
    return bool(program) and _ran(program, folder.absolute())


def _program() -> str:
    """The program that opens folders here; empty where there is none, or no desktop to open them on."""
    if sys.platform == "darwin":
        return "" if "SSH_CONNECTION" in os.environ else shutil.which("open") or ""
    if "WSL_DISTRO_NAME" in os.environ:
        return shutil.which("explorer.exe") or ""
    has_desktop = any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY"))
    return (shutil.which("xdg-open") or "") if has_desktop else ""


def _ran(program: str, folder: Path) -> bool:
    quiet = subprocess.DEVNULL
    try:
        # In the folder and named by a dot: Windows would not know the path that Linux has for it.
        running = subprocess.Popen(  # noqa: S603 - a program of the system, and no argument of anybody's
            [program, "."], cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        code = running.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
    return code == 0 or program.endswith("explorer.exe")  # which says 1 whatever happens


def _started(folder: Path) -> bool:
    try:
        getattr(os, "startfile")(folder)  # noqa: B009 - only Windows has it
    except OSError:
        return False
    return True
