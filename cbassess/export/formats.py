"""The formats by name. A format's module, and the library that it needs, is imported when it is first used."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from cbassess.errors import UsageError
from cbassess.export.report import InquiryReport
from cbassess.export.reports import report
from cbassess.model.comparison import Comparison

if TYPE_CHECKING:
    from cbassess.model.documents import Document


class Format(Struct, frozen=True):
    """A format: the module with its `render(report) -> str | bytes`, and the ending of its files.

    `text` says whether it is meant to be read in a terminal as well; the others are for files. `rows`: it is made
    of the rows of an assessment or a comparison, and has no room for the answer to a question. `letters`: its bytes
    are letters, and not the bits of a program's own.
    """

    module: str
    ending: str
    text: bool = False
    rows: bool = False
    letters: bool = True


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format("cbassess.export.as_text", ".txt", text=True),
        "md": Format("cbassess.export.as_markdown", ".md", text=True),
        "html": Format("cbassess.export.as_html", ".html"),
        "pdf": Format("cbassess.export.as_pdf", ".pdf", letters=False),
        "docx": Format("cbassess.export.as_docx", ".docx", letters=False),
        "xlsx": Format("cbassess.export.as_xlsx", ".xlsx", rows=True, letters=False),
        "csv": Format("cbassess.export.as_csv", ".csv", rows=True),
        "ics": Format("cbassess.export.as_ics", ".ics", rows=True),
        "json": Format("cbassess.export.as_json", ".json", text=True),
    }
)
"""Name -> format, the default first."""


def known(format_name: str) -> Format:
    """The format of this name; UsageError where there is none."""
    if format_name not in FORMATS:
        raise _unknown(format_name)
    return FORMATS[format_name]


def by_ending(ending: str) -> str:
    """The format of the files that end so (`.xlsx`); UsageError where there is none."""
    for name, one in FORMATS.items():
        if one.ending == ending.lower():
            return name
    endings = ", ".join(one.ending for one in FORMATS.values())
    message = f"the ending {ending!r} says no format" if ending else "the file has no ending that says its format"
    raise UsageError("format", "unknown-format", message, f"Name the format, or end the name in one of: {endings}.")


def render(document: Document, format_name: str) -> str:
    """The document in one of the formats that are text, with a line feed at its end.

    Raises:
        UsageError: there is no such format, or it is for files only.
    """
    if not known(format_name).text:
        raise UsageError(
            "format",
            "needs-file",
            f"{format_name} cannot be shown in a terminal",
            f"Name a file: -o plan.{format_name}",
        )
    return rendered(document, format_name).decode("utf-8")


def rendered(document: Document, format_name: str, since: Comparison | None = None) -> bytes:
    """The document in a format, as the bytes of a file.

    Args:
        document: what to show.
        format_name: one of `FORMATS`.
        since: for an assessment, how it compares with the wave before it.

    Raises:
        UsageError: there is no such format, it cannot hold the document, or what it needs is not installed.
    """
    made = report(document, since)
    if isinstance(made, InquiryReport) and known(format_name).rows:
        raise _has_no_rows(format_name)
    content: str | bytes = import_module(known(format_name).module).render(made)
    # A lone surrogate cannot be written; whatever slips through the fences above ends here as a question mark.
    return content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")


def _has_no_rows(format_name: str) -> UsageError:
    others = ", ".join(name for name, one in FORMATS.items() if not one.rows)
    message = f"{format_name} can hold a plan or a comparison, but not this"
    return UsageError("format", "not-in-this-format", message, f"Take one of these: {others}.")


def _unknown(format_name: str) -> UsageError:
    nearest = difflib.get_close_matches(format_name.lower(), FORMATS, n=1, cutoff=0.4)
    hint = f"Did you mean {nearest[0]}? " if nearest else ""
    return UsageError(
        "format", "unknown-format", f"there is no format {format_name!r}", f"{hint}Known formats: {', '.join(FORMATS)}."
    )
