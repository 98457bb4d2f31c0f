"""The value of information: what open answers could still change.

Each answer that can make a difference is tried in the engine itself, one item at a time and then, where that stays
within bounds, in all combinations.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from cbassess.engine.firing import fire
from cbassess.engine.scoring import readiness_of, relevance_of
from cbassess.engine.situation import Situation, situate
from cbassess.model.assessment import PackStamp
from cbassess.model.information import Information, ItemInformation, Reach, Together
from cbassess.model.responses import Response
from cbassess.planning.building import first_steps
from cbassess.planning.trying import Trial, answers_to_try

FIRST = 5
"""How many steps at the head of the plan are watched."""

OPEN = ("open", "dont_know", "declined")
MAX_TOGETHER = 60
"""As many combinations of answers are all tried."""

DRAWN = 30
"""Of more combinations so many are drawn."""


class _Outcome(Struct, frozen=True):
    """What an answer leads to: the first steps, and readiness and relevance per trend."""

    first: tuple[str, ...]
    readiness: Mapping[str, float]


def value_of_information(situation: Situation, seller: str = "", first: int = FIRST) -> Information:
    """What each open item could change, the most important first; `first` steps of the plan are watched."""
    now = _outcome(situation, first)
    pack = situation.pack
    trials = {
        item: answers_to_try(pack.items[item], situation.ruling, situation.as_of)
        for item, state in situation.states.items()
        if state in OPEN
    }
    outcomes = {
        item: [_outcome(_with(situation, {item: answer}), first) for answer in trial.answers]
        for item, trial in trials.items()
    }
    items = [_item(situation, item, trials[item], outcomes[item], now) for item in trials]
    together = _together(situation, trials, now, first)
    named = {*now.first, *(action for one in items for action in one.could_enter)}
    trends = {trend.id: trend.title for trend in pack.rulebook.trends if trend.id in now.readiness}
    return Information(
        seller=seller,
        as_of=situation.as_of,
        language=pack.language,
        pack=PackStamp(title=pack.instrument.title, version=pack.instrument.version, hash=pack.hash),
        first=now.first,
        certain=_certain(now, itertools.chain(*outcomes.values())),
        together=together,
        items=tuple(sorted(items, key=lambda one: _pays(situation, one), reverse=True)),
        titles={action: pack.actions[action].title for action in sorted(named)} | trends,
    )


def _outcome(situation: Situation, first: int) -> _Outcome:
    return _Outcome(
        first=first_steps(situation, tuple(fire(situation).fired), first),
        readiness={
            trend.id: readiness_of(trend, situation).value
            for trend in situation.pack.rulebook.trends
            if situation.truths[trend.applies_when] is not False
        },
    )


def _with(situation: Situation, answers: Mapping[str, Response]) -> Situation:
    return situate(situation.ruling, {**situation.given, **answers}, situation.as_of)


def _item(situation: Situation, item: str, trial: Trial, outcomes: list[_Outcome], now: _Outcome) -> ItemInformation:
    reached = {trend: [one.readiness[trend] for one in outcomes if trend in one.readiness] for trend in now.readiness}
    firsts = [set(one.first) for one in outcomes]
    return ItemInformation(
        item=item,
        stem=situation.pack.items[item].stem,
        state=situation.states[item],
        tried=len(trial.answers),
        exact=trial.exact,
        readiness={
            trend: Reach(low=min(values), now=now.readiness[trend], high=max(values))
            for trend, values in reached.items()
            if values and (min(values) < now.readiness[trend] or max(values) > now.readiness[trend])
        },
        could_enter=tuple(sorted(set().union(*firsts) - set(now.first))),
        could_leave=tuple(action for action in now.first if any(action not in first for first in firsts)),
    )


def _pays(situation: Situation, one: ItemInformation) -> tuple[float, float]:
    """First by how many of the first steps could change, then by points of readiness, weighted by relevance."""
    trends = situation.pack.trends
    points = sum(
        (reach.high - reach.low) * relevance_of(trends[trend], situation).high for trend, reach in one.readiness.items()
    )
    return len(one.could_leave) + len(one.could_enter), points


def _certain(now: _Outcome, outcomes: Iterable[_Outcome]) -> tuple[str, ...]:
    """Those of the first steps that are among the first in every outcome."""
    firsts = [one.first for one in outcomes]
    return tuple(action for action in now.first if all(action in first for first in firsts))


def _together(situation: Situation, trials: Mapping[str, Trial], now: _Outcome, first: int) -> Together:
    """All combinations of answers, or as many of them as there is time for, drawn evenly and always the same."""
    possible = math.prod(len(trial.answers) for trial in trials.values())
    combinations = list(_combinations(trials, possible))
    outcomes = [_outcome(_with(situation, answers), first) for answers in combinations]
    return Together(
        tried=len(combinations),
        possible=possible,
        exact=len(combinations) == possible and all(trial.exact for trial in trials.values()),
        certain=_certain(now, outcomes),
    )


def _combinations(trials: Mapping[str, Trial], possible: int) -> Iterator[dict[str, Response]]:
    if possible <= MAX_TOGETHER:
        for answers in itertools.product(*(trial.answers for trial in trials.values())):
            yield dict(zip(trials, answers, strict=True))
        return
    draw = random.Random(0)  # noqa: S311 - the same combinations for the same seller, nothing secret
    for _ in range(DRAWN):
        yield {item: draw.choice(trial.answers) for item, trial in trials.items()}
