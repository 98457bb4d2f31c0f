"""Where the settings lie."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "CBASSESS_CONFIG"
NAME = "config.toml"


def settings_file() -> Path | None:
    """The file that `CBASSESS_CONFIG` names, else the one in the user's folder of settings.

    It need not be there. None where this user has no such folder.
    """
    chosen = os.environ.get(VARIABLE, "")
    return Path(chosen).absolute() if chosen else _platform_file()


def _platform_file() -> Path | None:
    import platformdirs  # costs more than all the rest of this package

    folder = platformdirs.user_config_path("cbassess", appauthor=False)
    # A user without a home folder gets "~/...", which would become a folder named "~" right here.
    return folder / NAME if folder.is_absolute() else None
