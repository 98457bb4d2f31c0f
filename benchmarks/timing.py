"""Taking times: interleaved, so that a noisy machine hits all alike; medians, so that a hiccup does not count."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int, inner: int = 1) -> dict[str, float]:
    """Median seconds of one call of each task; the tasks take turns in every round."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            for _ in range(inner):
                task()
            taken[name].append((time.perf_counter() - start) / inner)
    return {name: statistics.median(times) for name, times in taken.items()}


def compiled_in(folder: str) -> dict[str, str]:
    """Environment in which modules are kept compiled below a folder, as they are after the first run of a program."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}


def process(*arguments: str, home: str = "") -> Callable[[], object]:
    """A task that starts Python with these arguments, with `home` for all that it keeps, and waits for it."""
    environment = {**os.environ, **(compiled_in(home) if home else {}), "CBASSESS_HOME": home}

    def run() -> object:
        return subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)

    return run
