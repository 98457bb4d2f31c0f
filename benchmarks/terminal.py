"""The app in a terminal against a bare Textual app with the same kinds of widgets, taking turns in one run.

Start: from the start of the process until the question is written, on the wall and on the processor. Ours is opened as
a person opens it, with a seller in the history, and Enter on the first screen; the bare app once in the same way and
once straight on the question. Keys: from the key to the last byte of what it repaints, with the live panel beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import bare_app
from benchmarks.pseudo_terminal import Taken, Watched
from benchmarks.timing import compiled_in

QUESTION = "In which direction do you sell"
SELLER = "Lamps"
KEYS = {"answer": "12", "move": "\r\x7f"}
"""What is pressed in turns: two answers to the first question; on to the next one and back."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A program, what it shows first, and the text of its question. `opens` is False where that comes first."""

    arguments: Sequence[str]
    environment: dict[str, str]
    first: str
    question: str
    opens: bool = True

    def start(self) -> Watched:
        return Watched(self.arguments, self.environment)

    def question_of(self, program: Watched) -> Taken:
        """Time until the question is there; Enter is pressed at the first screen, as soon as it is painted."""
        if self.opens:
            program.until(self.first)
            program.type("\r")
            try:
                return program.until(self.question, seconds=20)
            except TimeoutError:  # on a busy machine the key may come before there is a list to take it
                program.type("\r")
        return program.until(self.question)


def contestants(home: str) -> dict[str, Contestant]:
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "CBASSESS_HOME": home, "LANG": "C.UTF-8"}
    # As after the first run of an installed program, modules are there compiled, for both alike.
    terminal |= compiled_in(home)
    bare = ("-m", "benchmarks.bare_app")
    return {
        "ours": Contestant(("-m", "cbassess"), terminal, SELLER, QUESTION),
        "bare": Contestant(bare, terminal, bare_app.FIRST, bare_app.QUESTION),
        "bare question": Contestant((*bare, "question"), terminal, "", bare_app.QUESTION, opens=False),
    }


def run(rounds: int) -> dict[str, float]:
    """Ratios of ours to the bare app, by the wall and by the processor, and milliseconds for orientation.

    rounds: how often each program is started; keys are pressed ten times as often.
    """
    with tempfile.TemporaryDirectory() as home:
        programs = contestants(home)
        _begin_wave(home)
        return {**_starts(programs, rounds), **_keys(programs, 10 * rounds)}


def _begin_wave(home: str) -> None:
    answers = '{"seller": "Lamps", "profile": {"hours_per_week": 5}}'
    path = Path(home) / "answers.json"
    path.write_text(answers, encoding="utf-8")
    environment = {**os.environ, "CBASSESS_HOME": home}
    command = [sys.executable, "-m", "cbassess", "import", str(path), "--seller", SELLER]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def _starts(programs: dict[str, Contestant], rounds: int) -> dict[str, float]:
    first: dict[str, list[Taken]] = {name: [] for name in programs}
    question: dict[str, list[Taken]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, one in programs.items():
            with one.start() as program:
                first[name].append(program.until(one.first))
            with one.start() as program:
                question[name].append(one.question_of(program))
    return {
        **_ratios("first screen", first["ours"], first["bare"], statistics.median),
        **_ratios("question", question["ours"], question["bare"], statistics.median),
        **_ratios("question, bare at once", question["ours"], question["bare question"], statistics.median),
    }


def _keys(programs: dict[str, Contestant], presses: int) -> dict[str, float]:
    found = {}
    with programs["ours"].start() as ours, programs["bare"].start() as bare:
        for name, program in (("ours", ours), ("bare", bare)):
            programs[name].question_of(program)
            program.settle(quiet=0.5)
        for kind, keys in KEYS.items():
            taken: dict[Watched, list[Taken]] = {ours: [], bare: []}
            for press in range(-4, presses):  # the first few fill caches
                for program, times in taken.items():
                    time = program.press(keys[press % len(keys)])
                    if press >= 0:
                        times.append(time)
            for which, statistic in (("p50", statistics.median), ("p99", _p99)):
                found.update(_ratios(f"{kind} key, {which}", taken[ours], taken[bare], statistic))
    return found


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(0.99 * (len(times) - 1))]


def _ratios(
    what: str, ours: list[Taken], bare: list[Taken], statistic: Callable[[Sequence[float]], float]
) -> dict[str, float]:
    wall = statistic([one.wall for one in ours]), statistic([one.wall for one in bare])
    processor = statistic([one.processor for one in ours]), statistic([one.processor for one in bare])
    return {
        f"{what} / bare": wall[0] / wall[1],
        f"{what} / bare, processor": processor[0] / processor[1] if processor[1] else 0.0,
        f"{what}, milliseconds": wall[0] * 1e3,
        f"{what}, processor milliseconds": processor[0] * 1e3,
    }
