"""Comparing two waves, and the course over all of them."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

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
DAYS_THAT_PASSED = _("The days that passed")
RULES_CHANGED = _("The pack has changed since. Both quarters are scored under the newer one here.")
SAME_PACK = _("Both quarters were answered under the same questions and rules, so all of it comes from your answers.")
TOO_LITTLE_SHARED = _("Too few questions are shared for one number to be honest.")
OVERALL = _("Overall")
OVERALL_LINE = _("Overall, weighted by relevance")

COMES_FROM = _("Where the movement comes from")
YOUR_ANSWERS = _("Your answers")
THE_RULES = _("The rules")
THE_QUESTIONS = _("The questions")
TOGETHER = _("Together")
LIKE_FOR_LIKE = _("Like for like: both quarters under the questions and rules of today")

FORECAST_OUTCOME = _("Forecast against outcome")
FORECAST_OF_LAST_TIME = _("Forecast of last time")
FORESEEN = _("foreseen")
CAME = _("came")
FORECAST_MEANS = _(
    "Foreseen is where the steps of the earlier plan that were due by now would have led, all of them done."
)

FATES = {"done": _("Done"), "carried": _("Carried over"), "new": _("New"), "dropped": _("Dropped")}
FATE_MEANINGS = {
    "done": _("It was advised before, and your answers now show what it was to achieve."),
    "carried": _("It was advised before and still is."),
    "new": _("It is advised now and was not before."),
    "dropped": _("It was advised before, is not any more, and your answers do not show it as done."),
}
NOTED = _("Noted")
NOTED_REASON = _("Reason")
STEP_STATUS = {"open": _("open"), "doing": _("doing"), "done": _("done"), "dropped": _("dropped")}

COMPARE_WITH = _("Compare with which earlier quarter?")
COMPARE_LATER = _("Which later quarter?")
EARLIER = _("Earlier")
EARLIER_HELP = _("Choose another earlier quarter")
LATER = _("Later")
LATER_HELP = _("Choose another later quarter")
COMPARING = _("Comparing the quarters.")
NO_OTHER_QUARTER = _("There is no other quarter to choose.")

COURSE = _("Course")
COURSE_HELP = _("Each trend over all quarters")
COURSE_GAP = _("An empty place: it did not concern the seller in that quarter, or was not asked about.")
COURSE_MARKS = _("* is the figure; : is the range that open answers leave.")
COURSE_NOT_ASKED = _("did not concern you, or was not asked about")
NO_COURSE = _("No trend concerned the seller in any quarter.")


def split_in_short(answers: str, rules: str, questions: str) -> str:
    """`Your answers +9.1, the rules -1.2, the questions 0`."""
    return _("Your answers {answers}, the rules {rules}, the questions {questions}").format(
        answers=answers, rules=rules, questions=questions
    )


def shared(percent: int) -> str:
    """`92 % of the questions are shared`."""
    return _("{percent} % of the questions were answered in both quarters.").format(percent=percent)


def compatible(percent: int) -> str:
    """How alike the packs are."""
    return _("{percent} % of the questions are asked in both quarters with the same meaning.").format(percent=percent)


def needed(percent: int) -> str:
    """How much is needed for one number."""
    return _("For one overall figure both must be at least {percent} %.").format(percent=percent)


def stamp(wave: str, day: str, version: str) -> str:
    """`2026-Q4, as of 2026-11-22, version 1.2.0`."""
    return _("{wave}, as of {day}, questions and rules of version {version}").format(
        wave=wave, day=day, version=version
    )


def as_shown(before: str, after: str) -> str:
    """What each wave showed under its own pack."""
    return _("As each quarter showed it then: {before} -> {after}").format(before=before, after=after)


def fates_in_all(done: int, carried: int, new: int, dropped: int) -> str:
    """How many steps had which fate."""
    return _("Steps: {done} done, {carried} carried over, {new} new, {dropped} dropped").format(
        done=done, carried=carried, new=new, dropped=dropped
    )


def quarters(count: int) -> str:
    """`Course over 5 quarters`."""
    return ngettext("Course over {count} quarter", "Course over {count} quarters", count).format(count=count)


def earlier_quarters(count: int) -> str:
    """How many columns are not shown."""
    return ngettext(
        "{count} earlier quarter stands in the details.", "{count} earlier quarters stand in the details.", count
    ).format(count=count)


def course_ground(version: str, percent: int) -> str:
    """What the course rests on."""
    return _("Scored under version {version}, over the {percent} % of its questions that all quarters asked.").format(
        version=version, percent=percent
    )


def pack_missing(waves: str) -> str:
    """Waves whose pack is not at hand."""
    return _("The questions of {waves} are not at hand, so what was asked there is taken from those of today.").format(
        waves=waves
    )
