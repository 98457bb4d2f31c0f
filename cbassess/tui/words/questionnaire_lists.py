"""The lists around the questionnaire, notes, and undoing."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

NOTE = _("Note")
NOTE_HELP = _("Write a note beside this answer")
NOTE_DONE = _("Keep")
NOTE_DONE_HELP = _("Close; what you wrote is kept")
NOTE_LIMIT = _("Kept with the answer, and brought along into the next quarter. At most 2,000 characters.")
NOTE_CUT = _("There is room for 2,000 characters; the rest was cut.")
YOUR_NOTE = _("Your note")

UNDO = _("Undo")
UNDO_HELP = _("Take back the last change of an answer")
NOTHING_TO_UNDO = _("Nothing was changed since you opened these questions.")
UNDONE = _("Undone. This is what stood here before.")
TYPING_UNDONE = _("What you typed is taken back.")

FIND_QUESTION = _("Find")
FIND_QUESTION_HELP = _("Find a question or a section, and go there")
FIND_TITLE = _("Find a question")
FIND_QUESTION_LABEL = _("Words of the question:")
FIND_NOTHING = _("No question has these words. Delete some of them to see more.")
NOT_ASKED = _("does not apply")
GO = _("Go there")
GO_HELP = _("Go to the question under the cursor")

REVIEW = _("Review")
REVIEW_HELP = _("See all your answers")
REVIEW_TITLE = _("All answers")
SET_ASIDE_TITLE = _("Set aside: these do not apply now, and count again when they do")
SET_ASIDE_WHY = _("This answer is kept. It does not count, because by your other answers the question does not apply.")
SHOW_MORE = _("Details")
SHOW_MORE_HELP = _("Read all about the line under the cursor")
OPEN_STATE = _("unanswered")
UNSURE_STATE = _("unsure")
CARRIED_STATE = _("carried")
CONFIRMED_STATE = _("confirmed")
NOTE_STATE = _("note")

OPEN_ITEMS = _("Open ones")
OPEN_ITEMS_HELP = _("See what is unanswered or unsure, the one that pays most first")
OPEN_TITLE = _("Open questions")
NOTHING_OPEN = _("Nothing is open: every question has an answer.")
WORKING_IT_OUT = _("working out what pays first")
CHANGES_NOTHING_NOW = _("As things stand, no answer to it changes the first steps or the readiness of a trend.")
COULD_ENTER = _("Could come among the first steps")
COULD_LEAVE = _("Could leave the first steps")
COULD_MOVE = _("How far readiness could move")
LOWER_BOUND = _("Not every possible answer was tried: it could be more.")

STILL_TRUE = _("Still true?")
STILL_TRUE_HELP = _("Look through the answers of last time, and confirm or change them")
CONFIRM = _("Still true")
CONFIRM_HELP = _("Confirm the answer under the cursor")
CONFIRM_SEEN = _("All seen")
CONFIRM_SEEN_HELP = _("Confirm every answer that has been on the screen")
CHANGE = _("Change it")
CHANGE_HELP = _("Answer this question again")
LOOK_LATER = _("Later")
LOOK_LATER_HELP = _("Leave the rest as it is, and go on to the questions")
BECAUSE_REWORDED = _("asked in other words now")
BECAUSE_IN_WORK = _("you are working on it")


def to_look_at(count: int) -> str:
    """`9 to look at`."""
    return ngettext("{n} to look at", "{n} to look at", count).format(n=count)


def confirmed(count: int, left: int) -> str:
    """What confirming has done."""
    done = ngettext("{n} answer is confirmed.", "{n} answers are confirmed.", count).format(n=count)
    if not left:
        return done
    more = ngettext("{n} more is left.", "{n} more are left.", left).format(n=left)
    return _("{done} {more}").format(done=done, more=more)


def undone_elsewhere(count: int) -> str:
    """What was brought back, where it is not the question on the screen."""
    return ngettext(
        "Undone: {n} answer is as it was before.", "Undone: {n} answers are as they were before.", count
    ).format(n=count)


def open_and_unsure(open_: int, unsure: int) -> str:
    """`5 unanswered, 3 unsure`."""
    return _("{open} unanswered, {unsure} unsure").format(open=open_, unsure=unsure)


def could_change(steps: int, trends: int) -> str:
    """What an answer could change."""
    told = []
    if steps:
        told.append(ngettext("{n} first step", "{n} first steps", steps).format(n=steps))
    if trends:
        told.append(ngettext("{n} trend", "{n} trends", trends).format(n=trends))
    if not told:
        return _("changes nothing at present")
    return _("could change {what}").format(what=_(" and ").join(told))


def where_from(origin: str, said_on: str, checked_on: str) -> str:
    """Since when an answer holds, and how it came into this quarter."""
    if origin == "given":
        return _("Said on {day}.").format(day=said_on)
    if origin == "confirmed":
        return _("Said on {day}, confirmed on {checked}.").format(day=said_on, checked=checked_on)
    if said_on == checked_on:
        return _("Said on {day}, carried over; not looked at this quarter yet.").format(day=said_on)
    told = _("Said on {day}, confirmed on {checked}, carried over; not looked at this quarter yet.")
    return told.format(day=said_on, checked=checked_on)


def could_reach(low: str, high: str, now: str) -> str:
    """`47 to 58, now 53`."""
    return _("{low} to {high}, now {now}").format(low=low, high=high, now=now)
