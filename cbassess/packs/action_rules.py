"""What must be true of actions: targets, names, ranges, order."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.rulebook import Action
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft
from cbassess.packs.graphs import circles
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.shaping import Placed
from cbassess.packs.targets import check_name, item_or_problem, target_fault

STEPS = (2, 5)


def check_actions(draft: Draft) -> Iterator[Problem]:
    """Problems of every action, and circles among them."""
    for placed in draft.actions:
        yield from _check_achieves(draft, placed)
        yield from _check_names(draft, placed)
        yield from _check_ranges(placed)
        yield from _check_steps(placed)
    yield from _check_circles(draft)


def _check_achieves(draft: Draft, placed: Placed[Action]) -> Iterator[Problem]:
    spot = placed.spot / "achieves"
    if not placed.noun.achieves:
        yield spot.problem("achieves-nothing", "The action does not say which answer it leads to.")
    for item_id, target in placed.noun.achieves.items():
        item = item_or_problem(draft, item_id, spot / item_id)
        if item is None:
            continue
        if isinstance(item, Problem):
            yield item
        elif fault := target_fault(item, target):
            yield (spot / item_id).fault(fault)
        elif item.kind == "scale" and target == item.option_ids[0]:
            yield (spot / item_id).problem("achieves-nothing", f"{shown(target)} is the weakest answer to {item_id}.")


def _check_names(draft: Draft, placed: Placed[Action]) -> Iterator[Problem]:
    action, spot = placed.noun, placed.spot
    yield from check_name(draft, "band", "unknown-band", action.band, spot / "band")
    for index, lift in enumerate(action.band_when):
        yield from check_name(draft, "band", "unknown-band", lift.band, spot / "band_when" / index / "band")
    for index, name in enumerate(action.requires):
        yield from check_name(draft, "action", "unknown-action", name, spot / "requires" / index)
    for index, name in enumerate(action.dates):
        yield from check_name(draft, "date", "unknown-date", name, spot / "dates" / index)
    for index, name in enumerate(action.sources):
        yield from check_name(draft, "source", "unknown-source", name, spot / "sources" / index)
    yield from check_currency(draft, action.cost.currency, spot / "cost" / "currency")


def check_currency(draft: Draft, currency: str, spot: Spot) -> Iterator[Problem]:
    """A problem where the rulebook has no rate for the currency."""
    if draft.rates is None:
        return
    known = [draft.rates.noun.base, *draft.rates.noun.per_unit]
    if currency not in known:
        yield spot.problem("unknown-currency", f"There is no exchange rate for {currency}.", nearest(currency, known))


def _check_ranges(placed: Placed[Action]) -> Iterator[Problem]:
    action, spot = placed.noun, placed.spot
    for key, (least, most) in (("effort_hours", action.effort_hours), ("lead_weeks", action.lead_weeks)):
        if least < 0:
            yield (spot / key).problem("bad-value", f"`{key}` cannot be less than 0.")
        elif most <= 0:
            yield (spot / key).problem("bad-value", f"`{key}` must be more than 0 at its upper end.")
        yield from _check_order(spot / key, least, most)
    yield from _check_order(spot / "cost", action.cost.min, action.cost.max)


def _check_order(spot: Spot, least: float, most: float) -> Iterator[Problem]:
    if least > most:
        yield spot.problem("range-reversed", f"The range goes from {least:g} down to {most:g}.", "Swap the two.")


def _check_steps(placed: Placed[Action]) -> Iterator[Problem]:
    count, spot = len(placed.noun.steps), placed.spot / "steps"
    least, most = STEPS
    if count < least:
        yield spot.problem("too-few", f"An action has {least} to {most} steps; this one has {count}.")
    if count > most:
        yield spot.problem("too-long", f"An action has {least} to {most} steps; this one has {count}.")


def _check_circles(draft: Draft) -> Iterator[Problem]:
    spots = {placed.noun.id: placed.spot for placed in draft.actions}
    for circle in circles({placed.noun.id: placed.noun.requires for placed in draft.actions}):
        message = f"These actions require each other in a circle: {' -> '.join(circle[:8])}."
        yield (spots[circle[0]] / "requires").problem("requires-cycle", message)
