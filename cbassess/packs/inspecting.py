"""Looks at all data of a file before anything else does: nesting, and characters nobody can see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from cbassess.packs.faults import Fault
from cbassess.packs.quoting import shown

if TYPE_CHECKING:
    from cbassess.packs.locating import Path

MAX_DEPTH = 30
MAX_REPORTED = 20

# Everything that a terminal may obey or that hides text: C0 but TAB, LF and CR, DEL, C1, the controls
# of writing direction, the byte order mark and halves of surrogate pairs.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def control_fault(text: str) -> Fault | None:
    """The fault of a text with a control character in it; None where there is no such character."""
    match = CONTROL.search(text)
    if match is None:
        return None
    return Fault(
        "control-character",
        f"The text holds the control character U+{ord(match.group()):04X} after {shown(text[: match.start()][-20:])}.",
        "Delete it.",
    )


def inspect(data: Mapping[str, object]) -> Iterator[tuple[Path, Fault]]:
    """What is wrong with the nesting and the texts of parsed data, with the path to each; at most 20.

    Too deep nesting is the only fault reported then, because nothing else may walk such data.
    """
    faults: list[tuple[Path, Fault]] = []
    # A list of what is still to be seen instead of recursion: the nesting is the attacker's choice.
    ahead: list[tuple[Path, Mapping[str, object] | list[object]]] = [((), data)]
    while ahead and len(faults) < MAX_REPORTED:
        path, around = ahead.pop()
        if len(path) >= MAX_DEPTH:
            yield path[:3], Fault("too-deep", f"Tables and lists are nested more than {MAX_DEPTH} levels deep.")
            return
        for step, value in around.items() if isinstance(around, Mapping) else enumerate(around):
            if isinstance(step, str) and (fault := control_fault(step)):
                faults.append((path, fault))
            if isinstance(value, str) and (fault := control_fault(value)):
                faults.append(((*path, step), fault))
            elif isinstance(value, Mapping | list):
                ahead.append(((*path, step), value))
    yield from faults[:MAX_REPORTED]
