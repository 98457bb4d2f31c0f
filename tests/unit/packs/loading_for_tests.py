"""What several tests of loading share."""

from __future__ import annotations

from pathlib import Path

from cbassess.packs.loading import load
from tests.packs_for_tests import write_pack


def found(folder: Path, files: dict[str, str]) -> list[str]:
    """File, path and code of all problems of a pack that is made of these files."""
    return [f"{problem.file} {problem.path} {problem.code}" for problem in load(write_pack(folder, files)).problems]
