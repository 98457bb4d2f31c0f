"""Which screen tells about a trend, an action or an item."""

from __future__ import annotations

from cbassess.tui.case import Case
from cbassess.tui.screens.evidence import EvidenceScreen
from cbassess.tui.screens.step import StepScreen


def evidence_screen(case: Case, name: str) -> EvidenceScreen:
    """The screen about what has this id."""
    return StepScreen(case, name) if name in case.desk.pack.actions else EvidenceScreen(case, name)
