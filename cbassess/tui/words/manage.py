"""What is done to a seller now and then, and backups."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say
keyed = speaker.keyed
ngettext = speaker.plural

MANAGE = _("Manage")
MANAGE_HELP = _("Rename, archive, hand over or delete the highlighted seller; back up everything")
BACK_UP = _("Back up")
BACK_UP_HELP = _("Write everything that was ever answered into a file")
ARCHIVE_SHOWN = _("Archive")
ARCHIVE_SHOWN_HELP = _("Show or hide the sellers of the archive")

TASKS = {
    "rename": _("Give it another name"),
    "archive": _("Put it into the archive: it leaves the list, nothing is deleted"),
    "unarchive": _("Take it out of the archive"),
    "hand_over": _("Write its whole history into a file, to hand it over"),
    "delete": _("Delete it with all its answers"),
    "back_up": _("Back up everything into a file"),
    "archive_shown": _("Show the archive"),
    "archive_hidden": _("Hide the archive"),
}

RENAME_TITLE = _("Another name")
RENAME_ASK = _("What is the business called now? Its quarters and answers stay as they are.")

DELETE_TITLE = _("Delete a seller")
DELETE_GO_ON = _("Delete")
DELETE_TYPE = _("To delete it for good, type its name:")
DELETE_OTHER_NAME = _(
    "That is not its name. Nothing is deleted until the name is typed exactly; [Esc|dialog.cancel] keeps everything."
)

HAND_OVER_TITLE = _("Hand over one seller")
HAND_OVER_ABOUT = _(
    "The file holds all quarters of this seller and nothing of others. "
    "Whoever gets it reads it in with: cbassess restore FILE"
)
BACK_UP_TITLE = _("Back up everything")
BACK_UP_ABOUT = _(
    "The file holds every seller and every answer. It is read in again with: cbassess restore FILE. "
    "Besides that a copy is made by itself every week."
)
BACK_UP_WRITE = _("Write")
BACK_UP_EXISTS = _("There is a file of this name. Press [Enter|field.take] again to replace it, or give another name.")


def delete_question(seller: str, waves: int) -> str:
    """What would go."""
    return ngettext(
        "Delete {seller} with {count} quarter and every answer? A backup is written first.",
        "Delete {seller} with {count} quarters and every answer? A backup is written first.",
        waves,
    ).format(seller=seller, count=waves)


def renamed(name: str, new_name: str) -> str:
    """What was done."""
    return _("{name} is now called {new_name}.").format(name=name, new_name=new_name)


def put_away(name: str) -> str:
    """What was done."""
    return keyed(_("{name} is in the archive now. Press [a|home.archive] to see the archive.")).format(name=name)


def taken_out(name: str) -> str:
    """What was done."""
    return _("{name} is in the list again.").format(name=name)


def deleted(name: str, file: str) -> str:
    """What was done, and how it is undone."""
    return _("{name} is deleted. It can be brought back with: cbassess restore {file}").format(name=name, file=file)


def backed_up(file: str) -> str:
    """Where it lies."""
    return _("Written: {file}. It holds every answer: keep it where only you can read it.").format(file=file)
