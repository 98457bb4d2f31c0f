"""Names of files: made of letters, digits, `-` and `_` alone, and silent about the seller unless asked."""

from __future__ import annotations

import re

from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison

MAX_BYTES = 100

_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def file_name(document: Assessment | Comparison, ending: str, with_seller: bool = False) -> str:
    """`plan-2026-Q4.xlsx`, `change-2026-Q3-2026-Q4.md`; the seller's name before it where it is asked for."""
    kind = (
        ["plan", document.wave]
        if isinstance(document, Assessment)
        else ["change", document.baseline.wave, document.wave.wave]
    )
    parts = [document.seller, *kind[1:]] if with_seller else kind
    return f"{_clean('-'.join(part for part in parts if part)) or 'plan'}{ending}"


def _clean(name: str) -> str:
    """What any disk takes; the end is kept, because the wave stands there."""
    kept = _NOT_IN_NAMES.sub("-", name).encode("utf-8")[-MAX_BYTES:].decode("utf-8", errors="ignore")
    return kept.strip("-_")
