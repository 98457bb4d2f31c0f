"""Opens the real store and saves answers one after another; prints the number of each one that was saved.

Arguments: folder, id of the wave, section of the item ids, how many (0: until it is killed).
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import sys
from pathlib import Path

from cbassess.store.history import History


def say(text: str) -> None:
    """One line, in one piece, without a buffer that a kill could empty."""
    os.write(1, f"{text}\n".encode())


folder, wave_id, section, count = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
say("opening")
with History.open(folder) as history:
    say("open")
    for number in range(count) if count else itertools.count():
        history.save_response(wave_id, f"{section}.item_{number}", float(number), now)
        say(str(number))
