"""All conditions of the shipped pack together, against the same logic written as plain if/else."""

from __future__ import annotations

import datetime as dt

from benchmarks.answers import random_answers
from benchmarks.by_hand import by_hand
from benchmarks.timing import medians
from cbassess.engine.coding import encode
from cbassess.engine.compiling import compile_conditions
from cbassess.workflow import open_pack

TODAY = dt.date(2026, 11, 22).toordinal()


def run(rounds: int) -> dict[str, float]:
    """Ratio of the compiled, three-valued form to the hand-written, two-valued one; same results."""
    pack = open_pack()
    compiled = compile_conditions(pack)
    hand = by_hand(pack, compiled.conditions)
    coded = encode(pack.items, random_answers(pack, seed=1))
    applies, truths = compiled.evaluate(coded.codes, coded.missing, coded.settled, TODAY)
    # The two forms differ where an item is off the route; with all items on it they must agree.
    routed = [code if on_route else None for code, on_route in zip(coded.codes, applies, strict=True)]
    if None not in routed and truths != hand(coded.codes, TODAY):
        raise AssertionError("the two forms disagree")
    times = medians(
        {
            "by hand": lambda: hand(coded.codes, TODAY),
            "compiled": lambda: compiled.evaluate(coded.codes, coded.missing, coded.settled, TODAY),
        },
        rounds,
        inner=50,
    )
    return {
        "conditions": float(len(compiled.conditions)),
        "by hand, microseconds": times["by hand"] * 1e6,
        "compiled / by hand": times["compiled"] / times["by hand"],
    }
