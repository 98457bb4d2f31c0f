"""Where the shipped pack lies: inside of the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

from cbassess.errors import UsageError
from cbassess.packs.folders import PARTS

PACKAGE = Path(__file__).resolve().parents[1]


def shipped_pack() -> Path:
    """The folder of the pack that comes with the program; UsageError where there is none."""
    for folder in (PACKAGE / "_data", _in_checkout()):
        if folder is not None and all((folder / part).is_dir() for part in PARTS):
            return folder
    raise UsageError("cbassess", "not-a-pack", "The pack that comes with the program is missing.", "Install it again.")


def _in_checkout() -> Path | None:
    root = PACKAGE.parent
    # Beside the package of an installed copy lie other people's packages, and no pyproject.toml.
    return root if (root / "pyproject.toml").is_file() else None
