"""All settings there are: name, kind, choices, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from cbassess.words import LANGUAGES

THEMES = ("dark", "light", "contrast", "terminal")
PRESETS = ("standard", "vim")


class Settings(Struct, frozen=True):
    """What the file says, and our defaults for the rest.

    Attributes:
        language: one of `LANGUAGES`; empty where the environment decides.
        theme: one of `THEMES`.
        ascii: draw with ASCII alone.
        mouse: react to the mouse.
        preset: one of `PRESETS`, the keys to begin with.
        keys: for the id of a key binding, the keys that it gets, such as `("ctrl+n", "n")`.
        lines: for the name of each setting that the file holds, its line, counted from 1.
    """

    language: str = ""
    theme: str = THEMES[0]
    ascii: bool = False
    mouse: bool = True
    preset: str = PRESETS[0]
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def moves_keys(self) -> bool:
        """Whether any key is another one than usual."""
        return bool(self.keys) or self.preset != PRESETS[0]


class Setting(Struct, frozen=True):
    """One row of the table.

    Attributes:
        name: as in the file; a dot leads into a table.
        meaning: one sentence for the file and the reference.
        choices: the texts that it may be; empty where it is true or false.
    """

    name: str
    meaning: str
    choices: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """The field of `Settings` that holds it."""
        return self.name.rpartition(".")[2]


TABLE = (
    Setting("language", "Language of the app. Without it, that of the system.", LANGUAGES),
    Setting("theme", "Colours. With terminal, those of your terminal.", THEMES),
    Setting("ascii", "Draw with ASCII characters alone, for terminals that show others too wide."),
    Setting("mouse", "React to the mouse. With false, your terminal selects text as usual."),
    Setting("keys.preset", "Keys to begin with. vim adds h, l, gg, G, Ctrl+D, Ctrl+U, / and the colon.", PRESETS),
)
