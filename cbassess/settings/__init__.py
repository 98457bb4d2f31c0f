"""How a person likes the app: a TOML file of a few lines, read strictly, changed line by line.

Settings concern the app and its language only. What is written as a document does not look at them: the same
command gives the same bytes on every machine.
"""

from cbassess.settings.places import VARIABLE, settings_file
from cbassess.settings.reading import near, read_settings, settings_in
from cbassess.settings.table import PRESETS, TABLE, THEMES, Settings
from cbassess.settings.text import as_toml, changed, starting_text

__all__ = [
    "PRESETS",
    "TABLE",
    "THEMES",
    "VARIABLE",
    "Settings",
    "as_toml",
    "changed",
    "near",
    "read_settings",
    "settings_file",
    "settings_in",
    "starting_text",
]
