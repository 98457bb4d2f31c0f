"""One full assessment of each example (route, score, fire, plan), against the bare conditions."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks.timing import medians
from cbassess.engine.coding import encode
from cbassess.engine.compiling import compile_conditions
from cbassess.engine.situation import Ruling, situate
from cbassess.model.responses import Missing
from cbassess.planning import value_of_information
from cbassess.workflow import assess, evaluate, open_pack, read_answers

EXAMPLES = Path(__file__).parents[1] / "examples"
DAY = dt.date(2026, 11, 22)


def run(rounds: int) -> dict[str, float]:
    """Milliseconds and ratios for the example with the longest route."""
    pack = open_pack()
    compiled = compile_conditions(pack)
    responses = read_answers(EXAMPLES / "both_sides.toml", pack)
    # eight answers unknown, in all sections behind the profile
    known = [item for item in responses.responses if not item.startswith("profile.")]
    unknown = dict.fromkeys(known[:: max(1, len(known) // 8)], Missing.DONT_KNOW)
    half_known = situate(Ruling(pack), {**responses.responses, **unknown}, DAY)
    coded = encode(pack.items, responses.responses)
    times = medians(
        {
            "conditions": lambda: compiled.evaluate(coded.codes, coded.missing, coded.settled, DAY.toordinal()),
            "compile": lambda: compile_conditions(pack),
            "evaluate": lambda: evaluate(pack, responses, DAY),
            "assess": lambda: assess(pack, responses, DAY, with_cures=False),
            "assess with cures": lambda: assess(pack, responses, DAY),
            "information": lambda: value_of_information(half_known),
        },
        rounds,
    )
    return {
        "compile the conditions, milliseconds": times["compile"] * 1e3,
        "evaluate (no plan), milliseconds": times["evaluate"] * 1e3,
        "assess (with plan), milliseconds": times["assess"] * 1e3,
        "assess (with what would make the rest fit), milliseconds": times["assess with cures"] * 1e3,
        "value of information, milliseconds": times["information"] * 1e3,
        "assess / bare conditions": times["assess"] / times["conditions"],
    }
