"""The file, read strictly: everything that is wrong is named in one go, with its line and its cure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cbassess.errors import Problem, SettingsError
from cbassess.settings.places import settings_file
from cbassess.settings.table import TABLE, Setting, Settings

MOST_BYTES = 100_000
KEYS = "keys."


def read_settings() -> Settings:
    """The settings of this user; our defaults where there is no file.

    Raises:
        SettingsError: the file cannot be read, or holds something that is no setting.
    """
    file = settings_file()
    if file is None:
        return Settings()
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        hint = "Mend its rights, or name another file in CBASSESS_CONFIG."
        message = f"The settings cannot be read: {error.strerror}."
        raise SettingsError([Problem(str(file), 0, "", "cannot-read", message, hint)]) from error
    return settings_in(content, file)


def settings_in(content: bytes, file: Path) -> Settings:
    """The settings in the bytes of a file; `file` is named in what is wrong."""
    text, found = _parsed(content, file)
    rows = dict(_flat(found))
    lines = {name: _line(name, text) for name in rows}
    wrong = sorted(_wrong(rows, lines, file), key=lambda problem: problem.line)
    if wrong:
        raise SettingsError(wrong)
    values = {one.attribute: rows[one.name] for one in TABLE if one.name in rows}
    known = {one.name for one in TABLE}
    keys = {name.removeprefix(KEYS): _keys(value) for name, value in rows.items() if name not in known}
    return Settings(**values, keys=keys, lines=lines)


def _parsed(content: bytes, file: Path) -> tuple[str, dict[str, Any]]:
    import tomllib  # most people have no such file

    try:
        text = _decoded(content)
        return text, tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # what TOML and UTF-8 raise are ValueErrors
        at = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", str(error))
        line = int(at[1] or len(content.splitlines())) if at else 0
        message = f"This is not TOML: {str(error).replace(at[0], '') if at else error}."
        hint = 'Each line is a setting, such as theme = "dark"; texts stand in quotes.'
        raise SettingsError([Problem(str(file), line, "", "not-toml", message, hint)]) from error


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise ValueError(f"it has more than {MOST_BYTES:,} bytes")
    return content.decode("utf-8-sig")


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Each value with its dotted name: `[keys]` with `home.quit = "x"` is `keys.home.quit`."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value


def _line(name: str, text: str) -> int:
    """The line that sets a name; 0 where it is written in a way that is not followed."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            table = re.sub(r"[\s\"']", "", head[1]) + "."
        elif (given := re.match(r"\s*([^=#]+?)\s*=", line)) and table + re.sub(r"[\s\"']", "", given[1]) == name:
            return number
    return 0


def _wrong(rows: Mapping[str, Any], lines: Mapping[str, int], file: Path) -> Iterator[Problem]:
    known = {one.name: one for one in TABLE}
    for name, value in rows.items():
        at = (str(file), lines[name], name)
        if name in known:
            if not _fits(value, known[name]):
                message = f"{_shown(value)} is not possible here."
                yield Problem(*at, "wrong-setting", message, _expected(value, known[name]))
        elif not name.startswith(KEYS):
            yield Problem(*at, "unknown-setting", "There is no such setting.", near(name, known))
        elif not _are_keys(value):
            hint = 'Write one key, such as "ctrl+n", or a list of them, such as ["n", "ctrl+n"].'
            yield Problem(*at, "wrong-setting", f"{_shown(value)} is no key.", hint)


def _fits(value: object, setting: Setting) -> bool:
    return value in setting.choices if setting.choices else isinstance(value, bool)


def _expected(value: object, setting: Setting) -> str:
    if not setting.choices:
        return "Write true or false."
    close = difflib.get_close_matches(str(value)[:100], setting.choices, n=1)
    choices = ", ".join(f'"{one}"' for one in setting.choices)
    return f'Did you mean "{close[0]}"?' if close else f"It can be: {choices}."


def _are_keys(value: object) -> bool:
    """A text that is not empty, or a list of such texts."""
    several = value if isinstance(value, list) else [value]
    return bool(several) and all(isinstance(one, str) and one.strip() for one in several)


def _keys(value: str | list[str]) -> tuple[str, ...]:
    """Keys as a list, or with commas between them as in the list of keys."""
    several = value.split(",") if isinstance(value, str) and value.strip(" ,") else value
    return tuple(key.strip() for key in several if key.strip())


def near(name: str, names: Iterable[str]) -> str:
    """A hint with the known name that is closest; all of them where none is close and they are few."""
    known = list(names)
    close = difflib.get_close_matches(name[:100], known, n=1)
    if close:
        return f"Did you mean {close[0]}?"
    return f"There is: {', '.join(known)}." if len(known) <= 12 else "See: cbassess config keys."


def _shown(value: object) -> str:
    whole = repr(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return whole if len(whole) <= 60 else f"{whole[:57]}..."
