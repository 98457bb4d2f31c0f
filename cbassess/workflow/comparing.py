"""Waves side by side: two of them compared, and the course over more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from cbassess import comparing
from cbassess.carrying.translating import responses_under
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison, Course, WaveStamp
from cbassess.model.pack import Pack
from cbassess.model.responses import ResponseSet
from cbassess.model.work import StepWork
from cbassess.workflow.assessing import assess


class Recorded(Struct, frozen=True):
    """A wave as the history has it.

    Attributes:
        responses: the answers as they were given, with their day.
        pack: the pack under which they were given; None where it is not at hand.
        work: where each step stood at the end of the wave.
        hours_share: the part of the hours with which its plan was made; None for all.
    """

    responses: ResponseSet
    pack_version: str
    pack_hash: str
    pack: Pack | None = None
    work: Mapping[str, StepWork] = field(default_factory=dict)
    hours_share: float | None = None


def compare(pack: Pack, baseline: Recorded, wave: Recorded) -> Comparison:
    """Two waves of one seller, both scored under `pack`; each must have its `as_of`."""
    return comparing.compare(pack, _side(pack, baseline), _side(pack, wave))


def course(pack: Pack, waves: Sequence[Recorded]) -> Course:
    """The course over several waves of one seller, oldest first; at least one."""
    return comparing.course(pack, [_side(pack, wave) for wave in waves])


def _side(pack: Pack, wave: Recorded) -> comparing.Side:
    known = wave.pack or (pack if wave.pack_hash == pack.hash else None)
    stamp = WaveStamp(
        wave=wave.responses.wave,
        as_of=_day(wave),
        pack_version=wave.pack_version,
        pack_hash=wave.pack_hash,
    )
    return comparing.Side(stamp, wave.responses.responses, known, _seen(pack, known, wave), wave.work)


def _seen(pack: Pack, known: Pack | None, wave: Recorded) -> Assessment:
    """What the wave showed, under its own pack; where that is not at hand, under the one of today."""
    responses = wave.responses
    if known is None:
        responses = replace(responses, responses=responses_under(pack.items, responses.responses))
    return assess(known or pack, responses, _day(wave), with_cures=False, hours_share=wave.hours_share)


def _day(wave: Recorded) -> dt.date:
    if wave.responses.as_of is None:
        raise ValueError("a recorded wave has a day")
    return wave.responses.as_of
