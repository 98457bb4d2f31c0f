"""The dates of the calendar that concern an action, as they look on a day."""

from __future__ import annotations

import datetime as dt

from cbassess.model.pack import Pack
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


def dates_of(pack: Pack, action: Action, as_of: dt.date) -> tuple[DatedFact, ...]:
    """The dates that concern the action, without those that are over; the nearest first."""
    if not action.dates:
        return ()
    facts = [fact for fact in pack.rulebook.calendar if fact.id in action.dates and not is_over(fact, as_of)]
    return tuple(sorted(facts, key=lambda fact: (next_day(fact, as_of), fact.id)))
