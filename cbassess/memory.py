"""The collector of garbage, kept out of the way while a process starts.

A start makes a few hundred thousand objects and drops hardly any, and the collector looks at all of them again and
again: a sixth of the start of the app. What is there after the first frame stays until the end, so it is set aside.
"""

from __future__ import annotations

import gc

WHILE_STARTING = 200_000
"""Objects that may come before the collector looks; a command that goes on to make millions is still tidied up."""

_usual: list[tuple[int, int, int]] = []
"""How often the collector looked before; empty where nobody has said that a process starts."""


def begin() -> None:
    """A process starts that is ours alone."""
    _usual[:] = [gc.get_threshold()]
    gc.set_threshold(WHILE_STARTING, *_usual[0][1:])


def started() -> None:
    """The first frame is there: what is there now is looked at no more, and what comes is, as usual."""
    if _usual:
        gc.freeze()
        gc.set_threshold(*_usual.pop())
