"""Documents out: into a format, into a file."""

from __future__ import annotations

from pathlib import Path

from cbassess.export import formats, writing
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison


def format_names() -> tuple[str, ...]:
    """Names of the formats that can be written."""
    return tuple(formats.FORMATS)


def render(document: Assessment | Comparison, format_name: str) -> str:
    """The document in a format; UsageError where there is no such format."""
    return formats.render(document, format_name)


def write_file(path: Path, text: str, force: bool = False) -> None:
    """Write a whole new file or none; an existing one is replaced only with `force`."""
    writing.write_file(path, text, force)
