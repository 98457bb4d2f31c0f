"""What must be true of the rest of the rules: plan, levels, sources, calendar, gaps, vignettes."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.rulebook import AcceptedGap, DatedFact, PlanRules, Vignette
from cbassess.packs.action_rules import check_currency
from cbassess.packs.answers import read_responses
from cbassess.packs.drafting import Draft
from cbassess.packs.quoting import shown
from cbassess.packs.shaping import Placed
from cbassess.packs.targets import check_name, item_or_problem, target_fault


def check_rulebook(draft: Draft) -> Iterator[Problem]:
    """Problems of what stands in rulebook.toml and calendar.toml."""
    if draft.plan:
        yield from _check_plan(draft, draft.plan)
    yield from _check_levels(draft)
    for dated in draft.calendar:
        yield from _check_dated(draft, dated)
    for gap in draft.accepted_gaps:
        yield from _check_gap(draft, gap)


def _check_plan(draft: Draft, placed: Placed[PlanRules]) -> Iterator[Problem]:
    plan, spot = placed.noun, placed.spot
    for key, item_id in (("hours_per_week", plan.hours_per_week), ("budget", plan.budget)):
        item = item_or_problem(draft, item_id, spot / key)
        if isinstance(item, Problem):
            yield item
        elif item is not None and item.kind != "number":
            yield (spot / key).problem("wrong-kind", f"{item_id} is a {item.kind} item; a number is needed here.")
    yield from check_currency(draft, plan.currency, spot / "currency")
    for key in ("blocking_bands", "expansion_bands", "least_cost_bands"):
        for index, band in enumerate(getattr(plan, key)):
            yield from check_name(draft, "band", "unknown-band", band, spot / key / index)


def _check_levels(draft: Draft) -> Iterator[Problem]:
    if draft.levels and draft.levels[0].noun.from_ != 0:
        yield (draft.levels[0].spot / "from").problem("levels-order", "The first level must start at 0.")
    for before, after in zip(draft.levels, draft.levels[1:], strict=False):
        if after.noun.from_ <= before.noun.from_:
            message = f"This level must start above {before.noun.from_:g}, where the one before it starts."
            yield (after.spot / "from").problem("levels-order", message)


def _check_dated(draft: Draft, placed: Placed[DatedFact]) -> Iterator[Problem]:
    dated, spot = placed.noun, placed.spot
    if dated.until is not None and dated.until < dated.from_:
        yield (spot / "until").problem("range-reversed", f"`until` ({dated.until}) is before `from` ({dated.from_}).")
    for index, (before, day) in enumerate(zip(dated.days, dated.also, strict=False)):
        if day <= before:
            message = f"The days in `also` must come after `from` and rise; {day} does not come after {before}."
            yield (spot / "also" / index).problem("range-reversed", message)
    for index, name in enumerate(dated.sources):
        yield from check_name(draft, "source", "unknown-source", name, spot / "sources" / index)


def _check_gap(draft: Draft, placed: Placed[AcceptedGap]) -> Iterator[Problem]:
    gap, spot = placed.noun, placed.spot
    item = item_or_problem(draft, gap.item, spot / "item")
    if isinstance(item, Problem):
        yield item
        return
    if item is None:
        return
    if fault := target_fault(item, gap.below):
        yield (spot / "below").fault(fault)
    elif all(placed.noun.item != gap.item for placed in draft.indicators):
        yield (spot / "item").problem("bad-value", f"{gap.item} is no indicator of a trend, so it leaves no gap.")
    yield from _check_movers(draft, placed)


def _check_movers(draft: Draft, placed: Placed[AcceptedGap]) -> Iterator[Problem]:
    """What moves the item leads to some answer of it; and a figure says of what."""
    gap, spot = placed.noun, placed.spot
    achieved = {row.noun.id: row.noun.achieves for row in draft.actions}
    for index, name in enumerate(gap.moved_by):
        yield from check_name(draft, "action", "unknown-action", name, spot / "moved_by" / index)
        if gap.item not in achieved.get(name, {gap.item: ""}):
            message = f"{name} does not achieve any answer to {gap.item}, so it does not move it."
            yield (spot / "moved_by" / index).problem("bad-value", message)
    if gap.per_quarter is not None and gap.unit is None:
        yield spot.problem("missing-key", "`per_quarter` is given without its `unit`.")


def check_vignette(draft: Draft, placed: Placed[Vignette]) -> Iterator[Problem]:
    """Problems of a worked case; its answers are read like an answers file."""
    vignette, spot = placed.noun, placed.spot
    for key, names in (("expect_first", vignette.expect_first), ("forbid", vignette.forbid)):
        for index, name in enumerate(names):
            yield from check_name(draft, "action", "unknown-action", name, spot / key / index)
    for index, name in enumerate(vignette.forbid):
        if name in vignette.expect_first:
            yield (spot / "forbid" / index).problem("bad-value", f"{shown(name)} is expected and forbidden at once.")
    problems: list[Problem] = []
    read_responses(spot / "answers", vignette.answers, draft.items_by_id, problems)
    yield from problems
