"""What is left on a disk after a power cut, worked out from a record of what was done to it.

What was written since the last sync of a file may be there, in part or not at all, in any mixture. A name that was
made, and one that was removed, are certain only once the folder was synced: SQLite does that with the first sync of
a new journal, and when it removes one with `synchronous=EXTRA`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SECTOR = 512


@dataclass
class File:
    """A file: what is certain, and what is not yet."""

    certain: bytes = b""
    pending: list[tuple[Any, ...]] = field(default_factory=list)
    named: bool = False
    removed: bool = False
    before: File | None = None
    """The file of this name that was removed before, as long as that is not certain."""

    def sync(self) -> None:
        for change in self.pending:
            self.certain = applied(self.certain, change)
        self.pending.clear()
        self.named, self.before = True, None

    def after_a_cut(self, chance: random.Random) -> bytes | None:
        """The bytes that are found, or None when there is no such file."""
        older = self.before.after_a_cut(chance) if self.before else None
        if (not self.named and chance.random() < 0.5) or (self.removed and chance.random() < 0.5):
            return older
        found = self.certain
        for change in self.pending:
            if chance.random() < 0.5:
                found = applied(found, torn(change, chance))
        return found


def applied(content: bytes, change: tuple[Any, ...]) -> bytes:
    """The content after a write or a truncation."""
    if change[0] == "truncate":
        return content[: change[1]].ljust(change[1], b"\0")
    _, offset, data = change
    return content[:offset].ljust(offset, b"\0") + data + content[offset + len(data) :]


def torn(change: tuple[Any, ...], chance: random.Random) -> tuple[Any, ...]:
    """One change in five reaches the disk only up to some sector."""
    if change[0] == "write" and chance.random() < 0.2:
        _, offset, data = change
        return ("write", offset, data[: SECTOR * chance.randrange(1 + len(data) // SECTOR)])
    return change


class Platter:
    """The files of a disk while a record is played back."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {path: File(content, named=True) for path, content in files.items()}

    def play(self, events: Iterable[tuple[Any, ...]]) -> None:
        for operation, path, *details in events:
            match operation:
                case "open":
                    self._files[path] = File(before=self._files.get(path))
                case "write" | "truncate":
                    self._files[path].pending.append((operation, *details))
                case "sync":
                    self._files[path].sync()
                case "delete" if details[0]:
                    del self._files[path]
                case "delete":
                    self._files[path].removed = True

    def cut(self, chance: random.Random, folder: Path) -> None:
        """Lay what is found after a cut into a folder."""
        for path, file in self._files.items():
            if (content := file.after_a_cut(chance)) is not None:
                (folder / Path(path).name).write_bytes(content)
