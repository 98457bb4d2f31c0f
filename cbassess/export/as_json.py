"""JSON for programs. Its shape is published in `docs/*.schema.json`."""

from __future__ import annotations

import datetime as dt
import json

from cbassess.export.report import AnyReport
from cbassess.plain_text import escaped_controls


def render(report: AnyReport) -> str:
    """The document that the report was made from, keys in the order of the nouns; the same one gives the same bytes."""
    # Not `model_dump_json`: a lone surrogate in a text would raise there, and is escaped here.
    data = report.document.model_dump(by_alias=True)
    return escaped_controls(json.dumps(data, indent=2, ensure_ascii=False, default=_day)) + "\n"


def _day(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
