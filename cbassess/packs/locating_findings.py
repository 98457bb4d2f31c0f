"""Findings of a proof -> problems with file and line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cbassess.errors import Problem
from cbassess.model.proof import Finding, Place
from cbassess.packs.checks.spots import Spots
from cbassess.packs.documents import Spot
from cbassess.packs.loading import load


def problems_of(findings: Iterable[Finding], folder: Path) -> list[Problem]:
    """One problem for each finding about the pack in `folder`, in the same order."""
    spots = Spots.of(load(folder).draft)
    return [_spot(finding.place, spots).problem(finding.code, finding.message) for finding in findings]


def _spot(place: Place, spots: Spots) -> Spot:
    spot = _owner(place, spots)
    for step in place.below:
        spot /= step
    return spot


def _owner(place: Place, spots: Spots) -> Spot:
    kind, name = place.owner[:2]
    if kind == "indicator":
        return spots.indicators[name, place.owner[2]]
    if kind == "accepted_gap":
        return spots.accepted_gaps[int(name)]
    by_name = {
        "item": spots.items,
        "fact": spots.facts,
        "trend": spots.trends,
        "action": spots.actions,
        "contradiction": spots.contradictions,
        "date": spots.calendar,
    }
    return by_name[kind][name]
