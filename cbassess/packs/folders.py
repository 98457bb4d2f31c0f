"""The files of a pack: which there are, what is in them, and their common hash.

What is in them is parsed when it is asked for; a pack that was read before is known by the hash alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from cbassess.errors import PackError, Problem
from cbassess.packs.faults import Fault
from cbassess.packs.raw_files import read_bytes

if TYPE_CHECKING:
    from cbassess.packs.documents import Document, Spot

PARTS = ("questions", "rules")
MAX_FILES = 500
MAX_PACK_BYTES = 10_000_000
MAX_FOLDERS_DEEP = 3


class Shelf(Struct):
    """All TOML files of a pack, by name relative to it, with what is wrong with them.

    Attributes:
        contents: `questions/brand.toml` -> bytes; only files that could be read.
        names: all names, also of files that could not be read.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _documents: dict[str, Document | None] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """SHA-256 over names and bytes of all files, in the order of names."""
        digest = hashlib.sha256()
        for name in sorted(self.contents):
            content = self.contents[name]
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()

    def document(self, name: str) -> Document | None:
        """The document of this name; None, with a problem kept, where there is none that can be used."""
        if name not in self._documents:
            self._documents[name] = self._read(name)
        return self._documents[name]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were asked for so far and can be used."""
        return tuple(document for document in self._documents.values() if document is not None)

    def _read(self, name: str) -> Document | None:
        from cbassess.packs.reading import toml_document, toml_problems

        if name not in self.contents:
            if name not in self.names:  # a file that is there but cannot be read has its problem already
                self.problems.append(_spot(name).problem("missing-file", "This file must be there."))
            return None
        try:
            document = toml_document(name, self.contents[name])
        except Fault as fault:
            self.problems.append(_spot(name).fault(fault))
            return None
        found = list(toml_problems(document))
        self.problems += found
        return None if any(problem.code == "too-deep" for problem in found) else document


def read_folder(folder: Path) -> Shelf:
    """Read all TOML files of the pack in `folder`; PackError where it is no pack at all."""
    for part in PARTS:
        if not _is_folder(folder / part):
            message = f"The folder has no folder `{part}` in it."
            raise PackError([_spot(str(folder)).problem("not-a-pack", message, "Name the folder that holds both.")])
    shelf = Shelf()
    try:
        for part in PARTS:
            _collect(folder, part, shelf)
    except Fault as fault:  # far too much: what was found so far says nothing about the pack
        raise PackError([_spot(str(folder)).fault(fault)]) from None
    return shelf


def _collect(folder: Path, part: str, shelf: Shelf) -> None:
    for name in _names(folder, part, shelf):
        shelf.names.append(name)
        try:
            content = read_bytes(folder / name)
        except Fault as fault:
            shelf.problems.append(_spot(name).fault(fault))
            continue
        shelf.contents[name] = content
        if sum(map(len, shelf.contents.values())) > MAX_PACK_BYTES:
            raise Fault("too-large", f"The pack has more than {MAX_PACK_BYTES // 1_000_000} MB.")


def _names(folder: Path, part: str, shelf: Shelf, depth: int = 1) -> Iterator[str]:
    """Names of the TOML files below a part of the pack, in order; links are refused."""
    for entry in _entries(folder, part, shelf):
        name = f"{part}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and depth < MAX_FOLDERS_DEEP:
            yield from _names(folder, name, shelf, depth + 1)
        elif entry.is_symlink() or entry.name.endswith(".toml"):
            yield name


def _entries(folder: Path, part: str, shelf: Shelf) -> list[os.DirEntry[str]]:
    """What lies in a folder of the pack, by name; nothing, with a problem kept, where that cannot be seen."""
    if (folder / part).is_symlink():
        message = "This folder is a symbolic link."
        shelf.problems.append(_spot(part).problem("linked-file", message, "Put the folder itself here."))
        return []
    try:
        with os.scandir(folder / part) as entries:
            found = list(islice(entries, MAX_FILES + 1))
    except OSError as error:
        shelf.problems.append(_spot(part).problem("unreadable-file", f"The folder cannot be read: {error.strerror}."))
        return []
    if len(found) + len(shelf.names) > MAX_FILES:
        raise Fault("too-many", f"The pack has more than {MAX_FILES} files.")
    return sorted(found, key=lambda entry: entry.name)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be looked into
        return False


def _spot(name: str) -> Spot:
    from cbassess.packs.documents import Document

    return Document(name).spot()
