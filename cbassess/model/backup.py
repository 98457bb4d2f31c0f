"""The noun of a backup file."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime

from cbassess.model.base import Limits, Noun, Rows

ColumnName = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]


class JsonValue(Noun):
    """A value that the history keeps as JSON text, such as a response; here it is readable."""

    json_: dict[str, Any]


class BytesValue(Noun):
    """Bytes."""

    base64: str


Value = str | int | float | JsonValue | BytesValue | None
BackupRow = dict[ColumnName, Value]


class Backup(Noun, kw_only=True):
    """The history of all sellers, or of one, as a file.

    Attributes:
        history: version of the schema whose rows these are; any version up to the program's own can be restored.
        program: version of cbassess that wrote it.
        made_at: the moment, in UTC.
        tables: name of a table -> its rows, in the order in which they refer to each other.
        checksum: SHA-256 of everything else, as JSON with sorted keys and without spaces, in ASCII.
    """

    schema_: Literal["cbassess/backup/1"] = "cbassess/backup/1"
    history: Annotated[int, Limits(ge=1)]
    program: str
    made_at: Annotated[AwareDatetime, Limits(strict=False)]
    tables: dict[ColumnName, Rows[BackupRow]]
    checksum: Annotated[str, Limits(pattern=r"^[0-9a-f]{64}$")]

    @property
    def day(self) -> dt.date:
        """The day on which it was made, in UTC."""
        return self.made_at.astimezone(dt.UTC).date()
