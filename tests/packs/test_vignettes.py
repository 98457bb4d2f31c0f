"""The worked cases of the shipped pack: what an adviser expects first, and what must not appear.

At least four of the five expected steps stand among the plan's first five, or are in the plan with
something that they require among its first five; none of the forbidden stands among the first eight.
"""

from __future__ import annotations

import pytest

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Vignette
from cbassess.packs.answers import answers_from_mapping
from cbassess.workflow import assess, open_pack

PACK = open_pack()
VIGNETTES = {vignette.id: vignette for vignette in PACK.rulebook.vignettes}


def _assessment(pack: Pack, vignette: Vignette) -> Assessment:
    answers = answers_from_mapping({"seller": vignette.title, **vignette.answers}, pack.instrument, vignette.id)
    return assess(pack, answers, vignette.as_of)


def _with_requirements(pack: Pack, action: str) -> set[str]:
    return {action}.union(*(_with_requirements(pack, need) for need in pack.actions[action].requires))


def test_there_are_worked_cases_for_importers_exporters_and_both() -> None:
    sides = {vignette.answers["profile"]["side"] for vignette in VIGNETTES.values()}
    assert sides == {"import", "export", "both"}


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_the_plan_begins_as_an_adviser_would(name: str) -> None:
    vignette = VIGNETTES[name]
    plan = [step.action for step in _assessment(PACK, vignette).plan]
    first = set(plan[:5])
    met = [action for action in vignette.expect_first if action in plan and _with_requirements(PACK, action) & first]
    assert len(met) >= len(vignette.expect_first) - 1, f"{sorted(first)} against {vignette.expect_first}"


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_no_forbidden_step_is_among_the_first_eight(name: str) -> None:
    vignette = VIGNETTES[name]
    first = {step.action for step in _assessment(PACK, vignette).plan[:8]}
    assert first.isdisjoint(vignette.forbid)


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_a_worked_case_is_answered_whole_and_without_contradiction(name: str) -> None:
    assessment = _assessment(PACK, VIGNETTES[name])
    assert assessment.complete
    assert not assessment.contradictions
    assert not assessment.set_aside
