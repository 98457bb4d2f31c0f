"""What is where, in which version, and whether it is well. Nothing is changed by looking."""

from __future__ import annotations

import datetime as dt
import platform
from importlib import metadata
from pathlib import Path

from cbassess.errors import InputError
from cbassess.model.diagnosis import Diagnosis, PackFacts, ProgramFacts, TerminalFacts
from cbassess.packs import opening, places
from cbassess.store.home import wanted_folder
from cbassess.store.inspecting import inspect
from cbassess.version import __version__
from cbassess.words import Words
from cbassess.workflow.findings import findings

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("click", "pydantic", "rich", "textual", "tomli", "platformdirs")


def examine(pack_folder: Path | None, today: dt.date, terminal: TerminalFacts, words: Words) -> Diagnosis:
    """Look at everything.

    Args:
        pack_folder: the pack; the shipped one where none is named.
        today: the day by which the facts of the pack are fresh or not.
        terminal: what the front end knows about it.
        words: the language of the findings.

    Raises:
        StoreError: this user has no place for a history.
        UsageError: the shipped pack is missing.
    """
    store = inspect(wanted_folder(), shown)
    pack = _pack_facts(pack_folder or places.shipped_pack(), today)
    found = findings(store, pack, terminal, today, words)
    return Diagnosis(as_of=today, program=_program_facts(), store=store, pack=pack, terminal=terminal, findings=found)


def shown(path: Path) -> str:
    """A path without the name of the user, as far as it lies in the user's own folder."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _program_facts() -> ProgramFacts:
    return ProgramFacts(
        version=__version__,
        folder=shown(PACKAGE),
        python=f"{platform.python_implementation()} {platform.python_version()}",
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        libraries={name: _version_of(name) for name in LIBRARIES},
    )


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _pack_facts(folder: Path, today: dt.date) -> PackFacts:
    try:
        pack = opening.open_pack(folder, "en")
    except InputError as error:
        return PackFacts(folder=shown(folder), stale={}, errors=len(error.problems))
    calendar = pack.rulebook.calendar
    return PackFacts(
        folder=shown(folder),
        title=pack.instrument.title,
        version=pack.instrument.version,
        hash=pack.hash,
        items=len(pack.items),
        actions=len(pack.actions),
        dated_facts=len(calendar),
        stale={fact.id: fact.stale_after for fact in calendar if fact.stale_after < today},
    )
