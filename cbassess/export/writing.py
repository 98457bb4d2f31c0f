"""Writing a report to disk: whole or not at all, for its owner only."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path

from cbassess.durable import sync_folder
from cbassess.errors import UsageError

_PREFIX, _SUFFIX = ".cbassess-", ".part"
_LEFTOVER_SECONDS = 3_600


def write_file(path: Path, content: str | bytes, force: bool = False) -> None:
    """Write the content with mode 0600, text as UTF-8; at every moment the old or the new file is whole.

    Args:
        path: file to write; its folder must exist.
        content: what to write, line feeds as they are.
        force: replace a file that is already there.

    Raises:
        UsageError: the place cannot be written, or is taken. Nothing was changed then.
    """
    try:
        _refuse_bad_place(path, force)
        _sweep_leftovers(path.parent)
        _replace(path, content if isinstance(content, bytes) else content.encode("utf-8", errors="replace"))
    except (OSError, ValueError) as error:
        cause = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise _refusal(
            path, "cannot-write", f"the file cannot be written: {cause}", "Name a file elsewhere."
        ) from error


def _refuse_bad_place(path: Path, force: bool) -> None:
    if not path.parent.is_dir():
        raise _refusal(path, "no-folder", f"there is no folder {str(path.parent)!r}", "Create it, or name another.")
    if path.is_symlink():
        raise _refusal(path, "is-link", "this is a link", "Name the file that it leads to.")
    if path.is_dir():
        raise _refusal(path, "is-folder", "this is a folder", "Name a file in it.")
    if path.exists() and not path.is_file():
        raise _refusal(path, "not-a-file", "this is a device or a pipe", "Name an ordinary file.")
    if path.exists() and not force:
        raise _refusal(path, "file-exists", "the file exists already", "Name another, or add --force to replace it.")


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def _sweep_leftovers(folder: Path) -> None:
    """Remove what an interrupted write of ours left behind, once it is surely no write under way."""
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if leftover.lstat().st_mtime < time.time() - _LEFTOVER_SECONDS:
                leftover.unlink()


def _refusal(path: Path, code: str, message: str, hint: str) -> UsageError:
    return UsageError(str(path), code, message, hint)
