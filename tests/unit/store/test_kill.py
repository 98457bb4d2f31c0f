"""kill -9 at any moment: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

import cbassess
from cbassess.store.history import History

WRITER = Path(__file__).parent / "writer.py"
ENVIRONMENT = {"PYTHONPATH": str(Path(cbassess.__file__).parent.parent)}
HISTORIES = 20
KILLS_EACH = 10
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def write_and_kill(folder: Path, wave_id: int, after: str, delay: float) -> int:
    """Kill a writer `delay` seconds after it printed `after`; how many answers it had acknowledged."""
    command = [sys.executable, "-S", str(WRITER), str(folder), str(wave_id), "kill", "0"]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        while writer.stdout.readline().strip() != after:
            assert writer.poll() is None, "the writer ended by itself"
        time.sleep(delay)
        writer.kill()
        said = writer.stdout.read()
    # A last line without its end was not said.
    return sum(line.isdecimal() for line in said.split("\n")[:-1])


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
    for number in range(KILLS_EACH):
        wave_id = start_wave(folder, f"wave {number}")
        acknowledged[wave_id] = write_and_kill(folder, wave_id, "open", chance.uniform(0.005, 0.120))
        check(folder, acknowledged)
    return sum(acknowledged.values())


def test_an_acknowledged_answer_survives_kill_9(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(HISTORIES)]
    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(kill_many, folders, range(HISTORIES)))
    # Without many answers under way the kills would have shown nothing.
    assert sum(counts) > 2 * HISTORIES * KILLS_EACH


@pytest.mark.parametrize("seed", range(20))
def test_a_history_survives_a_kill_at_its_beginning(folder: Path, seed: int) -> None:
    write_and_kill(folder, 0, "opening", random.Random(seed).uniform(0, 0.004))
    wave_id = start_wave(folder, "2026-Q4")
    check(folder, {wave_id: 0})
