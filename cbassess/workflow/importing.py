"""Answers from files into the history: first what would change, then all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from cbassess.engine.wording import answer_text
from cbassess.errors import InputError, Problem, UsageError
from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.model.quarters import quarter_of
from cbassess.model.responses import Missing, ResponseSet
from cbassess.words import words_in
from cbassess.workflow.records import Records


class AnswerChange(Struct, frozen=True):
    """An answer that differs from the one before, in words."""

    question: str
    before: str
    after: str


class Incoming(Struct, frozen=True):
    """One seller's answers on their way into the history.

    Attributes:
        seller, label: under which they would be kept.
        known: whether the seller is there already.
        last: label of the seller's latest wave; empty where there is none.
        changes: how the answers differ from those of that wave; all of them where there is none.
    """

    seller: str
    label: str
    answered: int
    known: bool
    last: str
    changes: tuple[AnswerChange, ...]


class ImportRefusedError(InputError):
    """Some of what was handed in cannot be kept; nothing was."""


def preview(
    records: Records, pack: Pack, found: Sequence[ResponseSet], label: str | None, now: dt.datetime
) -> tuple[Incoming, ...]:
    """What would change, seller by seller; ImportRefusedError names all that could not be kept. Changes nothing."""
    refused = [problem for one in found if (problem := _taken(records, one, _label(one, label, now)))]
    if refused:
        raise ImportRefusedError(refused)
    return tuple(_incoming(records, pack, one, _label(one, label, now)) for one in found)


def import_all(
    records: Records, pack: Pack, found: Sequence[ResponseSet], label: str | None, now: dt.datetime
) -> tuple[Wave, ...]:
    """Keep all of them, each as a wave of its own; ImportRefusedError before the first where one cannot be kept."""
    preview(records, pack, found, label, now)
    return tuple(records.import_answers(pack, one, one.seller, label, now) for one in found)


def _label(responses: ResponseSet, label: str | None, now: dt.datetime) -> str:
    return label or responses.wave or quarter_of(responses.as_of or now.date())


def _waves(records: Records, seller: str) -> tuple[Wave, ...] | None:
    """The seller's waves, archived or not; None for a seller who is not known."""
    try:
        return records.waves(seller)
    except UsageError:
        return None


def _taken(records: Records, responses: ResponseSet, label: str) -> Problem | None:
    waves = _waves(records, responses.seller) or ()
    if all(wave.label != label for wave in waves):
        return None
    message = f"There is a wave {label} already; nothing was written over it."
    hint = "Give the answers another label with --wave."
    return Problem(responses.seller, 0, "", "wave-exists", message, hint)


def _incoming(records: Records, pack: Pack, responses: ResponseSet, label: str) -> Incoming:
    waves = _waves(records, responses.seller)
    last = waves[-1] if waves else None
    before = records.recorded(last, pack).responses.responses if last else {}
    words = words_in(pack.language)
    changes = tuple(
        AnswerChange(
            item.stem,
            answer_text(item, before.get(name, Missing.NOT_REACHED), words),
            answer_text(item, responses.responses.get(name, Missing.NOT_REACHED), words),
        )
        for name, item in pack.items.items()
        if before.get(name) != responses.responses.get(name)
    )
    answered = len(responses.responses)
    return Incoming(responses.seller, label, answered, waves is not None, last.label if last else "", changes)
