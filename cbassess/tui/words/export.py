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


def written(path: str) -> str:
    """`Written: /home/...`."""
    return _("Written: {path}").format(path=path)
