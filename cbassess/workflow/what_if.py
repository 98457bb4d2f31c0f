"""Trends and plan under other answers: the same function on changed responses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from cbassess.engine.firing import relevant_targets, target_met
from cbassess.engine.situation import as_value
from cbassess.errors import UsageError
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.model.what_if import (
    AnswerChange,
    Fate,
    StepPlace,
    StepShift,
    WhatIf,
)
from cbassess.packs.quoting import nearest, shown
from cbassess.workflow.sides import Side, asked_only, trend_shifts
from cbassess.workflow.situating import situation_of


def whatif(
    pack: Pack,
    responses: ResponseSet,
    as_of: dt.date,
    answers: Mapping[str, Response],
    done: Iterable[str],
) -> WhatIf:
    """Trends and plan, before and after; see `inquiries.whatif`."""
    _check_items(pack, answers)
    supposed = responses.with_responses(answers)
    by_action: dict[str, str] = {}
    for action in done:
        achieved = _achieved(pack, supposed, as_of, action)
        supposed = supposed.with_responses(achieved)
        by_action |= dict.fromkeys(achieved, action)
    sides = Side.of(pack, responses, as_of), Side.of(pack, supposed, as_of)
    return _what_if(pack, *sides, {**answers, **by_action}, by_action)


def _check_items(pack: Pack, answers: Iterable[str]) -> None:
    for item in answers:
        if item not in pack.items:
            raise UsageError("what if", "unknown-item", f"There is no item {shown(item)}.", nearest(item, pack.items))


def _achieved(pack: Pack, responses: ResponseSet, as_of: dt.date, action_id: str) -> dict[str, Response]:
    """The answers that the action leads to, where the seller's own are weaker or missing."""
    if action_id not in pack.actions:
        hint = nearest(action_id, pack.actions)
        raise UsageError("what if", "unknown-action", f"There is no action {shown(action_id)}.", hint)
    situation = situation_of(pack, responses, as_of)
    targets = relevant_targets(pack.actions[action_id], situation)
    return {item: as_value(target) for item, target in targets if target_met(item, target, situation) is not True}


def _what_if(
    pack: Pack, before: Side, after: Side, changed: Mapping[str, object], by_action: Mapping[str, str]
) -> WhatIf:
    new = after.assessment
    return WhatIf(
        seller=new.seller,
        as_of=new.as_of,
        language=new.language,
        pack=new.pack,
        answers=tuple(_answers(pack, before, after, changed, by_action)),
        trends=tuple(trend_shifts(before, after)),
        steps=tuple(_steps(before, after)),
        asked=tuple(asked_only(after, before)),
        not_asked=tuple(asked_only(before, after, answered=True)),
        contradictions=tuple(text for text in new.contradictions if text not in before.assessment.contradictions),
    )


def _answers(
    pack: Pack, before: Side, after: Side, changed: Mapping[str, object], by_action: Mapping[str, str]
) -> Iterator[AnswerChange]:
    old, new = before.entries(), after.entries()
    for item in pack.items:
        if item in changed:
            yield AnswerChange(
                item=item,
                stem=new[item].stem,
                before=old[item].text,
                after=new[item].text,
                action=by_action.get(item),
                counts=new[item].state not in ("off_route", "waiting"),
            )


def _steps(before: Side, after: Side) -> Iterator[StepShift]:
    """Actions advised on one side at least: those planned after in their order, then the others in that of before."""
    old, new = before.places(), after.places()
    for action, title in (after.advised() | before.advised()).items():
        sides = old.get(action, StepPlace(state="not_advised")), new.get(action, StepPlace(state="not_advised"))
        yield StepShift(action=action, title=title, fate=_fate(*sides), before=sides[0], after=sides[1])


def _fate(before: StepPlace, after: StepPlace) -> Fate:
    if after.state == "in_place":
        return "done"
    if (before.state == "planned") != (after.state == "planned"):
        return "new" if after.state == "planned" else "gone"
    if before.state != after.state:
        return "gone" if before.state == "unplaced" else "new"
    return "kept" if (before.start, before.due) == (after.start, after.due) else "moved"
