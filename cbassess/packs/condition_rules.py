"""All conditions of a pack: each text parsed once, skip logic only backwards, no fact in a circle."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator, Mapping

from cbassess.errors import Problem
from cbassess.model.expressions import Expression
from cbassess.packs.conditions import ConditionProblem, Scope, parse_condition
from cbassess.packs.documents import Spot
from cbassess.packs.drafting import Draft
from cbassess.packs.graphs import chain_lengths, circles
from cbassess.packs.shaping import MAX_PROBLEMS
from cbassess.packs.uses import facts_in, items_behind

# Facts are walked by recursion, each up to 20 levels deep itself.
MAX_FACT_CHAIN = 10

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"[A-Za-z_][\w.]*")


def places_of_conditions(draft: Draft) -> Iterator[tuple[Spot, str]]:
    """Every condition text of the pack with its place."""
    for contradiction in draft.contradictions:
        yield contradiction.spot / "when", contradiction.noun.when
    for item in draft.items:
        if item.noun.ask_when is not None:
            yield item.spot / "ask_when", item.noun.ask_when
    for fact in draft.facts:
        yield fact.spot / "when", fact.noun.when
    for trend in draft.trends.values():
        if trend.head is not None:
            yield trend.head.spot / "applies_when", trend.head.noun.applies_when
            for index, signal in enumerate(trend.head.noun.signals):
                yield trend.head.spot / "signals" / index / "when", signal.when
    yield from _places_in_actions(draft)
    yield from ((one.spot / "when", one.noun.when) for one in draft.calendar if one.noun.when is not None)
    yield from ((one.spot / "when", one.noun.when) for one in draft.accepted_gaps if one.noun.when is not None)


def _places_in_actions(draft: Draft) -> Iterator[tuple[Spot, str]]:
    for action in draft.actions:
        if action.noun.applies_when is not None:
            yield action.spot / "applies_when", action.noun.applies_when
        for index, against in enumerate(action.noun.contraindications):
            yield action.spot / "contraindications" / index / "when", against.when
        for index, lift in enumerate(action.noun.band_when):
            yield action.spot / "band_when" / index / "when", lift.when


def parse_conditions(draft: Draft) -> tuple[dict[str, Expression], list[Problem]]:
    """Condition text -> typed tree, and a problem at every place where a condition cannot be used."""
    scope = Scope(draft.items_by_id, {fact.noun.id: fact.noun.when for fact in draft.facts})
    trees: dict[str, Expression] = {}
    wrong: dict[str, ConditionProblem] = {}
    problems: list[Problem] = []
    for spot, text in places_of_conditions(draft):
        if text not in trees and text not in wrong and not _waits(text, draft, scope):
            try:
                trees[text] = parse_condition(text, scope)
            except ConditionProblem as problem:
                wrong[text] = problem
        if text in wrong:
            problems.append(spot.problem(wrong[text].code, wrong[text].message, wrong[text].hint))
        if len(problems) > MAX_PROBLEMS:
            break
    return trees, problems


def _waits(text: str, draft: Draft, scope: Scope) -> bool:
    """Whether the condition names something that cannot be judged before other problems are mended."""
    for name in _NAME.findall(_QUOTED.sub("", text)):
        names, sound = (draft.named("item"), scope.items) if "." in name else (draft.named("fact"), scope.facts)
        if name not in sound and not names.missing(name) and not keyword.iskeyword(name):
            return True
    return False


def check_conditions(draft: Draft, trees: Mapping[str, Expression]) -> Iterator[Problem]:
    """Problems of conditions among each other: circles of facts, skip logic that looks ahead."""
    for fact in draft.facts:
        if keyword.iskeyword(fact.noun.id):
            message = f"'{fact.noun.id}' is a word of the condition language."
            yield (fact.spot / "id").problem("reserved-id", message)
    facts = {fact.noun.id: trees[fact.noun.when] for fact in draft.facts if fact.noun.when in trees}
    graph = {name: facts_in(tree) for name, tree in facts.items()}
    spots = {fact.noun.id: fact.spot / "when" for fact in draft.facts}
    found = circles(graph)
    for circle in found:
        message = f"These facts are defined by each other: {' -> '.join(circle[:8])}."
        yield spots[circle[0]].problem("fact-cycle", message)
    for name, length in chain_lengths(graph).items() if not found else ():
        if length == MAX_FACT_CHAIN + 1:
            message = f"The fact stands on a chain of more than {MAX_FACT_CHAIN} other facts."
            yield spots[name].problem("condition-too-deep", message)
    yield from _looking_ahead(draft, trees, facts)


def _looking_ahead(draft: Draft, trees: Mapping[str, Expression], facts: Mapping[str, Expression]) -> Iterator[Problem]:
    asked: set[str] = set()
    for placed in draft.items:
        item = placed.noun
        tree = trees.get(item.ask_when or "")
        for used in sorted(items_behind(tree, facts) - asked) if tree else ():
            when = "the item itself" if used == item.id else f"{used}, which is only asked later"
            yield (placed.spot / "ask_when").problem("forward-reference", f"The condition uses {when}.")
        asked.add(item.id)
