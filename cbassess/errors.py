"""What can go wrong, as few exceptions as tell callers what to do.

    CbassessError               anything that we raise on purpose; the message is for people
    +-- InputError              what was handed in is wrong: `problems` names place and cure (exit 2)
    |   +-- PackError           ... in a pack
    |   +-- AnswersError        ... in an answers file
    |   +-- SettingsError       ... in the settings of the app
    |   +-- UsageError          ... in what was asked for: a format, a folder, a wave that is not there
    +-- StoreError              the history cannot be read or written; nothing was changed
        +-- ConflictError       ... because another window answered meanwhile: read again, then decide
        +-- DamagedHistoryError ... because the file was damaged; `backup` names what to go on from

`Problem` stands here and not among the nouns of `model`, because an exception carries it. It is a named tuple: it is
sorted, and `--version` loads this file, and of libraries nothing but click.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with a pack or an answers file.

    Attributes:
        file: name of the file, relative to the pack where it is a pack's.
        line: line in that file, counted from 1; 0 where it is not known.
        path: dotted path to the value, such as `items[2].options`; empty for the file as a whole.
        code: stable name of the kind of problem; `docs/problems.md` lists them all.
        message: what is wrong.
        hint: how to mend it; empty where there is nothing to add.
        severity: "error" refuses the pack, "warning" does not, "note" says what may well be meant so.
    """

    file: str
    line: int
    path: str
    code: str
    message: str
    hint: str = ""
    severity: str = "error"

    @property
    def place(self) -> str:
        """File, line and path in one string: `questions/brand.toml:12 items[0].kind`."""
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at} {self.path}".strip()

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity} {self.code}: {self.message}{hint}"


class CbassessError(Exception):
    """Anything that we raise on purpose; the message is written for people."""

    def said(self, translate: Callable[[str], str]) -> str:  # noqa: ARG002 - only some have a translation
        """The message in another language, where it has a translation."""
        return str(self)


class InputError(CbassessError):
    """What was handed in is wrong. `problems` has each fault with its place; at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class PackError(InputError):
    """A pack that cannot be used."""


class AnswersError(InputError):
    """An answers file that cannot be used."""


class UsageError(InputError):
    """Something was asked for that cannot be had: an unknown format, a folder that is not there."""

    def __init__(self, place: str, code: str, message: str, hint: str = "") -> None:
        super().__init__([Problem(place, 0, "", code, message, hint)])


class SettingsError(InputError):
    """A file of settings that cannot be used."""


class StoreError(CbassessError):
    """The history cannot be read or written; what was saved before is untouched.

    Attributes:
        sentence: what is wrong and what to do, in English, with places for `fields`: its key in the catalogue.
        fields: what is filled in after translating.
    """

    def __init__(self, sentence: str, **fields: object) -> None:
        self.sentence = sentence
        self.fields = fields
        super().__init__(self._filled(sentence))

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language."""
        return self._filled(translate(self.sentence))

    def _filled(self, sentence: str) -> str:
        return sentence.format(**self.fields) if self.fields else sentence  # a path may have braces of its own


class ConflictError(StoreError):
    """What was to be changed was changed elsewhere since it was read; nothing was saved."""


class DamagedHistoryError(StoreError):
    """The history is damaged.

    Attributes:
        aside: where it has been put; None where it could not be moved.
        backup: the newest copy that was found to be good; None where there is none.
    """

    def __init__(self, message: str, aside: Path | None, backup: Path | None) -> None:
        super().__init__(message)
        self.aside = aside
        self.backup = backup
