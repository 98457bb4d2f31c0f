"""Results."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

DO_FIRST = _("Do these first")
WHERE_YOU_STAND = _("Where you stand")
CONCERNS = _("Concerns you")
LOOKING = _("Looking at what open answers could change.")
NONE_OPEN = _("Nothing is open: every question that concerns you has an answer.")
FIRST_WILL_STAY = _("These will not change, whatever you answer.")
FIRST_MAY_CHANGE = _("These can still change with your answers.")
MIGHT_MOVE = _("What the answer could move")
MIGHT_ENTER = _("could come among the first steps")
MIGHT_LEAVE = _("could leave the first steps")
MOVES_NOTHING_FIRST = _("It changes neither the first steps nor a readiness.")
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


def first_stayed(tried: int) -> str:
    """Where not all combinations of answers could be tried."""
    told = _("These stayed in all {tried} combinations of answers that were tried; more are possible.")
    return told.format(tried=tried)


def open_answers(count: int) -> str:
    """`2 answers are open or unknown. The one that matters most comes first.`."""
    return ngettext(
        "{count} answer is open or unknown.",
        "{count} answers are open or unknown; the one that matters most comes first.",
        count,
    ).format(count=count)


def from_to(low: str, high: str, now: str) -> str:
    """`22-40, now 31`."""
    return _("{low}-{high}, now {now}").format(low=low, high=high, now=now)


def of_hundred(figure: str) -> str:
    """`35-60 of 100`."""
    return _("{figure} of 100").format(figure=figure)


def as_of(day: str) -> str:
    """`as of 2026-11-22`."""
    return _("as of {day}").format(day=day)
