"""Why a step starts when it does."""

from __future__ import annotations

import datetime as dt

from cbassess.model.pack import Pack
from cbassess.planning.board import Placed
from cbassess.planning.ordering import Ranked
from cbassess.planning.scheduling import Schedule
from cbassess.words import phrase, words_in

AT_ONCE = phrase("It can start at once.")
AFTER = phrase("It starts when “{title}” is done.")
MONEY = phrase("It starts when the money for it is there.")
HOURS = phrase("The weeks before it belong to steps that are more urgent or bring more for their hours.")
RUNS_ON = phrase("It takes more hours than the quarter has left, so it runs on to {day}.")
PAUSES = phrase("Other steps need the hours of some weeks in between, so the work on it goes on until {day}.")


def placed_because(pack: Pack, one: Ranked, result: Schedule, as_of: dt.date) -> str:
    """What the start waits for, in the words of the pack's language."""
    words = words_in(pack.language)
    placed = result.placed[one.action.id]
    if placed.start_week == 0:
        text = words(AT_ONCE)
    elif placed.start_week <= placed.earliest:
        text = words(AFTER).format(title=pack.actions[_last(one, result)].title)
    else:
        text = words(MONEY) if placed.waited_for_money else words(HOURS)
    goes_on = RUNS_ON if _runs_on(placed, result) else PAUSES if placed.pauses else None
    if goes_on:
        day = as_of + dt.timedelta(weeks=placed.worked_week)
        text = words("{first} {second}").format(first=text, second=words(goes_on).format(day=day.isoformat()))
    return text


def _last(one: Ranked, result: Schedule) -> str:
    """The step that is finished last among those that come before."""
    return max(result.before[one.action.id], key=lambda need: result.placed[need].finish_week)


def _runs_on(placed: Placed, result: Schedule) -> bool:
    return any(placed.start_week in quarter and placed.worked_week > quarter.stop for quarter in result.quarters)
