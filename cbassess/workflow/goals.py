"""The way to a goal, as front ends ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from cbassess.engine.evaluating import evaluate
from cbassess.engine.situation import Situation
from cbassess.errors import UsageError
from cbassess.model.goal import Goal
from cbassess.model.pack import Pack
from cbassess.model.quarters import end_of_quarter, last_day_of, quarter_ends, quarter_of
from cbassess.model.responses import ResponseSet
from cbassess.packs.quoting import nearest, shown
from cbassess.planning.goals import HORIZON, build_goal
from cbassess.workflow.fewer_hours import with_fewer_hours
from cbassess.workflow.situating import situation_of


def reach(pack: Pack, responses: ResponseSet, as_of: dt.date, aims: Mapping[str, float], by: str) -> Goal:
    """The way to some aims; see `inquiries.reach`."""
    situation = situation_of(pack, responses, as_of)
    for trend, readiness in aims.items():
        _check_aim(situation, trend, readiness)
    share = responses.hours_share
    planned = situation if share is None else with_fewer_hours(situation, share)
    return build_goal(planned, evaluate(situation), responses.seller, aims, _checked_day(as_of, by))


def _check_aim(situation: Situation, trend: str, readiness: float) -> None:
    pack = situation.pack
    if trend not in pack.trends:
        raise UsageError("goal", "unknown-trend", f"There is no trend {shown(trend)}.", nearest(trend, pack.trends))
    if not 0 < readiness <= 100:
        hint = "Readiness goes from 0 to 100."
        raise UsageError(trend, "bad-readiness", f"{readiness:g} cannot be reached.", hint)
    if situation.truths[pack.trends[trend].applies_when] is False:
        concerned = [one.id for one in pack.rulebook.trends if situation.truths[one.applies_when] is not False]
        hint = f"There is: {', '.join(concerned)}." if concerned else ""
        raise UsageError(trend, "trend-off-route", "This trend does not concern the seller.", hint)


def _checked_day(as_of: dt.date, by: str) -> dt.date:
    day, last = last_day_of(by), quarter_ends(as_of, HORIZON)[-1]
    if day < end_of_quarter(as_of):
        hint = f"The assessment is of {as_of.isoformat()}; name {quarter_of(as_of)} or a later quarter."
        raise UsageError(by, "past-quarter", "This quarter is over.", hint)
    if day > last:
        hint = f"The last quarter that can be named is {quarter_of(last)}."
        raise UsageError(by, "too-far-away", "A way is not looked for so far ahead.", hint)
    return day
