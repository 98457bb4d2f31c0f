"""Run all measurements and print them; a number of rounds may be given."""

from __future__ import annotations

import sys

from benchmarks import assessing, conditions, exporting, goals, information, loading, starting, terminal

MEASUREMENTS = {
    "conditions": (conditions.run, 400),
    "loading": (loading.run, 15),
    "assessing": (assessing.run, 60),
    "goals": (goals.run, 100),
    "information": (information.run, 100),
    "starting": (starting.run, 11),
    "terminal": (terminal.run, 20),
    "exporting": (exporting.run, 7),
}


def main() -> None:
    for name, (run, rounds) in MEASUREMENTS.items():
        print(name)
        for what, figure in run(int(sys.argv[1]) if len(sys.argv) > 1 else rounds).items():
            print(f"  {what:44} {figure:10.2f}")


main()
