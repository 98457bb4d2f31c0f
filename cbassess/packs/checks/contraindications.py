"""No action is contraindicated for everybody it is meant for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.expressions import And, Not, Or
from cbassess.model.pack import Pack
from cbassess.packs.checks.answer_space import AnswerSpace
from cbassess.packs.checks.firing import applies, unmet
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """An action for which one of its contraindications holds whenever it would fire."""
    space = AnswerSpace(pack)
    for action in pack.actions.values():
        if not action.contraindications:
            continue
        against = Or(tuple(pack.conditions[row.when] for row in action.contraindications))
        fires = And((applies(pack, action), unmet(pack, action)))
        if space.truths(And((fires, Not(against)))) == {False} and True in space.truths(fires):
            message = "Whenever the action would help, a contraindication holds."
            yield (spots.actions[action.id] / "contraindications").problem("always-contraindicated", message)
