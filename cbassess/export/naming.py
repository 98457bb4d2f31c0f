"""Names of files: made of letters, digits, `-` and `_` alone, and silent about the seller unless asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison

if TYPE_CHECKING:
    from cbassess.model.documents import Document

MAX_BYTES = 100

_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def file_name(document: Document, ending: str, with_seller: bool = False) -> str:
    """`plan-2026-Q4.xlsx`, `change-2026-Q3-2026-Q4.md`; the seller's name before it where it is asked for."""
    kind = _kind(document)
    parts = [document.seller, *kind[1:]] if with_seller else kind
    return f"{_clean('-'.join(part for part in parts if part)) or 'plan'}{ending}"


def _kind(document: Document) -> list[str]:
    """What it is, and what tells it from others of its kind."""
    match document:
        case Assessment():
            return ["plan", document.wave]
        case Comparison():
            return ["change", document.baseline.wave, document.wave.wave]
        case inquiry:
            return list(inquiry.subject)


def _clean(name: str) -> str:
    """What any disk takes; the end is kept, because the wave stands there."""
    kept = _NOT_IN_NAMES.sub("-", name).encode("utf-8")[-MAX_BYTES:].decode("utf-8", errors="ignore")
    return kept.strip("-_")
