"""Reading the shipped pack from TOML, against only parsing the same files with tomli."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import tomli

from benchmarks.timing import medians
from cbassess.workflow import open_pack

ROOT = Path(__file__).parents[1]


def run(rounds: int) -> dict[str, float]:
    """Ratio of loading, checking and compiling nothing to parsing alone."""
    files = [path for kind in ("questions", "rules") for path in sorted((ROOT / kind).rglob("*.toml"))]
    texts = [path.read_text(encoding="utf-8") for path in files]
    parse: Callable[[], object] = lambda: [tomli.loads(text) for text in texts]  # noqa: E731 - a task is a value
    times = medians({"parse": parse, "load": open_pack}, rounds)
    return {
        "files": float(len(files)),
        "kilobytes": sum(map(len, texts)) / 1000,
        "load, milliseconds": times["load"] * 1e3,
        "load / parse": times["load"] / times["parse"],
    }
