"""What `cbassess doctor` finds: facts about the installation, and never an answer or the name of a seller."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from cbassess.model.base import Noun, Rows

State = Literal["none", "empty", "sound", "damaged", "rows_damaged", "newer", "foreign", "interrupted", "unreadable"]


class Place(Noun):
    """A file or folder; `mode` such as `0600`, both empty where it does not exist."""

    path: str
    mode: str = ""


class Copy(Noun):
    """A copy of the history that was made by itself."""

    name: str
    made_on: dt.date
    bytes: int
    sound: bool


class StoreFacts(Noun, kw_only=True):
    """The history on disk.

    Attributes:
        state: what was found when it was looked at without changing it.
        schema_version, known_version: of the file, and of this program.
        sqlite: version of SQLite.
        sellers, waves, answers: how many there are.
        set_aside: how many damaged files were put aside.
        free_bytes: room on its disk.
    """

    folder: Place
    file: Place
    state: State
    detail: str = ""
    bytes: int = 0
    schema_version: int = 0
    known_version: int
    sqlite: str
    sellers: int = 0
    waves: int = 0
    answers: int = 0
    copies: Rows[Copy] = ()
    set_aside: int = 0
    free_bytes: int = 0
    writable: bool = True


class ProgramFacts(Noun):
    """The program and what it runs on; `libraries` name -> version."""

    version: str
    folder: str
    python: str
    system: str
    libraries: dict[str, str]


class PackFacts(Noun, kw_only=True):
    """The pack: which one, and whether it is still fresh.

    Attributes:
        stale: ids of calendar entries that should have been looked at again, with the day.
        errors: how many problems make it unusable.
    """

    folder: str
    title: str = ""
    version: str = ""
    hash: str = ""
    items: int = 0
    actions: int = 0
    dated_facts: int = 0
    stale: dict[str, dt.date]
    errors: int = 0


class TerminalFacts(Noun):
    """What the terminal says that it can do; `size` is columns and rows, empty without a terminal."""

    is_terminal: bool
    size: tuple[int, ...] = ()
    kind: str = ""
    colours: str = ""
    encoding: str = ""
    shows_chinese: bool = False
    language: str = ""
    inside: Rows[str] = ()


class Finding(Noun):
    """Something that is wrong, or worth knowing; only what is wrong changes the exit code."""

    code: str
    wrong: bool
    message: str
    cure: str = ""


class Diagnosis(Noun, kw_only=True):
    """Everything."""

    schema_: Literal["cbassess/doctor/1"] = "cbassess/doctor/1"
    as_of: dt.date
    program: ProgramFacts
    store: StoreFacts
    pack: PackFacts
    terminal: TerminalFacts
    findings: Rows[Finding] = ()

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not any(finding.wrong for finding in self.findings)
