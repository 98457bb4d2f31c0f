"""A new pack: a copy of the small one that lies beside this file."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from cbassess.cli.folders import make_empty
from cbassess.errors import UsageError


def write_starter(folder: Path) -> None:
    """Copy the starting pack into a folder that is empty or does not exist yet.

    Raises:
        UsageError: the folder holds something already, or cannot be written.
    """
    make_empty(folder)
    try:
        _copy(files("cbassess.cli") / "starter_pack", folder)
    except OSError as error:
        message = f"The pack cannot be written: {error.strerror}."
        raise UsageError(str(folder), "cannot-write", message, "Name a folder elsewhere.") from error


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.is_dir():
            _copy(entry, target / entry.name)
        else:
            (target / entry.name).write_bytes(entry.read_bytes())
