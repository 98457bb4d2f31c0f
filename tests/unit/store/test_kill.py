"""kill -9 at any moment: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import cbassess
from cbassess.store.history import History
from tests.conftest import TORTURE

WRITER = Path(__file__).parent / "writer.py"
ENVIRONMENT = {"PYTHONPATH": str(Path(cbassess.__file__).parent.parent)}
HISTORIES = 100 if TORTURE else 20
KILLS_EACH = 10
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


class Writers:
    """Processes that write to one history, one at a time."""

    def __init__(self, starter: subprocess.Popen[str]) -> None:
        self._starter = starter

    def write_and_kill(self, wave_id: int, after: str, delay: float) -> int:
        """Start a writer, kill it `delay` seconds after it said `after`; how many answers it had acknowledged."""
        assert self._starter.stdin
        self._starter.stdin.write(f"{wave_id}\n")
        self._starter.stdin.flush()
        _, process = self._lines_until("opening")[-1].split()
        if after != "opening":
            self._lines_until(after)
        time.sleep(delay)
        os.kill(int(process), signal.SIGKILL)
        return sum(line.isdecimal() for line in self._lines_until("ended"))

    def _lines_until(self, word: str) -> list[str]:
        assert self._starter.stdout
        lines = [""]
        while not lines[-1].startswith(word):
            lines.append(self._starter.stdout.readline().strip())
            assert lines[-1], "the writer ended by itself"
        return lines


@contextmanager
def writers_to(folder: Path) -> Iterator[Writers]:
    command = [sys.executable, str(WRITER), str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=ENVIRONMENT, stdin=pipe, stdout=pipe, text=True) as starter:
        yield Writers(starter)


def start_wave(folder: Path, label: str) -> int:
    with History.open(folder) as history:
        seller = history.add_seller("Kill & Co")
        return history.start_wave(seller, label, dt.date(2026, 11, 1), ("A pack", "1.0.0", "00ff"), NOW).id


def check(folder: Path, acknowledged: dict[int, int]) -> None:
    """Compare all waves with how many answers were acknowledged in each."""
    with History.open(folder) as history:
        for wave_id, count in acknowledged.items():
            responses = history.responses(wave_id)
            # The last save may have reached the disk without having been able to say so.
            assert len(responses) - count in (0, 1), f"wave {wave_id}: {count} acknowledged, {len(responses)} there"
            assert responses == {f"kill.item_{number}": float(number) for number in range(len(responses))}
    with closing(sqlite3.connect(folder / "history.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def kill_many(folder: Path, seed: int) -> int:
    """Kill the writers of one history again and again; how many answers were acknowledged in all."""
    chance = random.Random(seed)
    acknowledged: dict[int, int] = {}
    with writers_to(folder) as writers:
        for number in range(KILLS_EACH):
            wave_id = start_wave(folder, f"wave {number}")
            acknowledged[wave_id] = writers.write_and_kill(wave_id, "open", chance.uniform(0.005, 0.120))
            check(folder, acknowledged)
    return sum(acknowledged.values())


def test_an_acknowledged_answer_survives_kill_9(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    folders = [tmp_path / str(number) for number in range(HISTORIES)]
    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(kill_many, folders, range(HISTORIES)))
    # Without many answers under way the kills would have shown nothing.
    assert sum(counts) > 2 * HISTORIES * KILLS_EACH
    kills = HISTORIES * KILLS_EACH
    record_property("figure", f"{kills} kill -9 of the store: {sum(counts)} answers acknowledged, 0 lost, 0 damaged")


@pytest.mark.parametrize("seed", range(20))
def test_a_history_survives_a_kill_at_its_beginning(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    with writers_to(folder) as writers:
        writers.write_and_kill(0, "opening", chance.uniform(0, 0.008))
    wave_id = start_wave(folder, "2026-Q4")
    check(folder, {wave_id: 0})
