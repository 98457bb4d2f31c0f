"""The real app in a terminal, ended in the middle: by kill -9, by each signal, by a terminal that goes away."""

from __future__ import annotations

import datetime as dt
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo terminals are POSIX", allow_module_level=True)

from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, ResponseSet
from cbassess.store.history import History
from cbassess.workflow import evaluate, open_pack, read_answers
from tests.conftest import TORTURE

Note = Callable[[str, object], None]

ROOT = Path(__file__).parents[2]
KILLS = 1_000 if TORTURE else 6
EACH = 100 if TORTURE else 1
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
ENDS = {"SIGINT": 130, "SIGQUIT": 131, "SIGTERM": 143, "SIGHUP": 129, "close": 129, "pause": 0}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return open_pack()


class Server:
    """Starts the app, one after another."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, home: Path, seed: int, end: str) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps({"home": str(home), "seed": seed, "end": end}), file=self._process.stdin, flush=True)
        seen = json.loads(self._process.stdout.readline())
        assert "error" not in seen, seen
        return dict(seen)


@contextmanager
def server() -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.reliability.app_server"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield Server(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Server, ...]]:
    """One, or two that work side by side."""
    with ExitStack() as stack:
        yield tuple(stack.enter_context(server()) for _ in range(2 if TORTURE else 1))


def begin(home: Path, pack: Pack) -> None:
    """Give a profile: who answers "don't know" throughout is asked so little that the end comes before the signal."""
    given = read_answers(ROOT / "examples" / "importer.toml", pack).responses
    profile = {item: value for item, value in given.items() if item.startswith("profile.")}
    stamp = pack.instrument.title, pack.instrument.version, pack.hash
    with History.open(home) as history:
        wave = history.start_wave(history.add_seller("Kill & Co"), "2026-Q4", NOW.date(), stamp, NOW)
        history.save_responses(wave.id, profile, NOW)


def assert_all_shown_is_there(home: Path, pack: Pack, seen: dict[str, Any]) -> int:
    """That every question before the one on the screen has its answer on the disk; how many were given here."""
    with History.open(home) as history:
        responses = history.responses(1)
    pressed = [item for item in responses if not item.startswith("profile.")]
    with closing(sqlite3.connect(home / "history.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert {responses[item] for item in pressed} <= {Missing.DONT_KNOW}
    assert not seen["not_saved"]
    states = evaluate(pack, ResponseSet("a", responses), NOW.date()).states
    before = list(pack.items)[: list(pack.items).index(seen["question"])]
    missing = [item for item in before if states[item] == "open"]
    assert not missing, f"shown as saved and not there: {missing}"
    return len(pressed)


def kill_many(started: Server, folder: Path, pack: Pack, seeds: range) -> int:
    answers = 0
    for seed in seeds:
        home = folder / f"{seed}"
        begin(home, pack)
        seen = started.run(home, seed, "SIGKILL")
        assert seen["code"] == -signal.SIGKILL
        answers += assert_all_shown_is_there(home, pack, seen)
    return answers


def test_an_answer_that_was_shown_as_saved_survives_kill_9(
    tmp_path: Path, pack: Pack, servers: tuple[Server, ...], record_property: Note
) -> None:
    shares = [range(first, KILLS, len(servers)) for first in range(len(servers))]
    with ThreadPoolExecutor(len(servers)) as pool:
        answers = sum(pool.map(lambda one, seeds: kill_many(one, tmp_path, pack, seeds), servers, shares))
    record_property("figure", f"{KILLS} kill -9 of the app in a terminal: {answers} answers shown, 0 lost, 0 damaged")
    assert answers >= KILLS


@pytest.mark.parametrize("end", ENDS)
def test_each_signal_leaves_the_answers_and_the_terminal_in_order(
    tmp_path: Path, pack: Pack, servers: tuple[Server, ...], end: str, record_property: Note
) -> None:
    slowest, answers = 0.0, 0
    for seed in range(EACH):
        home = tmp_path / f"{seed}"
        begin(home, pack)
        seen = servers[0].run(home, seed, end)
        assert seen["code"] == ENDS[end]
        assert seen["restored"]
        slowest = max(slowest, seen["seconds"])
        answers += assert_all_shown_is_there(home, pack, seen)
    record_property("figure", f"{EACH} x {end}: {answers} answers, 0 lost, terminal restored, gone in {slowest:.1f} s")
    assert slowest < 10


def test_an_answer_held_back_would_be_seen(tmp_path: Path, pack: Pack) -> None:
    """Shows that the test can fail: a screen that is ahead of the disk."""
    begin(tmp_path, pack)
    with History.open(tmp_path) as history:
        given = history.responses(1)
        states = evaluate(pack, ResponseSet("a", given), NOW.date()).states
        _, second, third, ahead = [item for item in pack.items if states[item] == "open"][:4]
        history.save_responses(1, dict.fromkeys((second, third), Missing.DONT_KNOW), NOW)
    with pytest.raises(AssertionError, match="shown as saved"):
        assert_all_shown_is_there(tmp_path, pack, {"question": ahead, "not_saved": False})
