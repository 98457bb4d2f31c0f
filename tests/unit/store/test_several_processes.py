"""Several processes write one history at once, and nothing is lost or refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cbassess
from cbassess.model.history import Wave
from cbassess.store.history import History
from tests.conftest import TORTURE

WRITER = Path(__file__).parent / "writer.py"
ENVIRONMENT = {"PYTHONPATH": str(Path(cbassess.__file__).parent.parent)}
WRITERS = 8
ANSWERS = 200 if TORTURE else 20


def test_writers_wait_for_each_other(
    history: History, wave: Wave, folder: Path, record_property: Callable[[str, object], None]
) -> None:
    writers = [
        subprocess.Popen([sys.executable, WRITER, folder, str(wave.id), f"w{n}", str(ANSWERS)], env=ENVIRONMENT)
        for n in range(WRITERS)
    ]
    assert [writer.wait(300) for writer in writers] == [0] * WRITERS
    expected = {f"w{n}.item_{number}": float(number) for n in range(WRITERS) for number in range(ANSWERS)}
    assert history.responses(wave.id) == expected
    record_property("figure", f"{WRITERS} processes at once, {ANSWERS} answers each: 0 lost, 0 refused")


def test_processes_that_begin_a_history_together_all_get_it(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cbassess.store.history import History; sys.stdin.read();"
        " History.open(Path(sys.argv[1])).add_seller(sys.argv[2])"
    )
    starters = [
        subprocess.Popen([sys.executable, "-c", program, folder, f"seller {n}"], env=ENVIRONMENT, stdin=subprocess.PIPE)
        for n in range(WRITERS)
    ]
    for starter in starters:
        assert starter.stdin
        starter.stdin.close()
    assert [starter.wait(60) for starter in starters] == [0] * WRITERS
    with History.open(folder) as history:
        assert [seller.name for seller in history.sellers()] == [f"seller {n}" for n in range(WRITERS)]
    assert [path.name for path in folder.iterdir()] == ["history.sqlite3"]
