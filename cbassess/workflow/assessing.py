"""From answers to an assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cbassess.engine.evaluating import evaluate as evaluate_situation
from cbassess.engine.situation import Situation
from cbassess.engine.wording import answer_text
from cbassess.model.assessment import (
    Assessment,
    BandEntry,
    IndicatorEntry,
    OpenEntry,
    PackStamp,
    ResponseEntry,
    TrendEntry,
)
from cbassess.model.evaluation import TrendScore
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, ResponseSet
from cbassess.planning import build_plan
from cbassess.words import phrase, words_in
from cbassess.workflow.fewer_hours import cut_to, with_fewer_hours
from cbassess.workflow.situating import situation_of

LEVEL_OPEN = phrase("Still open")
LEVEL_OPEN_MEANING = phrase("Answers are missing that decide the level. The range shows what is possible.")


def assess(
    pack: Pack, responses: ResponseSet, as_of: dt.date, *, with_cures: bool = True, hours_share: float | None = None
) -> Assessment:
    """Where the seller stands and what to do: the document that screens and exports show.

    Args:
        pack: the pack that judges.
        responses: the answers; those that come from a history tell since when they hold.
        as_of: the day to judge by.
        with_cures: without them it is quicker, and what does not fit says why but not what would make it fit.
        hours_share: the part of the seller's hours that the plan counts on, as `Pace.applied` gives it; None for all.
    """
    situation = situation_of(pack, responses, as_of)
    evaluation = evaluate_situation(situation)
    planned = situation if hours_share is None else with_fewer_hours(situation, hours_share)
    plan = build_plan(planned, evaluation, with_cures=with_cures)
    entries = tuple(_entries(situation, responses))
    states = [entry.state for entry in entries if entry.state not in ("off_route", "waiting")]
    return Assessment(
        seller=responses.seller,
        wave=responses.wave,
        as_of=as_of,
        language=pack.language,
        pack=PackStamp(title=pack.instrument.title, version=pack.instrument.version, hash=pack.hash),
        complete=all(entry.state not in ("open", "waiting") for entry in entries),
        answered=sum(state != "open" for state in states),
        asked=len(states),
        trends=tuple(_trend_entry(pack, trend) for trend in evaluation.trends),
        bands=tuple(BandEntry(id=b.id, title=b.title, meaning=b.meaning) for b in pack.rulebook.bands),
        capacity=plan.capacity if hours_share is None else cut_to(plan.capacity, hours_share, pack.language),
        plan=plan.steps,
        unplaced=plan.unplaced,
        not_now=evaluation.not_now,
        in_place=evaluation.in_place,
        open_items=tuple(
            OpenEntry(
                item=one.item,
                stem=pack.items[one.item].stem,
                state=one.state,
                would_move=one.would_move,
                trends=one.trends,
            )
            for one in evaluation.open_items
        ),
        forecast=plan.forecast,
        contradictions=evaluation.contradictions,
        set_aside=tuple(entry for entry in entries if entry.item in evaluation.set_aside),
        responses=entries,
    )


def _entries(situation: Situation, responses: ResponseSet) -> Iterator[ResponseEntry]:
    words = words_in(situation.pack.language)
    for item_id, item in situation.pack.items.items():
        state = situation.states[item_id]
        counts = situation.responses if state != "off_route" else {}
        given = responses.responses if item_id in situation.set_aside else counts
        missing = Missing.OFF_ROUTE if state == "off_route" else Missing.NOT_REACHED
        text = answer_text(item, given.get(item_id, missing), words)
        said = responses.said.get(item_id) if item_id in given else None
        yield ResponseEntry(
            item=item_id,
            stem=item.stem,
            state=state,
            text=text,
            origin=said.origin if said else None,
            said_on=said.on if said else None,
            checked_on=said.checked_on if said else None,
        )


def _level(pack: Pack, score: TrendScore) -> tuple[str, str]:
    """Title and meaning of the level, or that it is open while the range reaches over more than one."""
    if score.level is None:
        words = words_in(pack.language)
        return words(LEVEL_OPEN), words(LEVEL_OPEN_MEANING)
    level = next(level for level in pack.rulebook.levels if level.id == score.level)
    return level.title, level.meaning


def _trend_entry(pack: Pack, score: TrendScore) -> TrendEntry:
    level, meaning = _level(pack, score)
    return TrendEntry(
        id=score.id,
        title=score.title,
        direction=score.direction,
        applies=score.applies,
        relevance=score.relevance,
        readiness=score.readiness,
        level=level,
        level_meaning=meaning,
        summary=pack.trends[score.id].summary,
        because=score.because,
        indicators=tuple(
            IndicatorEntry(
                item=one.item,
                share=one.share,
                low=one.low,
                high=one.high,
                assumed=one.assumed,
                reason=one.reason,
            )
            for one in score.indicators
        ),
    )
