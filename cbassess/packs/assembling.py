"""A draft without errors -> the pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cbassess.model.expressions import Expression
from cbassess.model.instrument import Instrument, Section
from cbassess.model.pack import Pack
from cbassess.model.rulebook import Rulebook, Trend
from cbassess.packs.drafting import Draft
from cbassess.packs.folders import Shelf
from cbassess.packs.shaping import N, Placed


def assemble(draft: Draft, conditions: Mapping[str, Expression], shelf: Shelf, language: str) -> Pack:
    """The pack. Every part of the draft must be there; ValueError where one is not."""
    return Pack(_instrument(draft), _rulebook(draft), conditions, shelf.hash, language, shelf.contents)


def _instrument(draft: Draft) -> Instrument:
    head = _there(draft.instrument)
    sections = []
    for section in head.sections:
        texts = _there(draft.sections.get(section))
        items = tuple(item for item in _nouns(draft.items) if item.section == section)
        sections.append(Section(id=section, title=texts.title, intro=texts.intro, items=items))
    return Instrument(
        title=head.title,
        version=head.version,
        languages=head.languages,
        sections=tuple(sections),
        contradictions=_nouns(draft.contradictions),
    )


def _rulebook(draft: Draft) -> Rulebook:
    head = _there(draft.rulebook)
    return Rulebook(
        title=head.title,
        version=head.version,
        policy=_there(draft.policy),
        plan=_there(draft.plan),
        compare=_there(draft.compare),
        time_criticality=_there(draft.time_criticality),
        rates=_there(draft.rates),
        bands=_nouns(draft.bands),
        levels=_nouns(draft.levels),
        facts=_nouns(draft.facts),
        trends=tuple(_trend(draft, trend) for trend in head.trends),
        sources=_nouns(draft.sources),
        calendar=_nouns(draft.calendar),
        accepted_gaps=_nouns(draft.accepted_gaps),
        vignettes=_nouns(draft.vignettes),
    )


def _trend(draft: Draft, trend: str) -> Trend:
    rows = draft.trends[trend]
    head = _there(rows.head)
    return Trend(
        id=trend,
        title=head.title,
        direction=head.direction,
        summary=head.summary,
        why=head.why,
        applies_when=head.applies_when,
        signals=head.signals,
        indicators=_nouns(rows.indicators),
        actions=_nouns(rows.actions),
    )


def _nouns(placed: Iterable[Placed[N]]) -> tuple[N, ...]:
    return tuple(one.noun for one in placed)


def _there(placed: Placed[N] | None) -> N:
    if placed is None:
        raise ValueError("a part of the draft is missing")
    return placed.noun
