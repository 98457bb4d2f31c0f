"""Rows as JSON text with a checksum, one row a line; and back."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from pydantic import ValidationError

from cbassess.errors import UsageError
from cbassess.model.backup import Backup
from cbassess.plain_text import escaped_controls
from cbassess.store.portable.gathering import Tables
from cbassess.version import __version__

SCHEMA = "cbassess/backup/1"
_AGAIN = "Have the backup written or sent again."


def backup_text(tables: Tables, version: int, now: dt.datetime) -> str:
    """The file.

    Args:
        tables: the rows.
        version: the schema to which they belong.
        now: the moment, in UTC.
    """
    head = {"schema": SCHEMA, "history": version, "program": __version__, "made_at": now.isoformat()}
    shown = {
        table: [{key: _shown(value) for key, value in row.items()} for row in rows] for table, rows in tables.items()
    }
    checksum = _checksum({**head, "tables": shown})
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    blocks = ",\n".join(_block(table, rows) for table, rows in shown.items())
    text = "\n".join(["{", *lines, '  "tables": {', blocks, "  },", f'  "checksum": "{checksum}"', "}", ""])
    return escaped_controls(text)


def _block(table: str, rows: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n".join(f"      {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"    {json.dumps(table)}: [\n{lines}\n    ]" if lines else f"    {json.dumps(table)}: []"


def read_backup(data: bytes, place: str) -> Backup:
    """The backup in a file.

    Args:
        data: the bytes of the file.
        place: its name, for messages.

    Raises:
        UsageError: it is none, it was cut or changed, or it was written by a newer cbassess.
    """
    found = _parsed(data, place)
    if found.get("schema") != SCHEMA:
        _refuse_kind(found.get("schema"), place)
    try:
        backup = Backup.model_validate(found)
        checksum = _checksum({key: value for key, value in found.items() if key != "checksum"})
    except (ValidationError, RecursionError) as fault:
        raise UsageError(place, "backup-changed", "This is no whole backup of cbassess.", _AGAIN) from fault
    if checksum != backup.checksum:
        raise UsageError(place, "backup-changed", "This backup was changed or damaged: its checksum is wrong.", _AGAIN)
    return backup


def _refuse_kind(schema: object, place: str) -> NoReturn:
    if isinstance(schema, str) and schema.startswith("cbassess/backup/"):
        hint = "Install the newer cbassess."
        raise UsageError(place, "backup-newer", "This backup was written by a newer cbassess.", hint)
    hint = "Name a file that cbassess backup has written."
    raise UsageError(place, "not-a-backup", "This is no backup of cbassess.", hint)


def _parsed(data: bytes, place: str) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as fault:
        raise UsageError(place, "not-a-backup", "This is no JSON, or not a whole file.", _AGAIN) from fault
    return found if isinstance(found, dict) else {}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _checksum(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _shown(value: object) -> object:
    """A value of a column as it stands in the file."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    if isinstance(value, str) and value.startswith("{"):
        # JSON within JSON would be a wall of backslashes. Only what comes back to the letter is opened up.
        try:
            inner = json.loads(value)
            if json.dumps(inner) == value:
                return {"json": inner}
        except (ValueError, RecursionError):
            return value
    return value
