"""A fault without its place: what low-level code raises and its caller turns into a `Problem`."""

from __future__ import annotations


class Fault(Exception):
    """Something is wrong with one value or file.

    Attributes:
        code: key of `codes.CODES`.
        message: what is wrong, in one sentence.
        hint: how to mend it; empty where there is nothing to add.
        line: line in the file, counted from 1; 0 where it is not known.
    """

    def __init__(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line = code, message, hint, line
