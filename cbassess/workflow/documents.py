"""Documents out: into a format, into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cbassess.export import formats, naming, showing, writing
from cbassess.model.comparison import Comparison

if TYPE_CHECKING:
    from cbassess.model.documents import Document


def format_names() -> tuple[str, ...]:
    """Names of the formats that can be written."""
    return tuple(formats.FORMATS)


def is_text(format_name: str) -> bool:
    """Whether the format can be read in a terminal; UsageError where there is no such format."""
    return formats.known(format_name).text


def has_letters(format_name: str) -> bool:
    """Whether files of this format hold letters, as HTML does; UsageError where there is no such format."""
    return formats.known(format_name).letters


def ending(format_name: str) -> str:
    """The ending of a file of this format, with its dot; UsageError where there is no such format."""
    return formats.known(format_name).ending


def format_of(path: Path) -> str:
    """The format that the ending of a file says; UsageError names the endings that there are."""
    return formats.by_ending(path.suffix)


def file_name(document: Document, format_name: str, with_seller: bool = False) -> str:
    """A name for the file of a document; it tells whose it is only `with_seller`."""
    return naming.file_name(document, ending(format_name), with_seller)


def render(document: Document, format_name: str) -> str:
    """The document in a format that is text; UsageError where there is no such format."""
    return formats.render(document, format_name)


def rendered(document: Document, format_name: str, since: Comparison | None = None) -> bytes:
    """The document in a format as the bytes of a file; `since`: how it compares with the wave before.

    UsageError where there is no such format, or what it needs is not installed.
    """
    return formats.rendered(document, format_name, since)


def write_file(path: Path, content: str | bytes, force: bool = False) -> None:
    """Write a whole new file or none; an existing one is replaced only with `force`."""
    writing.write_file(path, content, force)


def can_show() -> bool:
    """Whether a folder can be shown in a window in front of the person."""
    return showing.can_show()


def show_folder(folder: Path) -> bool:
    """Show a folder in a window of the system's own; whether that worked. It may take some seconds."""
    return showing.show_folder(folder)
