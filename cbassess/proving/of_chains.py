"""From every answer state a chain of actions leads to full readiness.

Each step raises an answer and lowers none (`of_steps`), so every chain ends where no action helps any more. If
nobody who stands at such an end has a gap, every chain from everywhere has led to full readiness. Somebody who
has one is a seller from whom no chain leads on.
"""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.proof import Place
from cbassess.proving.formulas import all_of, any_of, none_of
from cbassess.proving.gaps import below_full, gaps_of, indicators_by_item
from cbassess.proving.of_ways_up import Ways
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Statement

KIND = "indicators that every chain of actions brings to the top"


def statements(sellers: Sellers) -> Iterator[Statement]:
    """For each item: nobody whom no action helps any more has a gap there."""
    helped = any_of(*(sellers.judged.helps(action) for action in sellers.pack.actions))
    done = sellers.definitions.name("all done", all_of(sellers.coherent, none_of(helped)))
    for item, rows in indicators_by_item(sellers).items():
        ways = Ways(sellers, rows)
        stuck = all_of(done, any_of(*(gap.seller for gap in gaps_of(sellers, rows, below_full))))
        place = Place(("indicator", rows[0][0].id, item))
        ends = f"When all advice is followed, {item} can stay short of the best answer, and nothing leads on."
        yield Statement(KIND, "chain-ends", place, ends, item, all_of(stuck, none_of(ways.some)))
        held = f"When all advice is followed, {item} can stay short, and this is held back: {{named}}."
        seller = all_of(stuck, ways.held_back, none_of(ways.waiting))
        yield Statement(KIND, "chain-held-back", place, held, item, seller, named=ways.each_held_back)
        waits = f"When all advice is followed, {item} can stay short, and this hangs on an answer not given: {{named}}."
        seller = all_of(stuck, ways.waiting)
        yield Statement(KIND, "chain-waits", place, waits, item, seller, named=ways.each_waiting)
