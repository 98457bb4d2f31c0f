"""The questions have changed since they were answered."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

UPGRADE_TITLE = _("The questions have changed")
UPGRADE = _("Go on")
UPGRADE_HELP = _("Copy the history, and go on under the new questions")
LEAVE_IT = _("Leave as is")
LEAVE_IT_HELP = _("Back to the list; nothing has been changed")

UPGRADE_FATES = {
    "reworded": _("In other words, same meaning: your answers count on"),
    "changed": _("With another meaning: you will be asked again"),
    "new": _("New: you will be asked"),
    "retired": _("No longer asked: your answers are kept"),
}
UPGRADE_FATE_MEANINGS = {
    "kept": _("Asked as before. Your answer counts on, with its day."),
    "reworded": _("The words are others, the meaning is the same. Your answer counts on, with its day."),
    "changed": _("It means something else now, so your earlier answer is not taken for an answer to it."),
    "new": _("It was not asked before."),
    "retired": _("It is not asked any more. Your answer stays in the history for good and counts in its own quarter."),
}
UPGRADE_ACTION_FATES = {"changed": _("Changed"), "new": _("New"), "retired": _("Gone")}
UPGRADE_WHICH_KEPT = _("Which of them")
UPGRADE_ACTIONS = _("Advice that changed")
UPGRADE_ACTION_ABOUT = _("What this advice asks, gives or takes is not what it was. Your plan is made anew with it.")
UPGRADE_TRENDS = _("Trends that are judged otherwise")
UPGRADE_TREND_ABOUT = _(
    "The rules of this trend have changed, so its figure can move without another answer. "
    "The comparison of two quarters tells your answers and the rules apart."
)
UPGRADE_NOT_AT_HAND = _(
    "The questions under which this quarter was answered are not at hand, so it cannot be told what has changed. "
    "Answers to questions that are still asked count on; all others are kept."
)
UPGRADE_WHAT = _("What differs")
UPGRADE_REPLACES = _("Takes the place of")
UPGRADE_LOST_OPTIONS = _("No longer to choose")


def stay(count: int) -> str:
    """How many questions are as they were."""
    return ngettext(
        "{count} question stays as it is; your answer counts on",
        "{count} questions stay as they are; your answers count on",
        count,
    ).format(count=count)


def copied_first(file: str) -> str:
    """Where the copy is that was made before."""
    return _("You are on the new questions now. A copy of the history was made first: {file}").format(file=file)
