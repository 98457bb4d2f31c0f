"""Latest safe starts, planned back from the dates that concern a step.

A step has to start as many weeks before its date as it takes: its lead time at the longer end, or the weeks
in which the seller's hours do the work, whichever is longer. A step that others wait for has to start that
much before their latest start.
"""

from __future__ import annotations

import datetime as dt
import math

from cbassess.engine.situation import Situation
from cbassess.planning.dates import SURE, dates_of, next_day
from cbassess.planning.ordering import Ranked


def weeks_needed(one: Ranked, hours_per_week: float) -> float:
    """Weeks from the start of a step to its proof; endless without hours."""
    effort = one.priority.effort_hours
    work = math.ceil(effort / hours_per_week) if hours_per_week else (math.inf if effort else 0)
    return max(math.ceil(one.action.lead_weeks[1]), work)


class Deadlines:
    """Latest safe starts of the steps of one plan."""

    def __init__(self, situation: Situation, ranked: tuple[Ranked, ...], hours_per_week: float) -> None:
        self._situation, self._hours = situation, hours_per_week
        self._latest: dict[str, dt.date] = {}
        needed: dict[str, list[dt.date]] = {}  # action -> latest starts of those that wait for it
        for one in reversed(ranked):  # whoever waits for a step stands after it
            day = self._latest_of(one, needed.get(one.action.id, []))
            if day is not None:
                self._latest[one.action.id] = day
                for need in one.requires:
                    needed.setdefault(need, []).append(day)

    def latest_start(self, action: str) -> dt.date | None:
        """Last day on which the step can start and still be in time; None where nothing falls due."""
        return self._latest.get(action)

    def start_by(self, one: Ranked, day: dt.date) -> dt.date:
        """Last day on which a step can start to be done on the day."""
        weeks = weeks_needed(one, self._hours)
        return dt.date.min if math.isinf(weeks) else day - dt.timedelta(weeks=weeks)

    def _latest_of(self, one: Ranked, needed: list[dt.date]) -> dt.date | None:
        as_of = self._situation.as_of
        ahead = (next_day(fact, as_of) for fact in dates_of(self._situation, one.action) if fact.confidence in SURE)
        days = [*needed, *(day for day in ahead if day > as_of)]
        return self.start_by(one, min(days)) if days else None
