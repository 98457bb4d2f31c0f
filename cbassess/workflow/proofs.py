"""Proofs about a pack, and the sellers who refute them as answers files.

The solver is loaded only when something is proved: it is an extra, and nothing else needs it.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct

from cbassess.errors import Problem, UsageError
from cbassess.model.proof import Finding, Tally
from cbassess.model.responses import ResponseSet
from cbassess.packs import filling, loading, places

_MAX_SELLER = 100


class Counterexample(Struct, frozen=True):
    """A seller who shows what a problem says: the text of an answers file, and a name for the file."""

    name: str
    text: str


class Proven(Struct, frozen=True):
    """What was found out: problems, sellers who show them, and how many statements of each kind were proved."""

    problems: tuple[Problem, ...]
    counterexamples: tuple[Counterexample, ...]
    tallies: tuple[Tally, ...]


def prove_pack(folder: Path | None, as_of: dt.date, seconds: float) -> Proven:
    """Prove what can be proved about a pack that loads.

    Raises:
        UsageError: the solver is not installed.
        PackError: the pack has errors that must be mended first.
    """
    try:
        from cbassess.proving import prove
    except ModuleNotFoundError as error:
        if error.name != "z3":
            raise
        hint = "Install it beside cbassess with: pip install z3-solver (after pipx: pipx inject cbassess z3-solver)."
        raise UsageError("--prove", "no-solver", "Proofs need the solver z3, which is not installed.", hint) from None
    from cbassess.packs.locating_findings import problems_of

    home = folder or places.shipped_pack()
    proof = prove(loading.load_pack(home), as_of, seconds)
    problems = problems_of(proof.findings, home)
    shown = [
        _counterexample(finding, problem, as_of)
        for finding, problem in zip(proof.findings, problems, strict=True)
        if finding.responses is not None
    ]
    return Proven(tuple(sorted(problems)), tuple(shown), proof.tallies)


def _counterexample(finding: Finding, problem: Problem, as_of: dt.date) -> Counterexample:
    name = f"{finding.code}-{finding.about}"
    seller = ResponseSet(name[:_MAX_SELLER], finding.responses or {}, as_of=as_of)
    notes = (f"{problem.place}: {problem.severity} {problem.code}", problem.message)
    return Counterexample(f"{re.sub(r'[^A-Za-z0-9._-]', '_', name)}.toml", filling.answers_file(seller, notes))
