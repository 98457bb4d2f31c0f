"""What if: trends and plan under answers that are supposed."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

WHAT_IF = _("What if")
WHAT_IF_HELP = _("See trends and plan if steps were done or answers were others; nothing is saved")
NOTHING_SAVED = _("nothing is saved")
SUPPOSE_DONE = _("Suppose done")
SUPPOSE_DONE_HELP = _("Suppose that the highlighted step is done, or not")
SUPPOSE_ANSWER = _("Suppose an answer")
SUPPOSE_ANSWER_HELP = _("Choose a question and suppose another answer to it")
SUPPOSE_NOTHING = _("Nothing supposed")
SUPPOSE_NOTHING_HELP = _("Begin anew: nothing is supposed")
LEAVE_MODE = _("Leave")
LEAVE_MODE_HELP = _("Back to the plan; nothing was saved")
READ_BOTH_HELP = _("Read both sides")
ANSWERS_SUPPOSED = _("Answers supposed")
NO_ANSWER_SUPPOSED = _("None. Press [v|what_if.answer] to suppose one.")
STEPS_SUPPOSED = _("Steps supposed done")
WHAT_IF_BEGIN = _(
    "Mark steps that you suppose done with [Space|what_if.suppose], or suppose another answer with "
    "[v|what_if.answer]. Trends and plan, now and then, "
    "stand here side by side. Nothing of it is saved."
)
NOW_COLUMN = _("Now")
THEN_COLUMN = _("Then")
NO_TREND_MOVES = _("No trend moves.")
NO_STEP_MOVES = _("No step comes, goes or moves to another quarter.")
THE_PLAN = _("The plan")
THE_TRENDS = _("The trends")
WOULD_BE_ASKED = _("Questions that would be asked, and are open")
WOULD_NOT_BE_ASKED = _("Questions that would not be asked any more")
DOES_NOT_COUNT = _("does not count: the question does not apply")
EXCLUDE_EACH_OTHER = _("Answers that exclude each other")
PICK_QUESTION = _("Suppose another answer to which question?")
PICK_HINT = _("Type to search")
NO_SUCH_QUESTION = _("No question has these words.")
SUPPOSE_TITLE = _("Suppose")
SHORT_STATES = {
    "planned": _("planned"),
    "unplaced": _("no room"),
    "not_now": _("not now"),
    "in_place": _("done"),
    "undecided": _("undecided"),
    "not_advised": "-",
}


def shifted_and_kept(shifted: int, kept: int) -> str:
    """`3 steps move within their quarter, 30 stay as they are.`."""
    moving = ngettext("{n} step moves within its quarter.", "{n} steps move within their quarter.", shifted)
    staying = ngettext("{n} step stays as it is.", "{n} steps stay as they are.", kept)
    told = [(moving, shifted), (staying, kept)]
    return " ".join(said.format(n=count) for said, count in told if count)
