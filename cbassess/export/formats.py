"""The formats by name. A format's module is imported when it is first used."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from cbassess.errors import UsageError
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "cbassess.export.as_text",
        "md": "cbassess.export.as_markdown",
        "json": "cbassess.export.as_json",
    }
)
"""Name -> module, the default first; each module has `render(document) -> str`."""


def render(document: Assessment | Comparison, format_name: str) -> str:
    """The document in a format, with a line feed at its end.

    Raises:
        UsageError: there is no such format.
    """
    if format_name not in FORMATS:
        raise _unknown(format_name)
    text: str = import_module(FORMATS[format_name]).render(document)
    return text


def _unknown(format_name: str) -> UsageError:
    nearest = difflib.get_close_matches(format_name.lower(), FORMATS, n=1, cutoff=0.4)
    hint = f"Did you mean {nearest[0]}? " if nearest else ""
    return UsageError(
        "format", "unknown-format", f"there is no format {format_name!r}", f"{hint}Known formats: {', '.join(FORMATS)}."
    )
