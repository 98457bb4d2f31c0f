"""From an action down to conditions, answers and sources."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.engine.firing import applies_when, relevant_targets, target_met
from cbassess.engine.gains import Gains
from cbassess.engine.situation import as_value
from cbassess.engine.wording import answer_text
from cbassess.model.explanation import ActionExplained, Gain, Ground, SourceEntry, Target
from cbassess.model.plan import Step, StepDate
from cbassess.model.responses import Missing
from cbassess.model.rulebook import Action
from cbassess.words import words_in
from cbassess.workflow.explaining.case import Case


def explain_action(case: Case, name: str) -> ActionExplained:
    """Why the action stands where it stands."""
    pack, action = case.pack, case.pack.actions[name]
    step = next((one for one in case.side.assessment.plan if one.action == name), None)
    lift = next((one for one in action.band_when if case.situation.truths[one.when]), None)
    band = step.band if step else (lift.band if lift else action.band)
    return ActionExplained(
        **case.head,
        action=name,
        title=action.title,
        why=action.why,
        trend=pack.trends[action.trend].title,
        place=case.named([name])[0].place,
        band=next(one.title for one in pack.rulebook.bands if one.id == band),
        band_because=step.band_because if step else (lift.because if lift else None),
        grounds=tuple(_grounds(case, action)),
        targets=tuple(_targets(case, action)),
        gain=tuple(_gain(case, action)),
        priority=step.priority if step else None,
        requires=case.named(action.requires),
        required_by=case.named(one.id for one in pack.rulebook.actions if name in one.requires),
        dates=_dates(step),
        sources=tuple(_source(case, source) for source in action.sources),
        practice=action.practice,
    )


def _grounds(case: Case, action: Action) -> Iterator[Ground]:
    yield case.ground("applies", applies_when(action, case.situation))
    for one in action.contraindications:
        yield case.ground("held_back", one.when, one.because)
    for lift in action.band_when:
        yield case.ground("band", lift.when, lift.because)


def _targets(case: Case, action: Action) -> Iterator[Target]:
    words = words_in(case.pack.language)
    for item_id, target in relevant_targets(action, case.situation):
        item = case.pack.items[item_id]
        now = case.situation.responses.get(item_id, Missing.NOT_REACHED)
        yield Target(
            item=item_id,
            stem=item.stem,
            now=answer_text(item, now, words),
            target=answer_text(item, as_value(target), words),
            met=target_met(item_id, target, case.situation),
        )


def _gain(case: Case, action: Action) -> Iterator[Gain]:
    for trend, points in Gains(case.situation).of(action.id).items():
        yield Gain(trend=trend, title=case.pack.trends[trend].title, points=points)


def _dates(step: Step | None) -> tuple[StepDate, ...]:
    return step.dates if step else ()


def _source(case: Case, source_id: str) -> SourceEntry:
    source = case.pack.sources[source_id]
    return SourceEntry(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        where=source.where,
        says=source.says,
        confidence=source.confidence,
    )
