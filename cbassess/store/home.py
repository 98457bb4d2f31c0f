"""Where the history lives."""

from __future__ import annotations

import os
from pathlib import Path

from cbassess.errors import StoreError
from cbassess.store.faults import plain_faults
from cbassess.store.private import make_private_folder

VARIABLE = "CBASSESS_HOME"


def data_folder() -> Path:
    """The folder of the history, made (0700) if it is missing.

    Raises:
        StoreError: there is no such folder and it cannot be made.
    """
    folder = wanted_folder()
    with plain_faults(folder):
        make_private_folder(folder)
    return folder


def wanted_folder() -> Path:
    """The folder of the history, whether it is there or not.

    It is the value of `CBASSESS_HOME`, or the data folder that the platform gives to each user.

    Raises:
        StoreError: this user has no place for it.
    """
    chosen = os.environ.get(VARIABLE, "")
    return Path(chosen).absolute() if chosen else _platform_folder()


def _platform_folder() -> Path:
    # Imported here: it costs more than all the rest of the store, and CBASSESS_HOME does without it.
    import platformdirs

    folder = platformdirs.user_data_path("cbassess", appauthor=False)
    # A user without a home folder gets "~/...", which would become a folder named "~" right here.
    if not folder.is_absolute():
        raise StoreError(f"You have no home folder to keep the history in. Name a folder in {VARIABLE}.")
    return folder
