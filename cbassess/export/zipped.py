"""Zip files that are the same bytes whenever they are written."""

from __future__ import annotations

import io
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def repacked(content: bytes) -> bytes:
    """The same entries in the same order, without the moment at which they were packed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for entry in old.infolist():
            kept = zipfile.ZipInfo(entry.filename, _LONG_AGO)
            kept.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(kept, old.read(entry))
    return packed.getvalue()
