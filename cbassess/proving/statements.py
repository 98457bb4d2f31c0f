"""What is proved: statements about all sellers of a pack, each decided by one question to the solver."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from cbassess.model.proof import Finding, Place, Tally
from cbassess.proving.formulas import Formula, Model, Solver, Unfinished
from cbassess.proving.sellers import Sellers

SECONDS_EACH = 10.0


class Statement(Struct, frozen=True):
    """Either nobody is so, and whoever is found refutes it; or somebody is so.

    Attributes:
        kind: what the statement is counted under.
        code, place, message, about: the finding where the statement does not hold.
        seller: the formula.
        somebody: whether there must be such a seller; else there must be none.
        named: name -> formula; `{named}` in the message becomes the names that hold for the seller found.
    """

    kind: str
    code: str
    place: Place
    message: str
    about: str
    seller: Formula
    somebody: bool = False
    named: Mapping[str, Formula] = field(default_factory=dict)


class Prover:
    """Decides statements, and leaves open what the time for all of them is too short for."""

    def __init__(self, sellers: Sellers, seconds: float) -> None:
        self._sellers = sellers
        self._solver = Solver(sellers.rules)
        self._until = time.monotonic() + seconds

    def decide(self, statement: Statement) -> Finding | None:
        """None where the statement is proved."""
        try:
            found = self._possible(statement.seller)
        except Unfinished:
            message = f"It was not decided in time whether this is so: {_said(statement, None)}"
            return Finding("not-proved", statement.place, message, statement.about)
        if found is statement.somebody:
            return None
        example = self._plainest(statement.seller) if found else None
        responses = None if example is None else self._sellers.read(example)
        return Finding(statement.code, statement.place, _said(statement, example), statement.about, responses)

    def _possible(self, seller: Formula) -> bool:
        return self._solver.possible(seller, self._seconds())

    def _seconds(self) -> float:
        return min(SECONDS_EACH, self._until - time.monotonic())

    def _plainest(self, seller: Formula) -> Model:
        """Instead of the seller just found, one who left nothing open that could be answered: easier to read."""
        found = self._solver.model()
        try:
            return self._solver.nicest(seller, self._sellers.plain, self._seconds()) or found
        except Unfinished:
            return found


def _said(statement: Statement, model: Model | None) -> str:
    names = [name for name, holds in statement.named.items() if model is None or model.holds(holds)]
    return statement.message.replace("{named}", ", ".join(names))


def tally(statements: Iterable[Statement], findings: Iterable[Finding | None]) -> tuple[Tally, ...]:
    """How it went, kind by kind in the order of the first of each."""
    counts: dict[str, list[int]] = {}
    for statement, finding in zip(statements, findings, strict=True):
        place = 0 if finding is None else 2 if finding.code == "not-proved" else 1
        counts.setdefault(statement.kind, [0, 0, 0])[place] += 1
    return tuple(Tally(kind, *numbers) for kind, numbers in counts.items())
