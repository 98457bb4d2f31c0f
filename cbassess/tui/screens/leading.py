"""Which screen tells about a trend, an action or an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.tui import screens
from cbassess.tui.case import Case

if TYPE_CHECKING:
    from cbassess.tui.screens.evidence import EvidenceScreen


def evidence_screen(case: Case, name: str) -> EvidenceScreen:
    """The screen about what has this id."""
    return screens.StepScreen(case, name) if name in case.desk.pack.actions else screens.EvidenceScreen(case, name)
