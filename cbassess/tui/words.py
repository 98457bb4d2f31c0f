"""Every word of the interface, in one place. Whoever reads `words.QUIT` gets it in the language of the moment.

Words of the pack (questions, advice) are not here: they come from the pack in its own language.
`_` and `ngettext` mark a text for the catalogue; a function that fills in figures says it when it is called.
"""

from __future__ import annotations

import sys

from cbassess.tui.speaking import Spoken, speaker

_ = speaker.say
ngettext = speaker.plural

# The app -----------------------------------------------------------------------------------------

APP = _("cbassess")
TOO_SMALL = _("This window is too small to show a question. Make it at least 60 columns wide and 16 lines high.")
CRASHED = _("This is a fault in cbassess, not in what you did. Your saved answers are safe.")
LEAVE_WITH = _("Press Ctrl+Q to leave. Every answer is saved already.")
COMMAND_THEME = _("Theme")
COMMAND_THEME_HELP = _("Change the colours")
COMMAND_KEYS = _("Keys")
COMMAND_KEYS_HELP = _("List the keys of this screen")
COMMAND_LANGUAGE = _("Chinese (中文)")
COMMAND_QUIT = _("Quit")
COMMAND_QUIT_HELP = _("Leave cbassess; everything is saved")

# Names of keys, in letters that every terminal shows one cell wide. Chinese keyboards name some of them in English.
KEY_NAMES = {
    "enter": "Enter",
    "backspace": _("Bksp"),
    "escape": "Esc",
    "space": _("Space"),
    "up": _("Up"),
    "down": _("Down"),
    "left": _("Left"),
    "right": _("Right"),
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}

# Keys: the short word of the footer, and the sentence of the help screen -------------------------

HELP = _("Keys")
HELP_HELP = _("List the keys of this screen")
BACK = _("Back")
BACK_HELP = _("One step back; everything is saved")
LANGUAGE = _("中文")
LANGUAGE_HELP = _("Change to Chinese (改用中文)")
QUIT = _("Quit")
QUIT_HELP = _("Leave cbassess; everything is saved")
COMMANDS = _("Commands")
COMMANDS_HELP = _("Search among all commands")
SEARCH_COMMANDS = _("Type to search")

OPEN = _("Open")
OPEN_HELP = _("Go on answering where you stopped")
NEW_SELLER = _("New")
NEW_SELLER_HELP = _("Start with the first questions for another seller")
NEW_QUARTER = _("Again")
NEW_QUARTER_HELP = _("Answer again for the highlighted seller, for this quarter")
RESULTS = _("Results")
RESULTS_HELP = _("Where the seller stands, and what to do first")
COMPARE = _("Compare")
COMPARE_HELP = _("Compare two quarters of the highlighted seller")
EXPORT = _("Export")
EXPORT_HELP = _("Write what you see into a file")

TAKE = _("OK")
NEXT = _("Next")
NEXT_HELP = _("Take the highlighted or typed answer, and go on")
CHOOSE = _("Choose")
DIGIT_KEYS = _("1 to 9, 0")
CHOOSE_HELP = _("Choose that option")
TOGGLE_HELP = _("Choose the highlighted option without going on")
PREVIOUS = _("Back")
PREVIOUS_HELP = _("Back to the question before")
SKIP = _("Skip")
SKIP_HELP = _("Leave this question open and go on")
DONT_KNOW = _("Unsure")
DONT_KNOW_HELP = _("Answer: I do not know")
DECLINE = _("Decline")
DECLINE_HELP = _("Answer: I prefer not to say")
WHY = _("Why")
WHY_HELP = _("Show or hide why we ask and how to find out")
LEAVE = _("Home")
LEAVE_HELP = _("To the list of sellers; everything is saved")

PLAN = _("Plan")
PLAN_HELP = _("All steps, quarter by quarter")
ANSWERS = _("Answers")
ANSWERS_HELP = _("Back to the questions")
ANSWER_OPEN = _("Open questions")
ANSWER_OPEN_HELP = _("Go to the first question without an answer")
READ = _("Read")
READ_HELP = _("Read the details of the highlighted line")
CLOSE = _("Close")
CLOSE_HELP = _("Back to the list")
UP_HELP = _("Move up")
DOWN_HELP = _("Move down")

# Home --------------------------------------------------------------------------------------------

HOME_WELCOME = _("Welcome.")
HOME_FIRST = _(
    "Answer some questions about how you sell across borders, and you get a plan: what to do first, why, "
    "and what it takes. It takes about half an hour. You can stop at any time and go on later; "
    "every answer is saved at once, on this computer only."
)
HOME_FIRST_KEY = _("Press Enter to begin.")
NO_SECOND_WAVE = _("There is only one quarter of this seller so far. Press w to answer again, then compare.")


def already_there(seller: str, label: str) -> str:
    """What to do where a quarter has been started already."""
    return _(
        "{seller} has answers for {label} already. Press Enter to go on with them, "
        "or the same key again to answer a second time in this quarter."
    ).format(seller=seller, label=label)


def answered(count: int) -> str:
    """`12 answered`, where it is not known yet of how many."""
    return _("{count} answered").format(count=count)


def answered_of(answered: int, asked: int) -> str:
    """`12 of 43 answered`."""
    return _("{answered} of {asked} answered").format(answered=answered, asked=asked)


# New seller --------------------------------------------------------------------------------------

SELLER_TITLE = _("A new seller")
SELLER_ASK = _("What is the name of the business? It is only kept on this computer.")
SELLER_EMPTY = _("Type a name, or press Esc.")
SELLER_TOO_LONG = _("That name is too long: at most 200 characters.")

# Questionnaire -----------------------------------------------------------------------------------

SAVED = _("saved")
NOT_SAVED = _("not saved")
NOT_SAVED_KEPT = _("Not saved yet. Your answer is kept here and is saved with the next one that works.")
OVERTAKEN_HERE = _(
    "This question was answered in another window meanwhile. That answer is shown now, and yours was not saved."
    " Answer again if yours should count."
)
WHY_WE_ASK = _("Why we ask")
HOW_TO_FIND_OUT = _("How to find out")
NOTHING_TYPED = _("Type an answer, or press F2 to skip the question.")
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


def section_of(number: int, sections: int) -> str:
    """`section 2 of 7`."""
    return _("section {number} of {sections}").format(number=number, sections=sections)


def nothing_chosen(many: bool, can_be_empty: bool) -> str:
    """What to do where Enter finds no answer."""
    if can_be_empty:
        return _("Nothing is marked. Press Enter again if none of these is true, or s to skip.")
    if many:
        return _("Mark at least one with Space, or press s to skip.")
    return _("Choose an answer, or press s to skip.")


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
    return _(
        "{count} of your last answers are filled in, with their dates; {check} of them should be looked at. "
        "What is out of date is asked."
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


# Results -----------------------------------------------------------------------------------------

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


# Plan --------------------------------------------------------------------------------------------

NO_COST = _("nothing to pay")
DID_NOT_FIT = _("Did not fit")
NOT_NOW = _("Not now")
FORECAST = _("Forecast")
FORECAST_TITLE = _("Readiness at the end of each quarter, if you keep to the plan")
FORECAST_LINE = _("Where the plan leads")
NOW = _("now")
BECAUSE_YOU_SAID = _("Because you answered")
ACHIEVES = _("It gets you to")
HOW_TO_DO = _("How to do it")
HOURS = _("Your hours")
COST = _("Cost")
LEAD = _("Takes")
START = _("Start")
DUE = _("Done by")
START_BY = _("Start by")
WHY_THEN = _("Why then")
ADDS = _("Adds")
TOO_LATE = _("too late in this plan")
PROOF = _("Proof")
FIRST_DO = _("Do before")
NEEDED_BY = _("Needed for")
DATES = _("Dates")
SOURCES = _("Sources")
PRIORITY = _("Place in the plan")
PRACTICE = _("Management practice: judgement, no source.")
STALE = _("past its check date: look it up again")
CONFIDENCES = {
    "high": "",
    "medium": _("medium confidence"),
    "low": _("low confidence: check before you rely on it"),
    "unconfirmed": _("unconfirmed: check before you rely on it"),
}
PLAN_IS_EMPTY = _("Nothing is planned.")
CAPACITY = _("Fitted to")
FIGURES_ASSUMED = _("assumed, because you did not say")


def weeks(span: str) -> str:
    """`1-2 weeks`."""
    return _("1 week") if span == "1" else _("{span} weeks").format(span=span)


def hours(span: str) -> str:
    """`8-16 hours`."""
    return _("1 hour") if span == "1" else _("{span} hours").format(span=span)


def points(figure: str) -> str:
    """`+4.2 points`."""
    return _("{figure} points").format(figure=figure)


def formula(gain: str, unlocks: str, time: str, effort: str, wsjf: str) -> str:
    """The priority formula with its numbers."""
    return _("(gain {gain} + unlocks {unlocks} + date {time}) / {effort} hours = {wsjf} points an hour").format(
        gain=gain, unlocks=unlocks, time=time, effort=effort, wsjf=wsjf
    )


def capacity(hours_a_week: str, budget: str, at_once: int) -> str:
    """`4 hours a week, 20,000 CNY, 2 steps at once`."""
    steps = ngettext("{n} step at once", "{n} steps at once", at_once).format(n=at_once)
    return _("{hours} hours a week, {budget}, {steps}").format(hours=hours_a_week, budget=budget, steps=steps)


def budget(amount: str, currency: str) -> str:
    """`20,000 CNY`."""
    return _("{amount} {currency}").format(amount=amount, currency=currency)


NO_BUDGET_SAID = _("no limit on money")

# Compare -----------------------------------------------------------------------------------------

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


# Export ------------------------------------------------------------------------------------------

EXPORT_TITLE = _("Export")
EXPORT_FORMAT = _("Format")
EXPORT_FILE = _("File")
EXPORT_WRITE = _("Write")
EXPORT_REPLACE = _("Replace it")
CANCEL = _("Cancel")
EXPORT_EXISTS = _("That file is already there. Press Replace it, or change the name.")
EXPORT_NO_NAME = _("Type the name of a file.")
FORMATS = {
    "text": _("Plain text"),
    "md": _("Markdown, for wikis and notes"),
    "html": _("HTML, for the browser"),
    "pdf": _("PDF, to print and send"),
    "docx": _("Word, to edit"),
    "xlsx": _("Excel, to work through the plan"),
    "csv": _("CSV, for other programs"),
    "ics": _("Calendar (ics): tasks and dates"),
    "json": _("JSON, for other programs"),
}


def written(path: str) -> str:
    """`Written: /home/...`."""
    return _("Written: {path}").format(path=path)


# Help --------------------------------------------------------------------------------------------

HELP_TITLE = _("Keys of this screen")

sys.modules[__name__].__class__ = Spoken
