"""A checksum for each row, because one flipped bit can change an answer and leave SQLite content.

It tells accidents, not forgery: whoever may write the file may also write a matching checksum.
"""

from __future__ import annotations

import hashlib
import json

from cbassess.store.faults import DamagedError

_DIGITS = 16


def checksum(*values: object) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the values."""
    # `default`: a damaged row may hold bytes, which must end as a wrong checksum and not as a TypeError.
    text = json.dumps(values, default=repr)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_DIGITS]


def verify(expected: object, *values: object) -> None:
    """Check a row that was read.

    Raises:
        DamagedError: the values are not those that were written.
    """
    if checksum(*values) != expected:
        raise DamagedError("a row does not match its checksum")
