"""The worked cases of the shipped pack: what an adviser expects first, and what must not appear.

At least four of the five expected steps stand among the plan's first five, or are in the plan with
something that they require among its first five; none of the forbidden stands among the first eight; and
no action is there for nobody.
"""

from __future__ import annotations

import pytest

from tests.packs.vignettes_for_tests import PACK, VIGNETTES, assessment_of, planned


def test_there_are_worked_cases_for_importers_exporters_and_both() -> None:
    sides = {vignette.answers["profile"]["side"] for vignette in VIGNETTES.values()}
    assert sides == {"import", "export", "both"}


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_the_plan_begins_as_an_adviser_would(name: str) -> None:
    vignette = VIGNETTES[name]
    plan = [step.action for step in assessment_of(vignette).plan]
    first = set(plan[:5])
    met = [action for action in vignette.expect_first if action in plan and _with_requirements(action) & first]
    assert len(met) >= len(vignette.expect_first) - 1, f"{plan[:5]} against {vignette.expect_first}"


def _with_requirements(action: str) -> set[str]:
    return {action}.union(*(_with_requirements(need) for need in PACK.actions[action].requires))


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_no_forbidden_step_is_among_the_first_eight(name: str) -> None:
    vignette = VIGNETTES[name]
    first = {step.action for step in assessment_of(vignette).plan[:8]}
    assert first.isdisjoint(vignette.forbid)


@pytest.mark.parametrize("name", sorted(VIGNETTES))
def test_a_worked_case_is_answered_whole_and_without_contradiction(name: str) -> None:
    assessment = assessment_of(VIGNETTES[name])
    assert assessment.complete
    assert not assessment.contradictions
    assert not assessment.set_aside


def test_every_action_fires_for_one_of_them() -> None:
    fired = set().union(*(planned(assessment_of(vignette)) for vignette in VIGNETTES.values()))
    assert set(PACK.actions) - fired == set()
