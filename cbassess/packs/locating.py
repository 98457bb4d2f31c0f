"""On which line a value stands: a light scan of TOML that is known to be valid.

The parser keeps no lines, so this reads the text a second time, and only once a problem is to be
shown. It is a best effort: where the scan loses its way, the lines found so far are what there is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from contextlib import suppress

import tomli

Path = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_STRING = re.compile(r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_BARE_VALUE = re.compile(r"[^,\]\}\n#]+")  # at least one character, so that every loop ends
_DOT = re.compile(r"[ \t]*\.[ \t]*")


class _LostError(Exception):
    """The text is not what the scan expects."""


def lines_of_toml(text: str) -> Mapping[Path, int]:
    """Path -> line (from 1) of every key, table and list entry of a TOML text."""
    scan = _Scan(text)
    with suppress(_LostError, IndexError, RecursionError, tomli.TOMLDecodeError):
        scan.document()
    return scan.lines


class _Scan:
    """Walks the text from left to right; one method per form of TOML."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._counts: dict[Path, int] = {}

    def document(self) -> None:
        """Read tables and keys until the text ends."""
        table: Path = ()
        while self._skip_space():
            if self._text.startswith("[[", self._at):
                table = self._header("[[", "]]")
            elif self._text[self._at] == "[":
                table = self._header("[", "]")
            else:
                self._key_and_value(table)

    def _header(self, opening: str, closing: str) -> Path:
        start = self._at
        self._expect(opening)
        keys = self._keys()
        self._expect(closing)
        path: Path = ()
        for key in keys[:-1]:
            path = self._latest(self._note((*path, key), start))
        path = self._note((*path, keys[-1]), start)
        if opening == "[[":
            self._counts[path] = self._counts.get(path, 0) + 1
        return self._note(self._latest(path), start)

    def _latest(self, path: Path) -> Path:
        """The path to the newest entry, where the path is that of a list of tables."""
        return (*path, self._counts[path] - 1) if path in self._counts else path

    def _key_and_value(self, table: Path) -> None:
        start = self._at
        path = table
        for key in self._keys():
            path = self._note((*path, key), start)
        self._expect("=")
        self._value(path)

    def _value(self, path: Path) -> None:
        self._skip_space()
        first = self._text[self._at]
        if first == "[":
            self._list(path)
        elif first == "{":
            self._inline_table(path)
        elif first in "\"'":
            self._take(_STRING)
        else:
            self._take(_BARE_VALUE)

    def _list(self, path: Path) -> None:
        self._expect("[")
        index = 0
        while self._skip_space() and self._text[self._at] != "]":
            self._value(self._note((*path, index), self._at))
            index += 1
            self._skip_comma()
        self._expect("]")

    def _inline_table(self, path: Path) -> None:
        self._expect("{")
        while self._skip_space() and self._text[self._at] != "}":
            self._key_and_value(path)
            self._skip_comma()
        self._expect("}")

    def _keys(self) -> list[str]:
        self._skip_space()
        keys = [self._key()]
        while match := _DOT.match(self._text, self._at):
            self._at = match.end()
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        token = self._take(_KEY)
        if token[0] in "\"'":
            return str(tomli.loads(f"key = {token}")["key"])
        return token

    def _note(self, path: Path, position: int) -> Path:
        """Keep the line of a path; the first mention counts."""
        self.lines.setdefault(path, bisect_right(self._starts, position))
        return path

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _LostError
        self._at = match.end()
        return match.group()

    def _expect(self, token: str) -> None:
        self._skip_space()
        if not self._text.startswith(token, self._at):
            raise _LostError
        self._at += len(token)

    def _skip_comma(self) -> None:
        if self._skip_space() and self._text[self._at] == ",":
            self._at += 1

    def _skip_space(self) -> bool:
        """Move past spaces, line ends and comments; whether anything is left."""
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)
