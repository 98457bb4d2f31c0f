"""Readiness under the rules of one pack over the questions of another.

A rulebook is written for its own questions, so two packs cannot simply be joined. Instead the rules are made ready to
be told which of their items are asked: each item's skip logic is replaced by a switch, an answer to one more item, and
the switches are set by routing the same seller through the questions of the other pack.

    the questions    which items are asked of this seller
    the rules        what an answer counts for, the options of an item included
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from cbassess.carrying.meaning import same_meaning
from cbassess.carrying.translating import responses_under
from cbassess.engine.scoring import readiness_of, relevance_of
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.evaluation import Interval
from cbassess.model.expressions import HasAny
from cbassess.model.instrument import Item, Option, Section
from cbassess.model.pack import Pack
from cbassess.model.responses import Response

SWITCHES = "which.asked"
Answers = Mapping[str, Response]


class Route(NamedTuple):
    """Items that are asked of a seller, and those of them that wait for an earlier answer."""

    asked: frozenset[str]
    waiting: frozenset[str]

    def among(self, items: Collection[str]) -> Route:
        """The same route, over some of its items only."""
        return Route(self.asked.intersection(items), self.waiting.intersection(items))


class Rules:
    """The rules of a pack, ready to judge a seller who was asked any of its items."""

    def __init__(self, pack: Pack) -> None:
        self._options = {item: f"i{place}" for place, item in enumerate(pack.items)}
        self._switched = Ruling(_switched(pack, self._options))

    def judge(self, answers: Answers, as_of: dt.date, route: Route) -> Situation:
        """The situation of a seller on this route; an answer to an item that waits does not count yet."""
        switches = tuple(option for item, option in self._options.items() if item in route.asked)
        counted = {item: response for item, response in answers.items() if item not in route.waiting}
        return situate(self._switched, {**counted, SWITCHES: switches}, as_of)


@lru_cache(maxsize=8)
def rules_of(pack: Pack) -> Rules:
    """The rules of a pack; a pack is known by identity."""
    return Rules(pack)


@lru_cache(maxsize=8)
def _ruling(pack: Pack) -> Ruling:
    return Ruling(pack)


def route_of(questions: Pack, answers: Answers, as_of: dt.date) -> Route:
    """The route of a seller with these answers through the questions of a pack."""
    states = situate(_ruling(questions), answers, as_of).states
    return Route(
        asked=frozenset(item for item, state in states.items() if state != "off_route"),
        waiting=frozenset(item for item, state in states.items() if state == "waiting"),
    )


def judge(rules: Pack, questions: Pack, answers: Answers, source: Pack | None, as_of: dt.date) -> Situation:
    """A seller under the rules of one pack, asked what the other pack asks.

    Args:
        rules: says what answers count for.
        questions: says what is asked.
        answers: as they were given.
        source: the pack under which they were given, where that is at hand.
        as_of: the day of which they tell.
    """
    known = source.items if source else None
    route = route_of(questions, responses_under(questions.items, answers, known), as_of)
    under = responses_under(rules.items, answers, known)
    return rules_of(rules).judge(under, as_of, _translated(rules, questions, route))


def _translated(rules: Pack, questions: Pack, route: Route) -> Route:
    if rules is questions:
        return route
    return Route(*(_named_in(rules, questions, items) for items in route))


def _named_in(rules: Pack, questions: Pack, items: Collection[str]) -> frozenset[str]:
    """The items of `rules` that are those of `questions`, whatever they are called there."""
    known = frozenset().union(items, *(questions.items[item].replaces for item in items))
    return frozenset(
        item_id for item_id, item in rules.items.items() if item_id in known or not known.isdisjoint(item.replaces)
    )


def shared_items(pack: Pack, others: Iterable[Pack]) -> frozenset[str]:
    """Items of a pack that all the others ask too, with the same meaning."""
    return frozenset(
        item_id
        for item_id, item in pack.items.items()
        if all(item_id in other.items and same_meaning(other.items[item_id], item) for other in others)
    )


def readiness(situation: Situation) -> dict[str, Interval]:
    """Trend id -> readiness, of the trends that concern the seller or still may, and that measure something."""
    return {
        trend.id: readiness_of(trend, situation)
        for trend in situation.pack.rulebook.trends
        if situation.truths[trend.applies_when] is not False and situation.standings[trend.id]
    }


def relevance(situation: Situation) -> dict[str, float]:
    """Trend id -> relevance."""
    return {trend.id: relevance_of(trend, situation).value for trend in situation.pack.rulebook.trends}


def _switched(pack: Pack, options: Mapping[str, str]) -> Pack:
    """The pack with a switch for each item in place of its skip logic; item id -> option of the switch."""
    # The option beside them makes sure that there are two, and is never chosen.
    chosen = tuple(Option(id=option, text=option) for option in (*options.values(), "none"))
    switches = Item(id=SWITCHES, kind="multi", stem=SWITCHES, why=SWITCHES, how=SWITCHES, options=chosen)
    keys = {item: f"{SWITCHES} {option}" for item, option in options.items()}
    items = (replace(item, ask_when=keys[item.id]) for item in pack.items.values())
    section = Section(id="all", title="all", intro="all", items=(switches, *items))
    instrument = replace(pack.instrument, sections=(section,), contradictions=())
    conditions = {keys[item]: HasAny(SWITCHES, (option,)) for item, option in options.items()}
    return replace(pack, instrument=instrument, conditions={**pack.conditions, **conditions})
