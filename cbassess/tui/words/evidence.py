"""Evidence: what stands behind a trend, a step or a question."""

from __future__ import annotations

from functools import reduce

from cbassess.tui.speaking import speaker

_ = speaker.say

WHY_SO = _("Why")
WHY_SO_HELP = _("What this rests on")
ANSWER_IT = _("Answer")
ANSWER_IT_HELP = _("Go to the question behind this line")
WORKING_OUT = _("working it out")
HOLDS = {"yes": _("[yes]"), "no": _("[no]"), "open": _("[open]")}
WHETHER_CONCERNS = _("Whether it concerns you")
RELEVANCE_OF = _("What relevance is made of")
PLAN_ADDS = _("What the plan adds")
APPLIES_IF = _("It is advice for you, if all of this holds")
WRONG_IF = _("It would be wrong advice, if")
URGENT_IF = _("It is more urgent, if")
LEADS_TO = _("What it leads to")
BRINGS = _("What it brings, taken alone today")
BEFORE_IT = _("What comes before it")
AFTER_IT = _("What waits for it")
WHAT_IT_TAKES = _("What it takes")
YOUR_ANSWER = _("Your answer")
ASKED_IF = _("It is asked, if")
COUNTS_FOR = _("What it counts for")
LIFTED_BY = _("What leads to a better answer")
OTHER_ANSWERS = _("What another answer would change")
CHANGES_NOTHING = _("Neither a trend nor a step would change.")
NOW_ADVISED = _("advised then")
NOT_ADVISED_THEN = _("not advised then")
ASKED_THEN = _("asked then")
NOT_ASKED_THEN = _("not asked then")
STATES = {
    "planned": _("in the plan"),
    "unplaced": _("did not fit into the plan"),
    "not_now": _("not now"),
    "in_place": _("reached already"),
    "undecided": _("hangs on an open answer"),
    "not_advised": _("not advised"),
}


def sentences(*said: str) -> str:
    """Sentences one after the other; Chinese puts no space between them."""
    return reduce(lambda before, more: _("{said} {more}").format(said=before, more=more), filter(None, said))


def place_and_band(place: str, band: str) -> str:
    """`Step 4 of the plan, 2026-12-20 to 2027-01-03. Protect what is yours`."""
    return _("{place}. {band}").format(place=place, band=band)


def with_reason(what: str, reason: str) -> str:
    """`Not now: the money does not last.`."""
    return _("{what}: {reason}").format(what=what, reason=reason)


def figures(ready: str, level: str, concerns: str) -> str:
    """`Readiness 35 of 100: First steps. Concerns you 85 of 100.`."""
    return _("Readiness {ready}: {level}. Relevance {concerns}.").format(ready=ready, level=level, concerns=concerns)


def planned_as(rank: int, start: str, due: str) -> str:
    """`Step 4 of the plan, 2026-12-20 to 2027-01-03`."""
    return _("Step {rank} of the plan, {start} to {due}").format(rank=rank, start=start, due=due)


def now_then(now: str, then: str) -> str:
    """`Now: China only. Then: our biggest market`."""
    return _("Now: {now}. Then: {then}").format(now=now, then=then)


def sign_of(points: str, meaning: str) -> str:
    """`18 of 100: You sell abroad.`."""
    return _("{points} of 100: {meaning}").format(points=points, meaning=meaning)


def part_of_readiness(points: str, trend: str) -> str:
    """`12/33 points of readiness: Own brands`."""
    return _("{points} points of readiness: {trend}").format(points=points, trend=trend)


def part_of_relevance(meaning: str, trend: str) -> str:
    """`A sign of relevance (You sell abroad.): Own brands`."""
    return _("A sign of relevance ({meaning}): {trend}").format(meaning=meaning, trend=trend)


def if_answered(answer: str) -> str:
    """`If you answered: China only`."""
    return _("If you answered: {answer}").format(answer=answer)


def named_in_place(title: str, place: str) -> str:
    """`Open the shop (in the plan)`."""
    return _("{title} ({place})").format(title=title, place=place)
