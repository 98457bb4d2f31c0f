"""Opens the app; where the history is damaged, it is opened with the newest good copy or with an empty one."""

from __future__ import annotations

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
    """Ask what to go on with; what is damaged has been set aside already."""
    from cbassess import workflow

    words = words_in(language)
    talk.say(str(damage))
    if damage.backup is None:
        asking.require_yes(words("Begin with an empty history?"), words)
    elif asking.is_yes(words("Go on from the newest good copy?"), words):
        with workflow.Backups.open() as backups:
            backups.put_back(damage.backup)
    else:
        talk.say(words("The history begins empty. The copy stays; cbassess restore brings it back."))


def _require_terminal() -> None:
    if not (terminal.is_terminal() or terminal.in_browser()):
        hint = "Without one: cbassess assess ANSWERS judges a file, cbassess template writes one to fill in."
        raise UsageError("cbassess", "no-terminal", "The app needs a terminal.", hint)
