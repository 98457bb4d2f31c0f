"""A goal: readiness by a quarter, the way there, or what would have to give."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
ngettext = speaker.plural

GOAL = _("Goal")
GOAL_HELP = _("Find the steps of least work to a readiness by a quarter; nothing is saved")
CHOOSE_AIM_HELP = _("Take the highlighted trend into the goal, or out of it")
LESS = _("Less")
LESS_HELP = _("Less: 5 points, a quarter, an hour, a tenth of the money")
MORE = _("More")
MORE_HELP = _("More: 5 points, a quarter, an hour, a tenth of the money")
TYPE_IT = _("Type")
TYPE_IT_HELP = _("Type the figure of the highlighted line")
FIND_WAY = _("Find the way")
FIND_WAY_HELP = _("Work out the steps to this goal")
GOAL_BEGIN = _(
    "Choose one trend or more with [Space|goal.choose], a readiness with [Left|goal.less] and [Right|goal.more], and a "
    "quarter. [Enter|goal.find] finds the steps of least work that lead there, or says what would "
    "have to give. Nothing of it is saved."
)
GOAL_NO_AIM = _("Choose a trend with [Space|goal.choose] first.")
GOAL_OLD = _("The goal was changed. [Enter|goal.find] finds the way to it.")
GOAL_OF_READINESS = _("Readiness to be reached")
GOAL_UNTIL = _("By the end of")
GOAL_WITH = _("With")
GOAL_HOURS = _("Hours a week")
GOAL_BUDGET = _("Budget")
GOAL_FIGURE_FORM = _("A number.")
GOAL_REACHED = _("This is reached already. There is nothing to do for it.")
GOAL_OUT_OF_REACH = _("No. Even if you do all that is advised now, this is not reached.")
GOAL_LEAST = _("No other steps reach it by then with less work of your own.")
GOAL_NOT_PROVED = _("Other steps may do it with a little less work; not every one could be tried.")
GOAL_LOW_END = _(
    "Only what is certain counts. A question that is still open brings no points, so an answer may bring you nearer."
)
GOAL_URGENT = _("Urgent all the same")
GOAL_URGENT_WHY = _(
    "This goal does not need these steps, but they must not wait for it: your plan has them first. The days and the "
    "money above leave no room for them."
)
GOAL_WOULD_DO = _("What alone would do")
GOAL_MISSING = _("What is missing")
GOAL_STEPS = _("The steps")
GOAL_NOT_IN_PLAN = _("not in your plan")
WITH_ALL = _("With all")
STILL_OPEN_QUESTION = _("This question is still open.")
NOTHING_ADVISED = _("Nothing is advised for it now.")


def goal_now(figure: str) -> str:
    """`now 35`."""
    return _("now {figure}").format(figure=figure)


def goal_aim(figure: str) -> str:
    """`goal 60`."""
    return _("goal {figure}").format(figure=figure)


def in_plan(quarter: str) -> str:
    """`in your plan: 2026-Q4`."""
    return _("in your plan: {quarter}").format(quarter=quarter)


def in_time(day: str, steps: int, done: str) -> str:
    """The goal can be reached."""
    return _("Yes, by {day}: with {steps}, done by {done}.").format(day=day, steps=_steps(steps), done=done)


def too_late(day: str, quarter: str, steps: int, done: str) -> str:
    """The way is finished later, and that is certain."""
    told = _("Not by {day}. The earliest is {quarter}: with {steps}, done by {done}.")
    return told.format(day=day, quarter=quarter, steps=_steps(steps), done=done)


def found_too_late(day: str, quarter: str, steps: int, done: str) -> str:
    """The way that was found is finished later."""
    told = _(
        "No way was found by {day}, though not every one could be tried. The earliest that was found is {quarter}: "
        "with {steps}, done by {done}."
    )
    return told.format(day=day, quarter=quarter, steps=_steps(steps), done=done)


def not_in_sight(day: str, sure: bool) -> str:
    """The way is not finished within three years."""
    certain = _("Not by {day}, and not within three years, with the hours and the money that you have.")
    found = _("No way was found by {day}, nor within three years, though not every one could be tried.")
    return (certain if sure else found).format(day=day)


def goal_work(hours: str, money: str) -> str:
    """`They take about 84 hours of your own and about 12,000 CNY.`."""
    return _("They take about {hours} hours of your own and about {money}.").format(hours=hours, money=money)


def goal_days(start: str, due: str) -> str:
    """`2026-12-20 to 2027-01-03`."""
    return _("{start} to {due}").format(start=start, due=due)


def goal_shortfall(points: str, question: str) -> str:
    """`4 points: Where is your mark filed?`."""
    return _("{points} points: {question}").format(points=points, question=question)


def goal_held_back(actions: str) -> str:
    """Actions that would be wrong now."""
    return _("Not now: {actions}.").format(actions=actions)


def more_time(quarter: str | None, sure: bool) -> str:
    """A later quarter, or that none would do."""
    if quarter is not None:
        return _("More time: until the end of {quarter}.").format(quarter=quarter)
    if sure:
        return _("More time: no, not even three years would do.")
    return _("More time: none was found within three years, though not every way could be tried.")


def more_hours(hours: str | None, now: str, sure: bool) -> str:
    """More hours a week, or that none would do."""
    if hours is not None:
        return _("More hours: {hours} a week, in place of {now}.").format(hours=hours, now=now)
    if sure:
        return _("More hours a week: no number of hours would do; money or waiting times stand in the way.")
    return _("More hours a week: no number was found that would do, though not every way could be tried.")


def more_money(budget: str | None, now: str, sure: bool) -> str:
    """More money, or that no sum would do."""
    if budget is not None:
        return _("More money: a budget of {budget}, in place of {now}.").format(budget=budget, now=now)
    if sure:
        return _("More money: no sum would do; hours or waiting times stand in the way.")
    return _("More money: no sum was found that would do, though not every way could be tried.")


def _steps(count: int) -> str:
    return ngettext("{n} step", "{n} steps", count).format(n=count)
