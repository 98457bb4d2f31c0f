"""Writing down that translations were looked at."""

from __future__ import annotations

from pathlib import Path

from cbassess.errors import UsageError
from cbassess.packs.folders import read_folder
from cbassess.packs.originals import renewed


def note_translated(folder: Path, language: str, rows: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Write the `originals.toml` of a language again; the files written. UsageError where that cannot be done."""
    written = []
    for name, text in renewed(read_folder(folder), language, rows).items():
        path = folder / name
        if path.is_symlink():
            raise UsageError(str(path), "is-link", "This file is a link.", "Put the file itself here.")
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            message = f"The file cannot be written: {error.strerror}."
            raise UsageError(str(path), "cannot-write", message, "Check who owns the folder.") from error
        written.append(path)
    return tuple(written)
