"""What a new wave starts from: what was said before, and what is asked again."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from cbassess.model.responses import Response, Said

Standing = Literal[
    "fresh",
    "ageing",
    "reworded",
    "declined",
    "in_work",
    "stale",
    "changed",
    "unknown",
    "worked",
    "new",
]
"""How an earlier answer stands in a new wave.

fresh       within its shelf life, now and a quarter from now: it is carried
ageing      within its shelf life, but not a quarter from now          \\
reworded    the question has another wording and the same meaning       | carried, and shown as "still true?"
declined    the seller rather not said                                  |
in_work     a step that would change it is being worked on             /
stale       past its shelf life                                        \\
changed     the question means something else, or the option is gone    |
unknown     the seller did not know then, and may know now              | asked
worked      a step that changes it was marked done since                |
new         there is no earlier answer                                 /
"""

STILL_TRUE: frozenset[Standing] = frozenset({"ageing", "reworded", "declined", "in_work"})
ASKED: frozenset[Standing] = frozenset({"stale", "changed", "unknown", "worked", "new"})


class Known(Struct, frozen=True):
    """What was said about an item in an earlier wave, as the pack of today reads it.

    Attributes:
        wave: label of the wave in which it was said or carried last.
        reworded: the question has another wording since.
        same_meaning: whether it answers the question of today; else it can only be offered beside it.
    """

    response: Response
    said: Said
    wave: str
    reworded: bool = False
    same_meaning: bool = True


class AgendaEntry(Struct, frozen=True):
    """An item of a wave, why it is where it is, and what was said before; None where nothing was."""

    item: str
    standing: Standing
    known: Known | None


class Agenda(Struct, frozen=True):
    """What is left to do in a wave, each in the order of asking.

    Attributes:
        asked: items on the route without an answer in this wave.
        still_true: carried answers that one key confirms, or opens.
        carried: carried answers that need no look.
    """

    asked: tuple[AgendaEntry, ...]
    still_true: tuple[AgendaEntry, ...]
    carried: tuple[AgendaEntry, ...]
