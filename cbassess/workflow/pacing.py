"""The pace of a seller: learned from the plans that are over, offered for the next one, and overruled at will."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from cbassess.model.assessment import Assessment
from cbassess.model.history import Wave, WorkEntry
from cbassess.model.pack import Pack
from cbassess.model.work import Pace, PacePeriod
from cbassess.working.folding import fold_until, pace_choice
from cbassess.working.pacing import LAST_PERIODS, Planned, learn, period_of

Entries = Sequence[WorkEntry]
PlanOf = Callable[[Wave, float | None], Assessment]
"""The assessment of a wave as it was then, with the hours cut to a share."""

MOST_WAVES = 2 * LAST_PERIODS


def pace_at(waves: Sequence[Wave], plan_of: PlanOf, entries: Entries, pack: Pack) -> Pace:
    """The pace with which the plan of the last of `waves` is made.

    Each plan before it counts as it was made then, cut to the pace that was known and chosen at that time.
    """
    periods: list[PacePeriod] = []
    for wave, following in pairwise(waves[-MOST_WAVES:]):
        share = learn(periods, 0.0, pace_choice(_until(entries, following.as_of))).applied
        in_place = frozenset(plan_of(following, None).in_place)
        periods.append(_period(plan_of(wave, share), following.as_of, in_place, entries, pack))
    hours = plan_of(waves[-1], None).capacity.hours_per_week
    return learn(periods, hours, pace_choice(entries))


def _until(entries: Entries, day: dt.date) -> list[WorkEntry]:
    return [entry for entry in entries if entry.on <= day]


def _period(document: Assessment, end: dt.date, in_place: frozenset[str], entries: Entries, pack: Pack) -> PacePeriod:
    plan = Planned(
        wave=document.wave,
        start=document.as_of,
        end=end,
        hours_per_week=document.capacity.hours_per_week,
        steps=document.plan,
        in_place=in_place,
    )
    before = fold_until(entries, document.as_of - dt.timedelta(days=1))
    return period_of(plan, before, fold_until(entries, end), _parts(pack))


def _parts(pack: Pack) -> Callable[[str], int]:
    return lambda action: len(pack.actions[action].steps) if action in pack.actions else 0
