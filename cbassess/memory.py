"""The collector of garbage, kept out of the way: while a process starts, and between the keys.

A start makes a few hundred thousand objects and drops hardly any, and the collector looks at all of them again and
again: a sixth of the start of the app. What is there after the first frame stays until the end, so it is set aside.

Later each new question makes some ten thousand objects and drops as many. As Python has it, the collector looked at
everything with every sixth question, which took longer than the question itself; now it does so with every eightieth.
"""

from __future__ import annotations

import gc

WHILE_STARTING = 200_000
"""Objects that may come before the collector looks; a command that goes on to make millions is still tidied up."""

BETWEEN_KEYS = 10_000
"""Objects that may come before the collector looks at the newest; by default 700."""

_starting: list[bool] = []
"""Empty where nobody has said that a process starts."""


def begin() -> None:
    """A process starts that is ours alone."""
    _starting[:] = [True]
    _look_after(WHILE_STARTING)


def started() -> None:
    """The first frame is there: what is there now is looked at no more, and what comes is, now and then."""
    if _starting:
        _starting.clear()
        gc.freeze()
        _look_after(BETWEEN_KEYS)


def _look_after(objects: int) -> None:
    gc.set_threshold(objects, *gc.get_threshold()[1:])
