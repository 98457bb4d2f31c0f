"""Bytes that can be made again, kept for the next start in a folder of the user.

What lies there is trusted as far as the program itself, so it is taken only from a folder and a file that nobody else
can write; else, and where anything at all is wrong, there is nothing, and it is made again. Nothing fails for the
want of a cache, and no answer of a seller ever goes into it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cbassess.version import __version__

VARIABLE = "CBASSESS_HOME"
MOST = 12
"""Files that are kept; the oldest go when one is added."""

ABANDONED = 600.0
"""Seconds after which a file that was never finished is taken away."""

_SUFFIX = ".kept"
_BEGUN = ".begun"
_DIGEST_SIZE = hashlib.sha256().digest_size
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def key_of(*parts: str) -> str:
    """The name of what is made from these parts by this very program under this very Python."""
    return hashlib.sha256("\0".join((*parts, _program(), sys.version)).encode()).hexdigest()[:40]


def find(key: str) -> bytes | None:
    """What was kept under the key; None where there is nothing, or nothing that may be trusted."""
    try:
        folder = _folder()
        if folder is None or not _is_private(folder.lstat(), stat.S_ISDIR):
            return None
        descriptor = os.open(folder / f"{key}{_SUFFIX}", os.O_RDONLY | _NO_LINKS)
        with os.fdopen(descriptor, "rb") as file:
            if not _is_private(os.fstat(descriptor), stat.S_ISREG):
                return None
            digest, content = file.read(_DIGEST_SIZE), file.read()
    except OSError:
        return None
    return content if hashlib.sha256(content).digest() == digest else None


def keep(key: str, content: bytes) -> None:
    """Keep the content under the key, whole or not at all; quietly not, where that cannot be."""
    with contextlib.suppress(OSError):
        folder = _made_folder()
        if folder is not None and _is_private(folder.lstat(), stat.S_ISDIR):
            _write(folder, key, content)
            _tidy(folder)


def _write(folder: Path, key: str, content: bytes) -> None:
    begun = folder / f"{secrets.token_hex(8)}{_BEGUN}"
    descriptor = os.open(begun, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _NO_LINKS, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        begun.replace(folder / f"{key}{_SUFFIX}")
    except OSError:
        begun.unlink(missing_ok=True)
        raise


def _tidy(folder: Path) -> None:
    """Take away what is old: other programs' and other packs' files, and those that were never finished."""
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    begun = [path for path in folder.glob(f"*{_BEGUN}") if path.stat().st_mtime < time.time() - ABANDONED]
    for path in (*kept[MOST:], *begun):
        path.unlink(missing_ok=True)


def _folder() -> Path | None:
    """The folder, whether it is there or not; None where there is no place that is surely the user's own."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen:
        # Modes say nothing on Windows, and a folder that was chosen may lie where others write.
        return None if sys.platform == "win32" else Path(chosen).absolute() / "cache"
    import platformdirs

    folder = platformdirs.user_cache_path("cbassess", appauthor=False)
    return folder if folder.is_absolute() else None


def _made_folder() -> Path | None:
    folder = _folder()
    if folder is None or (os.environ.get(VARIABLE) and not folder.parent.is_dir()):
        return None  # a command that only reads makes no home for the history
    folder.mkdir(0o700, parents=True, exist_ok=True)
    return folder


def _is_private(seen: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    if not is_kind(seen.st_mode):
        return False
    return sys.platform == "win32" or (seen.st_uid == os.geteuid() and not seen.st_mode & 0o077)


@cache
def _program() -> str:
    """Version and source files of the program: while it is being worked on, its version says too little."""
    package = Path(__file__).parent
    seen = []
    for part in ("model", "packs", "engine"):
        with contextlib.suppress(OSError), os.scandir(package / part) as entries:
            for entry in sorted((one for one in entries if one.name.endswith(".py")), key=lambda one: one.name):
                status = entry.stat()
                seen.append(f"{part}/{entry.name} {status.st_size} {status.st_mtime_ns}")
    return "\0".join((__version__, *seen))
