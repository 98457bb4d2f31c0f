"""The worked cases of the shipped pack as sellers, whole or with some answers changed."""

from __future__ import annotations

from collections.abc import Mapping

from cbassess.model.assessment import Assessment
from cbassess.model.rulebook import Vignette
from cbassess.packs.answers import answers_from_mapping
from cbassess.workflow import assess, open_pack

PACK = open_pack()
VIGNETTES = {vignette.id: vignette for vignette in PACK.rulebook.vignettes}

Changes = Mapping[str, object]
"""`section.item` -> answer, as it would stand in an answers file."""


def assessment_of(vignette: Vignette, changes: Changes | None = None) -> Assessment:
    """The worked case on its own day, with the changes laid over its answers."""
    tables = {section: dict(table) for section, table in vignette.answers.items()}
    for item, answer in (changes or {}).items():
        section, _, name = item.partition(".")
        tables.setdefault(section, {})[name] = answer
    answers = answers_from_mapping({"seller": vignette.title, **tables}, PACK.instrument, vignette.id)
    return assess(PACK, answers, vignette.as_of)


def planned(assessment: Assessment) -> set[str]:
    """Actions that the plan has, or would have if there were more hours or money."""
    return {step.action for step in assessment.plan} | {step.action for step in assessment.unplaced}
