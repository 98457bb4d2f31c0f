"""Whole processes, each over a bare import in the same run."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.timing import medians, process

EXAMPLE = str(Path(__file__).parents[1] / "examples" / "exporter.toml")


def run(rounds: int) -> dict[str, float]:
    """`--version` against a bare `import click`, `assess` against a bare `import pydantic`."""
    commands = {
        "bare": ("-c", "pass"),
        "import click": ("-c", "import click"),
        "import pydantic": ("-c", "from pydantic import BaseModel"),
        "--version": ("-m", "cbassess", "--version"),
        "--help": ("-m", "cbassess", "--help"),
        "assess": ("-m", "cbassess", "assess", EXAMPLE, "--format", "json"),
    }
    with tempfile.TemporaryDirectory() as home:
        tasks = {name: process(*arguments, home=home) for name, arguments in commands.items()}
        medians(tasks, 1)  # the first run of each compiles and keeps
        times = medians(tasks, rounds)
    return {
        "bare interpreter, milliseconds": times["bare"] * 1e3,
        "--version / import click": times["--version"] / times["import click"],
        "--help / import click": times["--help"] / times["import click"],
        "assess / import pydantic": times["assess"] / times["import pydantic"],
        "assess, milliseconds": times["assess"] * 1e3,
    }
