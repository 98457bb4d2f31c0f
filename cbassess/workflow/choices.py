"""What a person chooses while the app runs, remembered in the settings."""

from __future__ import annotations

from pathlib import Path

from cbassess.errors import UsageError
from cbassess.export.writing import write_file
from cbassess.settings import changed, settings_file, settings_in, starting_text


def remember(name: str, value: str | bool) -> Path:
    """Set one setting in the file; comments and everything else in it stay.

    Returns:
        the file.

    Raises:
        SettingsError: what stands in the file is wrong, so it is left as it is.
        UsageError: the file cannot be read or written.
    """
    file = _file()
    text = _text(file)
    settings_in(text.encode(), file)
    _write(file, changed(text, name, value))
    return file


def begin_settings() -> Path:
    """Write a file that changes nothing and has every setting with its meaning; UsageError where there is one."""
    file = _file()
    if file.exists():
        hint = "Open it in an editor, or move it away first."
        raise UsageError(str(file), "file-exists", "There are settings already.", hint)
    _write(file, starting_text())
    return file


def _file() -> Path:
    file = settings_file()
    if file is None:
        hint = "Name a file in CBASSESS_CONFIG."
        raise UsageError("settings", "cannot-write", "You have no home folder to keep settings in.", hint)
    return file.resolve()  # a link into somebody's own collection of settings stays one


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or "it is not UTF-8"
        hint = "Mend its rights, or name another file in CBASSESS_CONFIG."
        raise UsageError(str(file), "cannot-read", f"The settings cannot be read: {cause}.", hint) from error


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        raise UsageError(str(file.parent), "cannot-write", message, "Name another file in CBASSESS_CONFIG.") from error
    write_file(file, text, force=True)
