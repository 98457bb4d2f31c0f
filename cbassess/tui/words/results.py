"""Results."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

DO_FIRST = _("Do these first")
TREND = _("Trends that concern you")
RELEVANCE = _("Relevance")
READY = _("Readiness")
NOT_CLEAR_YET = _("Not clear yet")
DOES_NOT_CONCERN = _("Does not concern you")
DOES_NOT_CONCERN_WHY = _("By your answers this trend does not concern you, so nothing of it is in your plan.")
NOT_CLEAR_WHY = _("It is not clear yet whether this trend concerns you: some answers are missing.")
CONCERNS_BECAUSE = _("Why it concerns you")
MADE_OF = _("What readiness is made of")
POINTS_OF = _("points reached / points there are")
ASSUMED = _("assumed")
STILL_OPEN = _("Still open")
CONTRADICTIONS = _("Answers that do not fit together")
NO_STEPS = _("No step is in your plan.")
NO_STEPS_YET = _("No step yet: answer more questions first.")
SET_ASIDE = _("Answers that do not count, because their question no longer applies to you")


def of_hundred(figure: str) -> str:
    """`35-60 of 100`."""
    return _("{figure} of 100").format(figure=figure)


def as_of(day: str) -> str:
    """`as of 2026-11-22`."""
    return _("as of {day}").format(day=day)
