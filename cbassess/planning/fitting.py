"""What did not fit into the plan: why, and what would make it fit.

What would make it fit is tried, not guessed: the plan is made again with more hours, with more money, and with both,
rung by rung, until the step is in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from cbassess.engine.situation import Situation
from cbassess.model.plan import Capacity, Unplaced
from cbassess.model.quarters import quarter_ends
from cbassess.planning.board import ROUNDING
from cbassess.planning.capacity import money, places_at
from cbassess.planning.ordering import Ranked
from cbassess.planning.scheduling import Schedule, schedule
from cbassess.words import phrase, words_in

HOURS_SHORT = phrase(
    "It takes about {hours:g} hours of your own; at {per_week:g} hours a week no room is left before {end}."
)
MONEY_SHORT = phrase("It costs about {cost:,.0f} {currency}; {short:,.0f} more than the budget leaves until {end}.")
WAITS = phrase("It waits for “{title}”, which did not fit.")
BLOCKED = phrase("“{title}” of the same trend comes first and did not fit.")

WITH_HOURS = phrase("It fits with {hours:g} hours a week instead of {now:g}.")
WITH_MONEY = phrase("It fits with a budget of {budget:,.0f} {currency} instead of {now:,.0f}.")
WITH_BOTH = phrase("It fits with {hours:g} hours a week and a budget of {budget:,.0f} {currency}.")
NEVER = phrase("More hours or money do not help: the steps before it and their lead times take longer than the plan.")

MORE_HOURS = (1.5, 2.0, 3.0, 5.0)
"""Multiples of the seller's hours that are tried."""

MORE_MONEY = (0.25, 0.5, 1.0)
"""Shares of the cost of all that did not fit which are tried on top of the budget."""

ROUND_MONEY = 100.0
"""A larger budget is named in steps of this."""


def unplaced(
    situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity, result: Schedule, *, with_cures: bool
) -> tuple[Unplaced, ...]:
    """The steps that are left, in order; `would_fit` is empty without `with_cures`."""
    cures = _cures(situation, ranked, capacity, result) if with_cures else {}
    never = words_in(situation.pack.language)(NEVER) if with_cures else ""
    return tuple(
        Unplaced(
            action=one.action.id,
            title=one.action.title,
            band=one.band,
            because=_because(situation, one, capacity, result),
            would_fit=cures.get(one.action.id, never),
        )
        for one in result.left.values()
    )


def _because(situation: Situation, one: Ranked, capacity: Capacity, result: Schedule) -> str:
    pack = situation.pack
    words = words_in(pack.language)
    for need in result.before[one.action.id]:
        if need in result.left:
            text = words(WAITS) if need in one.requires else words(BLOCKED)
            return text.format(title=pack.actions[need].title)
    end = quarter_ends(situation.as_of, pack.rulebook.plan.quarters)[-1].isoformat()
    cost = money(one.action.cost, one.band, pack.rulebook)
    short = cost - result.money_left
    if short > ROUNDING:
        currency = words.currency(pack.rulebook.rates.base)
        return words(MONEY_SHORT).format(cost=cost, short=short, currency=currency, end=end)
    return words(HOURS_SHORT).format(hours=one.priority.effort_hours, per_week=capacity.hours_per_week, end=end)


def _cures(situation: Situation, ranked: tuple[Ranked, ...], capacity: Capacity, result: Schedule) -> dict[str, str]:
    """Action -> the first relaxation under which the plan has room for it."""
    cures: dict[str, str] = {}
    for relaxed, text in _relaxed(situation, capacity, result):
        if len(cures) == len(result.left):
            break
        again = schedule(situation, ranked, relaxed)
        for name in result.left:
            if name in again.placed:
                cures.setdefault(name, text)
    return cures


def _relaxed(situation: Situation, capacity: Capacity, result: Schedule) -> Iterator[tuple[Capacity, str]]:
    """More hours, more money, then both, each with the sentence that says so."""
    rulebook = situation.pack.rulebook
    words = words_in(situation.pack.language)
    currency = words.currency(rulebook.rates.base)
    hours = [math.ceil(max(capacity.hours_per_week, 1.0) * times) for times in MORE_HOURS]
    for more in hours:
        text = words(WITH_HOURS).format(hours=more, now=capacity.hours_per_week)
        yield _with(situation, capacity, more, capacity.budget), text
    if capacity.budget is None:
        return
    missing = sum(money(one.action.cost, one.band, rulebook) for one in result.left.values())
    budgets = [math.ceil((capacity.budget + missing * share) / ROUND_MONEY) * ROUND_MONEY for share in MORE_MONEY]
    for budget in budgets:
        text = words(WITH_MONEY).format(budget=budget, currency=currency, now=capacity.budget)
        yield _with(situation, capacity, capacity.hours_per_week, budget), text
    for more in hours[1], hours[-1]:
        text = words(WITH_BOTH).format(hours=more, budget=budgets[-1], currency=currency)
        yield _with(situation, capacity, more, budgets[-1]), text


def _with(situation: Situation, capacity: Capacity, hours: float, budget: float | None) -> Capacity:
    rules = situation.pack.rulebook.plan
    return replace(capacity, hours_per_week=hours, budget=budget, steps_at_once=places_at(hours, rules))
