"""The only reader of texts that somebody else wrote: bytes in, checked text and data out.

What is deep is not walked by recursion, and every fault becomes a problem.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator

import tomli

from cbassess.errors import Problem
from cbassess.packs.documents import Document
from cbassess.packs.faults import Fault
from cbassess.packs.inspecting import inspect
from cbassess.packs.quoting import ascii_controls


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
