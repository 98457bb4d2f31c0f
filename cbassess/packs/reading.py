"""The only reader of files that somebody else wrote: bytes in, checked text and data out.

A pack or an answers file may come from anybody. So what is not a plain file is not opened, what is
large is not read, what is deep is not walked by recursion, and every fault becomes a problem.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import tomli

from cbassess.errors import Problem
from cbassess.packs.documents import Document
from cbassess.packs.faults import Fault
from cbassess.packs.inspecting import inspect
from cbassess.packs.quoting import ascii_controls

MAX_BYTES = 2_000_000

# Neither follow a link put there in the meantime, nor wait for the other end of a pipe.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, follow_links: bool = False) -> bytes:
    """The bytes of a plain file of at most MAX_BYTES; Fault says why it is not read.

    follow_links: for a file that the person at the keyboard named; never for files inside a pack.
    """
    try:
        return _read_plain(Path(os.path.realpath(path)) if follow_links else path)
    except FileNotFoundError:
        raise Fault("missing-file", "There is no such file.", "Check the name.") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise Fault("unreadable-file", f"The file cannot be read: {reason}.") from None


def _read_plain(path: Path) -> bytes:
    check_plain(os.lstat(path))
    descriptor = os.open(path, _OPEN_FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        check_plain(os.fstat(descriptor))
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_large()
    return content


def check_plain(status: os.stat_result) -> None:
    """Fault unless the status is that of a plain file of allowed size."""
    if stat.S_ISLNK(status.st_mode):
        raise Fault("linked-file", "This is a symbolic link.", "Put the file itself here.")
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a plain file"
        raise Fault("not-a-file", f"This is {kind}.", "Name a plain file.")
    if status.st_size > MAX_BYTES:
        raise _too_large()


def _too_large() -> Fault:
    return Fault("too-large", f"The file has more than {MAX_BYTES // 1_000_000} MB.", "Split it.")


def decode(content: bytes) -> str:
    """The bytes as text, without a leading byte order mark; Fault when they are not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Fault("not-utf8", "This is not text in UTF-8.", "Save the file as UTF-8.", line) from None
    # A binary file of low bytes is valid UTF-8; TOML and JSON would only say "invalid statement".
    if "\0" in text:
        raise Fault("not-utf8", "This is not a text file.", "Save the file as text in UTF-8.")
    return text


def parse_toml(text: str) -> dict[str, object]:
    """The data of a TOML text; Fault with the line where it breaks the rules."""
    return _parse(text, tomli.loads)


def line_beyond_toml_1_0(text: str) -> int | None:
    """Line at which a valid TOML text uses version 1.1, which other readers refuse; None if it does not."""
    try:
        _parse(text, tomllib.loads)
    except Fault as fault:
        return fault.line
    return None


def _parse(text: str, loads: Callable[[str], dict[str, object]]) -> dict[str, object]:
    # Also MemoryError: it is what some parsers make of too deep nesting.
    try:
        return loads(text)
    except (tomli.TOMLDecodeError, tomllib.TOMLDecodeError) as error:
        reason, _, place = str(error).partition(" (at ")
        line = int(found.group(1)) if (found := re.match(r"line (\d+)", place)) else text.count("\n") + 1
        raise Fault("bad-toml", f"This is not TOML: {ascii_controls(reason)}.", "", line) from None
    except (RecursionError, MemoryError):
        raise Fault("too-deep", "The nesting is far too deep to be read.") from None
    except ValueError:
        raise Fault("bad-toml", "A number in this file is too long to be read.") from None


def toml_document(name: str, content: bytes) -> Document:
    """A document from the bytes of a TOML file; Fault when there is none in them."""
    text = decode(content)
    return Document(name, text, parse_toml(text))


def toml_problems(document: Document) -> Iterator[Problem]:
    """What is wrong with the texts and the nesting of a document."""
    for path, fault in inspect(document.data):
        yield document.spot(*path).fault(fault)


def version_problems(document: Document) -> Iterator[Problem]:
    """A warning where a document uses TOML 1.1. It costs a second, slow parser, so only checks ask."""
    line = line_beyond_toml_1_0(document.text)
    if line is not None:
        yield document.spot().problem("toml-version", "Only TOML 1.1 allows what is written here.", line=line)
