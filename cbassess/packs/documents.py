"""Documents and the places in them, so that every problem can say where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from cbassess.errors import Problem
from cbassess.packs.codes import CODES
from cbassess.packs.faults import Fault
from cbassess.packs.locating import Path, lines_of_toml
from cbassess.packs.quoting import plain

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Document(Struct, frozen=True, dict=True):
    """A file of a pack, or an answers file, as it was read.

    Attributes:
        name: name for problems; relative to the pack where the file is a pack's.
        text: the whole text; empty where the file could not be read.
        data: what the text says.
    """

    name: str
    text: str = ""
    data: Mapping[str, object] = field(default_factory=dict)

    def spot(self, *path: str | int) -> Spot:
        """The place of a value in this document; the document as a whole without arguments."""
        return Spot(self, path)

    def line_of(self, path: Path) -> int:
        """Line of the value at `path`, or of the nearest table around it; 0 where it is not known."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._lines:
                return self._lines[path[:end]]
        return 0

    @cached_property
    def _lines(self) -> Mapping[Path, int]:
        return lines_of_toml(self.text)


class Spot(Struct, frozen=True):
    """A place in a document: the file and the path to a value."""

    document: Document
    path: Path = ()

    def __truediv__(self, step: str | int) -> Spot:
        """The place of a key or of a list entry below this one."""
        return Spot(self.document, (*self.path, step))

    @property
    def keys(self) -> frozenset[str]:
        """The keys that stand in the table at this place; none where there is no table."""
        found: Any = self.document.data
        for step in self.path:
            found = found[step]
        return frozenset(found) if isinstance(found, Mapping) else frozenset()

    def problem(self, code: str, message: str, hint: str = "", line: int = 0) -> Problem:
        """A problem at this place. The code is one of `codes.CODES`, whose cure stands in for a missing hint."""
        entry = CODES[code]
        line = line or self.document.line_of(self.path)
        name = plain(self.document.name)
        return Problem(name, line, dotted(self.path), code, message, hint or entry.cure, entry.severity)

    def fault(self, fault: Fault) -> Problem:
        """The problem that a fault is at this place."""
        return self.problem(fault.code, fault.message, fault.hint, fault.line)


def dotted(path: Path) -> str:
    """A path as people read it: `items[2].options[0].text`; counted from 0 as in the file's data."""
    text = ""
    for step in path[:40]:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += ("." if text else "") + (step if _BARE_KEY.fullmatch(step) else f'"{plain(step)}"')
    return text
