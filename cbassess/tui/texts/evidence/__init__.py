"""Evidence as lines that can be followed: from a trend, a step or a question to what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.explanation import ActionExplained, Explanation, ItemExplained
from cbassess.tui.texts.evidence.actions import action_lines
from cbassess.tui.texts.evidence.items import item_lines
from cbassess.tui.texts.evidence.trends import trend_lines
from cbassess.tui.texts.line import Line

__all__ = ["action_lines", "evidence_lines"]


def evidence_lines(found: Explanation) -> Iterator[Line]:
    """The lines of any explanation; those that lead on carry the id of what they lead to."""
    if isinstance(found, ActionExplained):
        return action_lines(found, None)
    return item_lines(found) if isinstance(found, ItemExplained) else trend_lines(found)
