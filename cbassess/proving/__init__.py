"""Proofs about the content of a pack: what holds for every seller there can be, by a solver.

The engine judges one seller; here the same rules are formulas over all answers that rules can tell apart.
Needs the extra `prove`. `docs/how-to/prove-a-pack.md` says what exactly is proved.
"""

from __future__ import annotations

import datetime as dt

from cbassess.model.pack import Pack
from cbassess.model.proof import Proof
from cbassess.proving import of_actions, of_chains, of_conditions, of_steps, of_ways_up
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Prover, tally

FAMILIES = (of_conditions, of_ways_up, of_chains, of_steps, of_actions)


def prove(pack: Pack, as_of: dt.date, seconds: float) -> Proof:
    """Decide every statement about the pack; what `seconds` do not suffice for is left undecided and said so."""
    sellers = Sellers(pack, as_of)
    statements = [statement for family in FAMILIES for statement in family.statements(sellers)]
    prover = Prover(sellers, seconds)
    findings = [prover.decide(statement) for statement in statements]
    return Proof(tuple(finding for finding in findings if finding is not None), tally(statements, findings))
