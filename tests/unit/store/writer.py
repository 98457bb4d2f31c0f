"""Opens the real store and saves answers one after another; prints the number of each one that was saved.

Arguments: folder, id of the wave, section of the item ids, how many.
Or only the folder: then each line of the input, an id of a wave, starts a process that saves until it is killed;
0 starts one that only opens the history and waits to be killed.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

from cbassess.store.history import History

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def say(text: str) -> None:
    """One line, in one piece, without a buffer that a kill could empty."""
    os.write(1, f"{text}\n".encode())


def write(folder: Path, wave_id: int, section: str, numbers: Iterable[int]) -> None:
    say(f"opening {os.getpid()}")
    with History.open(folder) as history:
        say("open")
        for number in numbers:
            history.save_response(wave_id, f"{section}.item_{number}", float(number), NOW)
            say(str(number))


def start_one_for_each_line(folder: Path) -> None:
    """A fork starts in a few milliseconds, because Python and the store are loaded once; no file is open before."""
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            wave_id = int(line)
            write(folder, wave_id, "kill", itertools.count() if wave_id else ())
            signal.pause()
        os.waitpid(process, 0)
        say("ended")


if len(sys.argv) == 2:
    start_one_for_each_line(Path(sys.argv[1]))
else:
    write(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], range(int(sys.argv[4])))
