"""Comparing two waves."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

BEFORE = _("Before")
AFTER = _("After")
NOT_COMPARABLE = _("not comparable")
DID_NOT_CONCERN = _("did not concern you")
NOT_COMPARABLE_WHY = _("This trend did not concern the seller in both quarters, so there is no change to show.")
TRENDS = _("Trends")
ANSWERS_CHANGED = _("Answers that changed")
NO_ANSWERS_CHANGED = _("No answer changed.")
STEPS = _("Steps")
NO_STEPS_EITHER = _("Neither quarter has a step.")
MOVED_BY = _("What moved it")
NOTHING_MOVED = _("Nothing moved it.")
MOVES_TRENDS = _("What it moved")
MOVES_NOTHING = _("It moved no readiness.")
RULES_CHANGED = _("The pack has changed since. Both quarters are scored under the newer one here.")
TOO_LITTLE_SHARED = _("Too few questions are shared for one number to be honest.")
OVERALL = _("Overall")
OVERALL_LINE = _("Overall, weighted by relevance")
FATES = {"done": _("Done"), "carried": _("Carried over"), "new": _("New"), "dropped": _("Dropped")}
FATE_MEANINGS = {
    "done": _("It was advised before, and your answers now show what it was to achieve."),
    "carried": _("It was advised before and still is."),
    "new": _("It is advised now and was not before."),
    "dropped": _("It was advised before, is not any more, and your answers do not show it as done."),
}
COMPARE_WITH = _("Compare with which earlier quarter?")


def shared(percent: int) -> str:
    """`92 % of the questions are shared`."""
    return _("{percent} % of the questions are shared.").format(percent=percent)
