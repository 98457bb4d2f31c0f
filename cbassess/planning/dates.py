"""The dates of the calendar that concern an action of a seller, as they look on a day."""

from __future__ import annotations

import datetime as dt

from cbassess.engine.situation import Situation
from cbassess.model.rulebook import Action, DatedFact

SURE = ("high", "medium")
"""Confidence with which a date may move a plan."""


def next_day(fact: DatedFact, as_of: dt.date) -> dt.date:
    """The day that matters now: the next one on which it falls, or the last one where all are past."""
    return next((day for day in fact.days if day >= as_of), fact.days[-1])


def is_over(fact: DatedFact, as_of: dt.date) -> bool:
    """Whether it has ended. A season that has passed is over; a rule without an end stays in force."""
    ends = fact.until or (fact.days[-1] if fact.also else None)
    return ends is not None and ends < as_of


def dates_of(situation: Situation, action: Action) -> tuple[DatedFact, ...]:
    """The dates of the action that concern the seller, without those that are over; the nearest first."""
    if not action.dates:
        return ()
    as_of = situation.as_of
    named = (situation.pack.calendar.get(name) for name in action.dates)
    facts = [fact for fact in named if fact and not is_over(fact, as_of) and _concerns(situation, fact)]
    if len(facts) < 2:
        return tuple(facts)
    return tuple(sorted(facts, key=lambda fact: (next_day(fact, as_of), fact.id)))


def _concerns(situation: Situation, fact: DatedFact) -> bool:
    """Only what is known to concern the seller may move a plan; an unknown condition does not."""
    return fact.when is None or situation.truths[fact.when] is True
