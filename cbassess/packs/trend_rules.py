"""What must be true of trends and their indicators."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.instrument import Item
from cbassess.model.rulebook import Indicator
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft, TrendDraft
from cbassess.packs.item_rules import check_list
from cbassess.packs.quoting import nearest, shown
from cbassess.packs.shaping import Placed
from cbassess.packs.targets import SCORABLE, item_or_problem

RESERVED_TRENDS = dict.fromkeys(("rulebook", "sources", "calendar"), "a file of the pack")


def check_trends(draft: Draft) -> Iterator[Problem]:
    """Problems of the list of trends and of every indicator."""
    if draft.rulebook:
        spot = draft.rulebook.spot / "trends"
        yield from check_list(spot, draft.rulebook.noun.trends, RESERVED_TRENDS)
        if not draft.rulebook.noun.trends:
            yield spot.problem("too-few", "There is no trend.")
    for trend in draft.trends.values():
        yield from _check_thin(trend)
        seen: set[str] = set()
        for placed in trend.indicators:
            yield from _check_indicator(draft, placed, seen)


def _check_thin(trend: TrendDraft) -> Iterator[Problem]:
    if trend.head is None:
        return
    if not trend.head.noun.signals:
        message = "The trend has no signal, so nothing says how much it concerns a seller."
        yield (trend.head.spot / "signals").problem("thin-trend", message)
    if "indicators" not in trend.head.spot.document.data:
        message = "The trend has no indicator, so nothing says where a seller stands."
        yield trend.head.spot.problem("thin-trend", message)


def _check_indicator(draft: Draft, placed: Placed[Indicator], seen: set[str]) -> Iterator[Problem]:
    indicator, spot = placed.noun, placed.spot
    if indicator.item in seen:
        yield (spot / "item").problem("duplicate-id", f"{indicator.item} is an indicator of this trend already.")
    seen.add(indicator.item)
    item = item_or_problem(draft, indicator.item, spot / "item")
    if isinstance(item, Problem):
        yield item
    elif item is not None and item.kind not in SCORABLE:
        message = f"{item.id} is a {item.kind} item, which has no weaker and stronger answers."
        yield (spot / "item").problem("wrong-kind", message)
    elif item is not None and item.kind == "number":
        yield from _check_number(indicator, spot)
    elif item is not None:
        yield from _check_levels(indicator, item, spot)


def _check_number(indicator: Indicator, spot: Spot) -> Iterator[Problem]:
    if indicator.levels is not None:
        yield (spot / "levels").problem("levels-wrong", f"{indicator.item} is a number and has no options.")
    if indicator.worst is None or indicator.best is None:
        yield spot.problem("levels-wrong", f"{indicator.item} is a number and needs `worst` and `best`.")
    elif indicator.worst == indicator.best:
        yield (spot / "worst").problem("levels-wrong", "`worst` and `best` must differ.")


def _check_levels(indicator: Indicator, item: Item, spot: Spot) -> Iterator[Problem]:
    for key in ("worst", "best"):
        if getattr(indicator, key) is not None:
            message = f"{item.id} has options; `{key}` belongs to numbers."
            yield (spot / key).problem("levels-wrong", message, "Use `levels`.")
    if indicator.levels is None:
        if item.kind == "choice":
            yield spot.problem("levels-wrong", f"{item.id} is a choice and needs `levels` for its options.")
        return
    for option in indicator.levels:
        if option not in item.option_ids:
            message = f"{item.id} has no option {shown(option)}."
            yield (spot / "levels" / option).problem("unknown-option", message, nearest(option, item.option_ids))
    left_out = [option for option in item.option_ids if option not in indicator.levels]
    if left_out:
        yield (spot / "levels").problem("levels-wrong", f"No level is given for: {', '.join(left_out)}.")
    elif len(set(indicator.levels.values())) == 1:
        yield (spot / "levels").problem("levels-wrong", "All options have the same level, so nothing is scored.")
