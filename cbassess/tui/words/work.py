"""Working the plan: status, owner, day, note, parts."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

STATUS = _("Status")
STATUS_HELP = _("Say that the step is open, begun, done or dropped")
WHO = _("Who")
WHO_HELP = _("Say who does the step")
DUE_KEY = _("Due")
DUE_HELP = _("Set the day by which the step should be done")
STEP_NOTE = _("Note")
STEP_NOTE_HELP = _("Write down what to remember about the step")
TICK_HELP = _("Tick that part of the step, or take the tick away")
ACCEPT = _("Is done")
ACCEPT_HELP = _("Mark the step as done, as your answers show it")
EDIT = _("Edit")
EDIT_HELP = _("Change what the highlighted line is about")
YOUR_WORK = _("Your work")
PARTS = _("How to do it")
NOBODY = _("nobody yet")
NO_STEP_NOTE = _("none")
AS_PLANNED = _("as in the plan")
WHY_DROPPED = _("Why dropped")
CANCEL_EDIT = _("Cancel")
CANCEL_EDIT_HELP = _("Leave it as it was")
ENTER_SAVES = _("[Enter|field.take] saves. [Esc|edit.cancel] once more leaves it as it was.")
DUE_FORM = _("Write the day as 2027-01-03. Leave it empty for the day of the plan.")
OWNER_FORM = _("A name. Leave it empty for nobody.")
NOTE_FORM = _("What to remember. Leave it empty for nothing.")
DROP_FORM = _("A step is dropped with a reason: say why, for whoever asks later.")
OFFERED = _("Your answers show what this step achieves. Press [y|work.accept] to mark it done.")
DOUBTED = _(
    "Marked done, but your newest answers do not show it. Press [s|work.status] to open it again, or [a|plan.answer] "
    "to answer anew."
)
EARLIER_PLAN = _("This is the plan of an earlier quarter. It can be read; work on that of the latest one.")
STATUSES = {
    "open": _("open"),
    "doing": _("doing"),
    "done": _("done"),
    "dropped": _("dropped"),
}


def late_days(days: int) -> str:
    """`late 12 days`."""
    return ngettext("late {days} day", "late {days} days", days).format(days=days)


def after(ranks: str) -> str:
    """`after 1, 3`."""
    return _("after {ranks}").format(ranks=ranks)


def since(status: str, day: str) -> str:
    """`doing since 2026-12-21`."""
    return _("{status} since {day}").format(status=status, day=day)


def of_step(what: str, title: str) -> str:
    """`Status of: Search and file your mark`."""
    return _("{what} of: {title}").format(what=what, title=title)


def saved_as(what: str) -> str:
    """`saved: doing`."""
    return _("saved: {what}").format(what=what)


def ticked(part: int, on: bool) -> str:
    """`part 2 ticked`."""
    return (_("part {part} done") if on else _("part {part} open again")).format(part=part)
