"""Evidence, both ways: from a step down to its reasons, from an answer up to all that hangs on it."""

from __future__ import annotations

import datetime as dt
from itertools import chain

from cbassess.errors import UsageError
from cbassess.model.explanation import Explanation
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.packs.quoting import nearest, shown
from cbassess.workflow.explaining.actions import explain_action
from cbassess.workflow.explaining.case import Case
from cbassess.workflow.explaining.items import explain_item
from cbassess.workflow.explaining.trends import explain_trend

__all__ = ["explain"]


def explain(pack: Pack, responses: ResponseSet, as_of: dt.date, name: str) -> Explanation:
    """What is behind something, or hangs on it; see `inquiries.explain`."""
    kinds = ((pack.actions, explain_action), (pack.items, explain_item), (pack.trends, explain_trend))
    for known, explain_one in kinds:
        if name in known:
            return explain_one(Case.of(pack, responses, as_of), name)
    known_names = chain.from_iterable(known for known, _ in kinds)
    message = f"There is no step, item or trend {shown(name)}."
    raise UsageError("explain", "unknown-name", message, nearest(name, known_names))
