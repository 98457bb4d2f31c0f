"""Every condition can be true and can be false."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.errors import Problem
from cbassess.model.pack import Pack
from cbassess.packs.checks.answer_space import AnswerSpace
from cbassess.packs.checks.spots import Spots


def check(pack: Pack, spots: Spots, _as_of: dt.date) -> Iterator[Problem]:
    """A condition that has the same value for all answers."""
    space = AnswerSpace(pack)
    found = {text: space.truths(tree) for text, tree in pack.conditions.items()}
    for spot, text in spots.conditions:
        if len(found[text]) == 1:
            always = "true" if True in found[text] else "false"
            yield spot.problem("condition-constant", f"This is {always} whatever is answered.")
