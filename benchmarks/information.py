"""What open answers could still change, for random sellers: how long it takes.

Of what each seller has answered outside of the profile, none to twenty-five answers become "don't know".
"""

from __future__ import annotations

import random
import time

from benchmarks.sellers import DAY, random_seller
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.model.responses import Missing
from cbassess.planning import value_of_information
from cbassess.workflow import open_pack

UNKNOWN = (0, 5, 10, 20, 25)


def run(rounds: int) -> dict[str, float]:
    """Milliseconds over so many sellers; of each the best of three, because the first one fills caches."""
    ruling = Ruling(open_pack())
    times = sorted(_milliseconds(_asked(ruling, seed)) for seed in range(rounds))
    return {
        "value of information, ms, median": times[len(times) // 2],
        "value of information, ms, one in ten": times[9 * len(times) // 10],
        "value of information, ms, worst": times[-1],
    }


def _asked(ruling: Ruling, seed: int) -> Situation:
    draw = random.Random(seed)
    answers = random_seller(ruling.pack, seed)
    known = [item for item in answers if not item.startswith("profile.")]
    unknown = draw.sample(known, min(len(known), draw.choice(UNKNOWN)))
    return situate(ruling, {**answers, **dict.fromkeys(unknown, Missing.DONT_KNOW)}, DAY)


def _milliseconds(situation: Situation) -> float:
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        value_of_information(situation)
        taken.append(1e3 * (time.perf_counter() - began))
    return min(taken)


if __name__ == "__main__":
    for what, figure in run(200).items():
        print(f"{what:44} {figure:10.1f}")
