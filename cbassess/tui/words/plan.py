"""The plan."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
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
