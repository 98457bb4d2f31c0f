"""Writing files."""

from __future__ import annotations

from cbassess.tui.speaking import speaker

_ = speaker.say

EXPORT_TITLE = _("Export")
EXPORT_FORMAT = _("Format")
EXPORT_FILE = _("File")
EXPORT_WRITE = _("Write")
EXPORT_REPLACE = _("Replace it")
CANCEL = _("Cancel")
EXPORT_EXISTS = _("That file is already there. Press Replace it, or change the name.")
EXPORT_NO_NAME = _("Type the name of a file.")
EXPORT_SHOW = _("Open folder")
EXPORT_SHOWN = _("The folder is open in another window.")
EXPORT_NOT_SHOWN = _("The folder could not be opened. The file is there all the same.")
EXPORT_NO_WINDOW = _("From this terminal no folder can be opened in a window.")
FORMATS = {
    "text": _("Plain text"),
    "md": _("Markdown, for wikis and notes"),
    "html": _("HTML, for the browser"),
    "pdf": _("PDF, to print and send"),
    "docx": _("Word, to edit"),
    "xlsx": _("Excel, to work through the plan"),
    "csv": _("CSV, for other programs"),
    "ics": _("Calendar (ics): tasks and dates"),
    "json": _("JSON, for other programs"),
}


def goes_into(folder: str) -> str:
    """`In the folder: /home/...`."""
    return _("In the folder: {folder}").format(folder=folder)


def no_folder(folder: str) -> str:
    """`There is no folder: /home/...`."""
    return _("There is no folder: {folder}").format(folder=folder)


def written(path: str) -> str:
    """`Written: /home/...`."""
    return _("Written: {path}").format(path=path)


def working(seconds: float) -> str:
    """`Being made, 2 seconds so far`."""
    return _("Being made, {seconds} seconds so far").format(
        seconds=f"{seconds:.0f}" if seconds >= 1 else f"{seconds:.1f}"
    )
