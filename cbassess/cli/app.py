"""Opens the app; where the history is damaged, it is opened with the newest good copy or with an empty one."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cbassess.cli import asking, talk, terminal
from cbassess.errors import DamagedHistoryError, UsageError
from cbassess.words import words_in

if TYPE_CHECKING:
    from cbassess.settings import Settings


def can_only_do_lines() -> bool:
    """Whether a person sits at a terminal that cannot show the app."""
    return terminal.is_terminal() and os.environ.get("TERM") == "dumb"


def open_app(pack_folder: Path | None, language: str, settings: Settings) -> int:
    """Run the app; it cannot run where no terminal shows it."""
    _require_terminal()
    from cbassess.tui.running import run

    try:
        return run(pack_folder, language, settings)
    except DamagedHistoryError as damage:
        if damage.aside is None:
            raise
        _go_on(damage, language)
    return run(pack_folder, language, settings)


def _go_on(damage: DamagedHistoryError, language: str) -> None:
    """Say what happened and ask what to go on with; what is damaged has been set aside already."""
    from cbassess import workflow

    words = words_in(language)
    told = words("The history was damaged. The damaged file is now {file}; nothing was deleted.")
    talk.say(told.format(file=damage.aside))
    if damage.backup is None:
        talk.say(words("There is no good copy of it. The program sqlite3 may bring answers back with .recover."))
        asking.require_yes(words("Begin with an empty history?"), words)
        return
    found = words("The newest good copy is of {day}: {file}")
    talk.say(found.format(day=_day_of(damage.backup), file=damage.backup))
    if asking.is_yes(words("Go on from the newest good copy?"), words):
        with workflow.Backups.open() as backups:
            backups.put_back(damage.backup)
    else:
        talk.say(words("The history begins empty. The copy stays; cbassess restore brings it back."))


def _day_of(file: Path) -> str:
    """The day on which a copy was made, on this person's calendar."""
    return dt.datetime.fromtimestamp(file.stat().st_mtime).astimezone().date().isoformat()


def _require_terminal() -> None:
    if not (terminal.is_terminal() or terminal.in_browser()):
        hint = "Without one: cbassess assess ANSWERS judges a file, cbassess template writes one to fill in."
        raise UsageError("cbassess", "no-terminal", "The app needs a terminal.", hint)
