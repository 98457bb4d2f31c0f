"""What a plan has to fit: the seller's hours and money, and how many steps may run at once."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.model.pack import Pack
from cbassess.model.plan import Capacity
from cbassess.model.responses import Response
from cbassess.model.rulebook import Cost, Rates

NO_HOURS = "hours per week not answered: {hours:g} assumed"
NO_BUDGET = "budget not answered: the plan does not look at money"


def capacity_of(pack: Pack, responses: Mapping[str, Response]) -> Capacity:
    """Hours, money and number of parallel steps; what was not answered is named as assumed."""
    rules = pack.rulebook.plan
    assumed = []
    hours = _number(responses.get(rules.hours_per_week))
    if hours is None:
        hours = rules.default_hours
        assumed.append(NO_HOURS.format(hours=hours))
    budget = _number(responses.get(rules.budget))
    if budget is None:
        assumed.append(NO_BUDGET)
    few = hours < rules.few_hours
    return Capacity(
        hours_per_week=hours,
        budget=budget,
        currency=rules.currency,
        steps_at_once=rules.steps_with_few_hours if few else rules.steps_at_once,
        assumed=tuple(assumed),
    )


def money(cost: Cost, rates: Rates) -> float:
    """The middle of the cost in the currency of the rates."""
    per_unit = 1.0 if cost.currency == rates.base else rates.per_unit[cost.currency]
    return (cost.min + cost.max) / 2 * per_unit


def _number(response: Response | None) -> float | None:
    return float(response) if isinstance(response, int | float) else None
