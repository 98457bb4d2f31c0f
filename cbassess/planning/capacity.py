"""What a plan has to fit: the seller's hours and money, and how many steps may run at once."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.responses import Response
from cbassess.model.rulebook import Cost, PlanRules, Rulebook
from cbassess.words import phrase, words_in

NO_HOURS = phrase("hours per week not answered: {hours:g} assumed")
NO_BUDGET = phrase("budget not answered: the plan does not look at money")


def capacity_of(pack: Pack, responses: Mapping[str, Response]) -> Capacity:
    """Hours, money and number of parallel steps; what was not answered is named as assumed."""
    rules, words = pack.rulebook.plan, words_in(pack.language)
    assumed = []
    hours = _number(responses.get(rules.hours_per_week))
    if hours is None:
        hours = rules.default_hours
        assumed.append(words(NO_HOURS).format(hours=hours))
    budget = _number(responses.get(rules.budget))
    if budget is None:
        assumed.append(words(NO_BUDGET))
    return Capacity(
        hours_per_week=hours,
        budget=budget,
        currency=rules.currency,
        steps_at_once=places_at(hours, rules),
        assumed=tuple(assumed),
    )


def places_at(hours: float, rules: PlanRules) -> int:
    """How many steps run at once with so many hours a week."""
    return rules.steps_with_few_hours if hours < rules.few_hours else rules.steps_at_once


def money(cost: Cost, band: str, rulebook: Rulebook) -> float:
    """What the plan sets aside for a step, in the base currency of the rates.

    The middle of the range, or its lower end in the bands that cannot wait.
    """
    rates = rulebook.rates
    per_unit = 1.0 if cost.currency == rates.base else rates.per_unit[cost.currency]
    amount = cost.min if band in rulebook.plan.least_cost_bands else (cost.min + cost.max) / 2
    return amount * per_unit


def _number(response: Response | None) -> float | None:
    return float(response) if isinstance(response, int | float) else None
