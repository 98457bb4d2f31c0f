"""Questions about an assessment: the way to a goal, what would be if, and why something is so.

What answers them is loaded when one is asked: every other command starts without it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet

if TYPE_CHECKING:
    from cbassess.model.explanation import Explanation
    from cbassess.model.goal import Goal
    from cbassess.model.information import Information
    from cbassess.model.what_if import WhatIf


def reach(pack: Pack, responses: ResponseSet, as_of: dt.date, aims: Mapping[str, float], by: str) -> Goal:
    """The steps of least effort that bring some trends to a readiness by the end of a quarter.

    Args:
        pack: the pack.
        responses: the seller's answers.
        as_of: the day of the assessment.
        aims: trend id -> readiness to be reached, above 0 and up to 100; it is the low end of the range that counts.
        by: a quarter such as `2027-Q2`, not before that of `as_of`.

    Raises:
        UsageError: there is no such trend, it does not concern the seller, or the quarter is past or too far away.
    """
    from cbassess.workflow import goals

    return goals.reach(pack, responses, as_of, aims, by)


def what_is_open(pack: Pack, responses: ResponseSet, as_of: dt.date, first: int = 5) -> Information:
    """What each open answer could still change, the most important first; `first` steps of the plan are watched."""
    from cbassess.planning import value_of_information
    from cbassess.workflow.situating import situation_of

    return value_of_information(situation_of(pack, responses, as_of), responses.seller, first)


def whatif(
    pack: Pack,
    responses: ResponseSet,
    as_of: dt.date,
    answers: Mapping[str, Response] | None = None,
    done: Iterable[str] = (),
) -> WhatIf:
    """Trends and plan, before and after, if some answers were others and some actions were done.

    Args:
        pack: the pack.
        responses: the seller's answers.
        as_of: the day of the assessment.
        answers: item id -> the answer that is supposed.
        done: ids of actions that are supposed to be done; their answers count where they are better than those given.

    Raises:
        UsageError: there is no such item or action.
    """
    from cbassess.workflow import what_if

    return what_if.whatif(pack, responses, as_of, answers or {}, done)


def explain(pack: Pack, responses: ResponseSet, as_of: dt.date, name: str) -> Explanation:
    """What is behind an action or a trend, or what hangs on an item.

    Args:
        pack: the pack.
        responses: the seller's answers.
        as_of: the day of the assessment.
        name: id of an action, an item (`section.item`) or a trend.

    Raises:
        UsageError: there is nothing of that name; the nearest is named.
    """
    from cbassess.workflow import explaining

    return explaining.explain(pack, responses, as_of, name)


def parse_settings(pack: Pack, settings: Iterable[str], place: str = "--set") -> dict[str, Response]:
    """`brand.mark_filed=top_market` and the like -> item id -> response.

    AnswersError lists every setting that cannot be taken; `place` says where they were typed.
    """
    from cbassess.packs import supposing

    return supposing.parse_settings(settings, pack.items, place)


def capacity_settings(pack: Pack, hours: str | None, budget: str | None) -> dict[str, Response]:
    """Hours a week and budget as answers to the items that ask for them; AnswersError as above."""
    rules = pack.rulebook.plan
    found: dict[str, Response] = {}
    for place, item, typed in (("--hours", rules.hours_per_week, hours), ("--budget", rules.budget, budget)):
        if typed is not None:
            found |= parse_settings(pack, [f"{item}={typed}"], place)
    return found
