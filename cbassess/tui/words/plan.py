"""The plan."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
keyed = speaker.keyed
ngettext = speaker.plural

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


def start_by(day: str, is_late: bool) -> str:
    """The latest safe start; where the step starts after it, what that means."""
    return _("{day}: it starts later, so not every date can be met").format(day=day) if is_late else day


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

FILTER = _("Filter")
FILTER_HELP = _("Show some of the steps only: by trend, urgency, status or owner")
SHOW_ALL = _("Show all")
SHOW_ALL_HELP = _("Show all steps again")
FILTER_TITLE = _("Which steps are shown")
FILTER_ASK = _("Of a group in which nothing is marked, everything is shown.")
MARK = _("Mark")
MARK_HELP = _("Mark the highlighted line, or take the mark away")
FILTER_KINDS = {"trend": _("Trend"), "band": _("Urgency"), "status": _("Status"), "owner": _("Who")}
IS_LATE = _("late")
NOTHING_SHOWN = _("No step is like this. Press [x|plan.show_all] to show all.")
BY_YOUR_ANSWERS = _("Done, by your answers")
NOT_BY_YOUR_ANSWERS = _("Marked done, but not by your answers")
NO_LONGER_PLANNED = _("Begun, done or dropped, and not in this plan")
HOURS_AND_PACE = _("Honest pace")
WAITS_FOR = _("Waits for")
WAIT_FOR_IT = _("Waiting for it")
PACE = _("Pace")
PACE_HELP = _("See how much of your plans gets done, and fit this one to it")
PACE_UNKNOWN = _("There is too little to tell yet.")
PACE_UNKNOWN_WHY = _("It takes a plan of at least 5 hours, and four weeks of work on it, to tell a pace.")
PACE_ASK = _("What the plan counts on")
PACE_FIT = _("your pace")
PACE_ALL = _("all your hours")
PACE_OWN = _("a share of your own")
PACE_SHARE_ASK = _("Which share of your hours")
PACE_SHARE_FORM = _("A number from 10 to 100, in percent.")
PACE_CHOICES = {
    "asked": _("The plan counts on all your hours."),
    "off": _("The plan counts on all your hours, because you chose so."),
    "fit": _("The plan is fitted to your pace."),
}
PACE_CHANGE = _("Press [h|plan.pace] to change this.")


def step_count(shown: int, steps: int) -> str:
    """`Shown: 12 of 39`."""
    return _("Shown: {shown} of {steps}").format(shown=shown, steps=steps)


def steps_in_state(steps: int, doing: int, done: int, late: int) -> str:
    """`39 steps: 2 doing, 1 done, 1 late`."""
    told = ngettext("{n} step", "{n} steps", steps).format(n=steps)
    return _("{steps}: {doing} doing, {done} done, {late} late").format(steps=told, doing=doing, done=done, late=late)


def quarter_hours(steps: int, hours: str) -> str:
    """`5 steps, 80 hours of your own`."""
    told = ngettext("{n} step", "{n} steps", steps).format(n=steps)
    return _("{steps}, {hours} hours of your own").format(steps=told, hours=hours)


def pace_line(percent: str) -> str:
    """`54 % of the planned hours get done`."""
    return _("{percent} % of the planned hours get done").format(percent=percent)


def pace_period(wave: str, planned: str, finished: str, end: str) -> str:
    """`2026-Q4: 48 hours planned until 2027-02-20, 26 finished`."""
    return _("{wave}: {planned} hours planned until {end}, {finished} finished").format(
        wave=wave, planned=planned, finished=finished, end=end
    )


def pace_sum(finished: str, planned: str, percent: str) -> str:
    """`In all 52 of 96 hours: 54 %.`."""
    return _("In all {finished} of {planned} hours: {percent} %.").format(
        finished=finished, planned=planned, percent=percent
    )


def pace_would_fit(hours: str, fitted: str) -> str:
    """`You said 14 hours a week; 7.6 would fit.`."""
    return _("You said {hours} hours a week; {fitted} would fit.").format(hours=hours, fitted=fitted)


def pace_offer(percent: str) -> str:
    """Offered while nothing was decided about a pace that is known."""
    told = keyed(_("About {percent} % of your planned hours get done. Press [h|plan.pace] to fit the plan to that."))
    return told.format(percent=percent)


def pace_share(percent: str) -> str:
    """Where the seller named a share."""
    return _("The plan counts on {percent} % of your hours, because you chose so.").format(percent=percent)
