"""The questionnaire."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
keyed = speaker.keyed
ngettext = speaker.plural

SAVED = _("saved")
NOT_SAVED = _("not saved")
NOT_SAVED_KEPT = _("Not saved yet. Your answer is kept here and is saved with the next one that works.")
OVERTAKEN_HERE = _(
    "This question was answered in another window meanwhile. That answer is shown now, and yours was not saved."
    " Answer again if yours should count."
)
WHY_WE_ASK = _("Why we ask")
HOW_TO_FIND_OUT = _("How to find out")
NOTHING_TYPED = _("Type an answer, or press [F2|answer.skip] to skip the question.")
LEAVES_UNTYPED = _("What you typed is not saved. Mend it, or press the key again to leave it.")
MARK_SEVERAL = _("(mark all that apply)")
DATE_FORMAT = _("A date as year-month-day, such as 2026-11-30.")
TEXT_LIMIT = _("At most 2,000 characters.")
CUT = _("The text was too long: it was cut to 2,000 characters.")
YOU_SAID_DONT_KNOW = _("Your answer: I do not know.")
YOU_SAID_DECLINED = _("Your answer: I prefer not to say.")
READINESS = _("Readiness so far")
NOTHING_APPLIES_YET = _("Answer a few questions, and it shows here.")
NOT_CLEAR = _("not clear yet")
MOVED = _("moved")
MOVED_SURER = _("surer")
MOVED_VAGUER = _("vaguer")
MOVED_NEW = _("new")
MOVED_GONE = _("gone")
LAST_TIME = _("last time")


def time_left(seconds: float) -> str:
    """`~9 min left`; a round figure, because it is a guess."""
    minutes = round(seconds / 60)
    return _("~{minutes} min left").format(minutes=minutes) if minutes else _("<1 min left")


def carried_since(day: str) -> str:
    """Where an answer comes from that nobody has looked at in this wave."""
    return keyed(_("Your answer of {day}, carried over. Press [Enter|answer.next] if it is still true.")).format(
        day=day
    )


def last_said(day: str, answer: str) -> str:
    """What was said before, where it may still be so."""
    return keyed(_("Last time ({day}): {answer}. Press [Enter|answer.next] if that is still so.")).format(
        day=day, answer=answer
    )


def last_unsaid(day: str, answer: str) -> str:
    """Why there was no answer before."""
    return _("Last time ({day}): {answer}.").format(day=day, answer=answer)


def another_question(day: str, answer: str) -> str:
    """What was said before to a question that meant something else."""
    return _("Last time ({day}) the question was another one. You said: {answer}").format(day=day, answer=answer)


def section_of(number: int, sections: int) -> str:
    """`section 2 of 7`."""
    return _("section {number} of {sections}").format(number=number, sections=sections)


def nothing_chosen(many: bool, can_be_empty: bool) -> str:
    """What to do where Enter finds no answer."""
    if can_be_empty:
        told = _(
            "Nothing is marked. Press [Enter|answer.next] again if none of these is true, or [s|answer.skip] to skip."
        )
        return keyed(told)
    if many:
        return keyed(_("Mark at least one with [Space|answer.choose], or press [s|answer.skip] to skip."))
    return keyed(_("Choose an answer, or press [s|answer.skip] to skip."))


def does_not_fit(expectation: str) -> str:
    """As in `Not possible here. A number from 0 to 200.`, for one."""
    return _("Not possible here. {expectation}").format(expectation=expectation)


def overtaken(count: int) -> str:
    """What another window has done meanwhile."""
    return ngettext(
        "{n} answer was changed in another window meanwhile; it counts here too. Yours is saved.",
        "{n} answers were changed in another window meanwhile; they count here too. Yours is saved.",
        count,
    ).format(n=count)


def carried_over(fresh: int, to_confirm: int) -> str:
    """How many of the last answers still count in a new wave."""
    if not to_confirm:
        return _(
            "Answers filled in from last time, each with its date: {count}. "
            "What is out of date, and what you did not know, is asked."
        ).format(count=fresh)
    return _(
        "Answers filled in from last time, each with its date: {count}; {check} of them should be looked at. "
        "What is out of date, and what you did not know, is asked."
    ).format(count=fresh + to_confirm, check=to_confirm)


def leaves_unsaved(count: int) -> str:
    """What would be lost by leaving now."""
    return ngettext(
        "{n} answer is not saved. Press the key again to leave without it.",
        "{n} answers are not saved. Press the key again to leave without them.",
        count,
    ).format(n=count)


def bounds(low: str | None, high: str | None, unit: str, whole: bool) -> str:
    """As in `A number from 0 to 200. Unit: hours a week.`, for one."""
    if low is not None and high is not None:
        template = _("A whole number from {low} to {high}.") if whole else _("A number from {low} to {high}.")
    else:
        template = _("A whole number.") if whole else _("A number.")
    sentence = template.format(low=low, high=high)
    return _("{sentence} Unit: {unit}.").format(sentence=sentence, unit=unit) if unit else sentence
