"""A plan cut to the part of the hours that gets done."""

from __future__ import annotations

from msgspec.structs import replace

from cbassess.engine.situation import Situation
from cbassess.model.plan import Capacity
from cbassess.words import phrase, words_in

CUT = phrase("planned with {share} % of the hours you named, because about that much gets done (cbassess step pace)")


def with_fewer_hours(situation: Situation, share: float) -> Situation:
    """The same seller with a part of the hours, for the planner only: nothing else is judged by it."""
    rules = situation.pack.rulebook.plan
    said = situation.responses.get(rules.hours_per_week)
    hours = float(said) if isinstance(said, int | float) else rules.default_hours
    return replace(situation, responses={**situation.responses, rules.hours_per_week: hours * share})


def cut_to(capacity: Capacity, share: float, language: str) -> Capacity:
    """The capacity with the reason why it is less than the seller named."""
    said = words_in(language)(CUT).format(share=f"{100 * share:.0f}")
    return replace(capacity, assumed=(*capacity.assumed, said))
