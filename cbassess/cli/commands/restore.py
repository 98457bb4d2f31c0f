"""`cbassess restore`: what a backup holds, back into the history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbassess.cli import asking, options, talk
from cbassess.errors import DamagedHistoryError, UsageError
from cbassess.words import Words, words_in

if TYPE_CHECKING:
    from cbassess.model.history import Merged
    from cbassess.workflow import Backups


@click.command()
@click.argument("file", metavar="[FILE]", type=options.PATH, required=False)
@click.option("--yes", is_flag=True, help="Do not ask before the whole history is replaced by a copy.")
@options.language
def restore(file: Path | None, yes: bool, language: str) -> None:
    """Bring back what a backup holds.

    With a FILE of cbassess backup, what the history does not have is added; nothing is changed or doubled. Without
    a FILE, the whole history becomes what it was in the newest good copy that cbassess has made by itself; FILE may
    also name an older one of these copies. What the history holds now becomes a copy first.
    """
    from cbassess import workflow

    words = words_in(language)
    copy = file if file is not None and workflow.is_copy(file) else None
    with _open() as backups:
        if file is not None and copy is None:
            _tell(backups.restore(file), words)
        else:
            _put_back(backups, copy, yes, words)


def _open() -> Backups:
    """The history; where it is damaged it has been set aside, and an empty one is begun."""
    from cbassess import workflow

    try:
        return workflow.Backups.open()
    except DamagedHistoryError as damage:
        talk.say(str(damage))
        return workflow.Backups.open()


def _put_back(backups: Backups, copy: Path | None, yes: bool, words: Words) -> None:
    chosen = copy or backups.newest()
    if chosen is None:
        hint = "Name a file that cbassess backup has written."
        raise UsageError("restore", "no-copy", "There is no good copy of the history.", hint)
    if not yes:
        question = words("Replace the whole history by the copy {file}?").format(file=chosen)
        asking.require_yes(question, words, "--yes")
    backups.put_back(chosen)
    talk.say(words("The history is again what it was in {file}.").format(file=chosen))


def _tell(merged: Merged, words: Words) -> None:
    told = words(
        "New sellers: {sellers}; new waves: {waves}; waves completed: {completed}; already there: {unchanged}."
    )
    talk.say(
        told.format(sellers=merged.sellers, waves=merged.waves, completed=merged.completed, unchanged=merged.unchanged)
    )
    for seller, label, new in merged.renamed:
        text = words("{seller}: another {label} is there already, so the one of the backup is now {new}.")
        talk.say(text.format(seller=seller, label=label, new=new))
