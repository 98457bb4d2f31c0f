"""Where the plan leads: readiness after each quarter, and what each step adds to it.

Figures are rounded to a tenth of a point before they are taken apart, so that what the steps are said to add, added
up by hand, is the forecast to the last digit.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from cbassess.engine.scoreboard import Scoreboard
from cbassess.engine.situation import Situation
from cbassess.model.plan import Forecast
from cbassess.model.quarters import quarter_ends, quarter_of

DIGITS = 1


class Outlook(Struct, frozen=True):
    """What a plan brings.

    Attributes:
        adds: action -> trend -> points of readiness that it adds to those finished before it.
        forecast: readiness at the end of each quarter.
    """

    adds: Mapping[str, Mapping[str, float]]
    forecast: tuple[Forecast, ...]


def look_ahead(situation: Situation, finished: Iterable[tuple[str, dt.date]]) -> Outlook:
    """Do the actions one after another, each given with the day on which it is finished, earliest first."""
    board = Scoreboard(situation)
    trends = [trend.id for trend in situation.pack.rulebook.trends if situation.truths[trend.applies_when] is not False]
    ahead = list(finished)
    adds: dict[str, dict[str, float]] = {}
    forecast = []
    for end in quarter_ends(situation.as_of, situation.pack.rulebook.plan.quarters):
        while ahead and ahead[0][1] <= end:
            action, _ = ahead.pop(0)
            adds[action] = _added(board, action, trends)
        forecast.append(_point(board, end, trends))
    adds |= {action: _added(board, action, trends) for action, _ in ahead}
    return Outlook(adds, tuple(forecast))


def _added(board: Scoreboard, action: str, trends: list[str]) -> dict[str, float]:
    touched = [trend for trend in board.touched_by(action) if trend in trends]
    before = {trend: _shown(board, trend) for trend in touched}
    board.do(action)
    added = {trend: round(_shown(board, trend) - before[trend], DIGITS) for trend in touched}
    return {trend: points for trend, points in added.items() if points}


def _point(board: Scoreboard, end: dt.date, trends: list[str]) -> Forecast:
    return Forecast(
        quarter=quarter_of(end),
        readiness={trend: _shown(board, trend) for trend in trends},
        range={trend: _range(board, trend) for trend in trends},
    )


def _range(board: Scoreboard, trend: str) -> tuple[float, float]:
    low, high = board.bounds(trend)
    return round(low, DIGITS), round(high, DIGITS)


def _shown(board: Scoreboard, trend: str) -> float:
    low, high = board.bounds(trend)
    return round((low + high) / 2, DIGITS)
