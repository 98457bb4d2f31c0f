"""What was proved about a pack, and who shows that something does not hold."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cbassess.model.responses import Response

Owner = tuple[str, ...]
"""A noun of the pack: ("item", id), ("fact", id), ("trend", id), ("action", id), ("date", id),
("indicator", trend, item), ("contradiction", its condition) or ("accepted_gap", its place among them, from 0)."""


class Place(Struct, frozen=True):
    """A place in the content, without any file: a noun, and the path below it such as ("signals", 0, "when")."""

    owner: Owner
    below: tuple[str | int, ...] = ()


class Finding(Struct, frozen=True):
    """Something that was to be proved and is not so, or could not be decided.

    Attributes:
        code: kind of problem; `cbassess.packs.codes` says what it means.
        about: what it is about, in a few characters of a file name.
        responses: answers of a seller who shows it; None where what is wrong is that there is no such seller.
    """

    code: str
    place: Place
    message: str
    about: str
    responses: Mapping[str, Response] | None = None


class Tally(Struct, frozen=True):
    """How many statements of one kind were asked, and how many of them are proved, refuted or undecided."""

    kind: str
    proved: int
    refuted: int
    undecided: int


class Proof(Struct, frozen=True):
    """All findings about a pack, in the order of the pack, and a tally for each kind of statement."""

    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
