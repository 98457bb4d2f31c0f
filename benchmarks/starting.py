"""Whole processes, each over a bare import in the same run."""

from __future__ import annotations

from pathlib import Path

from benchmarks.timing import medians, process

EXAMPLE = str(Path(__file__).parents[1] / "examples" / "exporter.toml")


def run(rounds: int) -> dict[str, float]:
    """`--version` against a bare `import click`, `assess` against a bare `import pydantic`."""
    times = medians(
        {
            "bare": process("-c", "pass"),
            "import click": process("-c", "import click"),
            "import pydantic": process("-c", "from pydantic import BaseModel"),
            "--version": process("-m", "cbassess", "--version"),
            "--help": process("-m", "cbassess", "--help"),
            "assess": process("-m", "cbassess", "assess", EXAMPLE, "--format", "json"),
        },
        rounds,
    )
    return {
        "bare interpreter, milliseconds": times["bare"] * 1e3,
        "--version / import click": times["--version"] / times["import click"],
        "--help / import click": times["--help"] / times["import click"],
        "assess / import pydantic": times["assess"] / times["import pydantic"],
        "assess, milliseconds": times["assess"] * 1e3,
    }
