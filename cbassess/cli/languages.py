"""Which language is spoken where the command line does not say it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from cbassess.words import LANGUAGES

VARIABLE = "CBASSESS_LANG"

# In the order in which they count, as everywhere on a POSIX system.
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of_person(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the person at the keyboard: that of the settings, else of the locale, else English.

    There is one Chinese catalogue, in simplified characters, and it serves everybody who reads Chinese.
    """
    from cbassess.settings import read_settings  # what is written as a document does not ask for it

    chosen = read_settings().language
    if chosen:
        return chosen
    wanted = next((environment[name] for name in LOCALE if environment.get(name)), "").replace("_", "-")
    spoken = wanted.partition("-")[0].partition(".")[0].lower()
    return next((one for one in LANGUAGES if one.partition("-")[0] == spoken), "en")
