"""What was said before: the answers of a wave as a pack reads them, and what a new wave starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cbassess.carrying.meaning import fate_of, same_meaning
from cbassess.carrying.sorting import Memory, Progress
from cbassess.carrying.translating import Reading, read_under
from cbassess.model.carrying import Known
from cbassess.model.history import Answer, Wave
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, Said
from cbassess.model.work import StepWork
from cbassess.store.history import History
from cbassess.workflow.shelf import PackShelf
from cbassess.working.folding import fold


class Standing(Struct, frozen=True):
    """An answer of a wave as a pack reads it.

    Attributes:
        given: the answer as it was given; its response is None where it was taken back.
        reading: how the pack reads it.
        source: the pack under which it was given, where that is at hand.
    """

    given: Answer
    reading: Reading
    source: Pack | None


class Memories:
    """Reads the history with the eyes of one pack."""

    def __init__(self, history: History, shelf: PackShelf, pack: Pack) -> None:
        self._history = history
        self._shelf = shelf
        self._pack = pack

    def responses(self, wave: Wave) -> tuple[dict[str, Response], dict[str, Said]]:
        """What the items of the pack were answered in a wave, and where that comes from."""
        read = self._read(wave, self._history.answers(wave.id))
        return (
            {item: one.reading.response for item, one in read.items()},
            {item: one.given.said for item, one in read.items()},
        )

    def answers(self, wave: Wave) -> dict[str, Answer]:
        """The same as answers, each under the pack that reads them; with notes about items that have no answer."""
        answers = self._history.answers(wave.id)
        read = {
            item: Answer(one.reading.response, one.given.said, self._pack.hash, one.given.note)
            for item, one in self._read(wave, answers).items()
        }
        without = {
            item: replace(answer, pack_hash=self._pack.hash)
            for item, answer in answers.items()
            if answer.response is None and item in self._pack.items
        }
        return {**without, **read}

    def before(self, wave: Wave | None, seller_id: int, day: dt.date) -> Memory:
        """What the waves of a seller before `wave` say, all of them where it is None; for a wave of `day`."""
        known: dict[str, Known] = {}
        notes: dict[str, str] = {}
        for earlier in self._history.waves(seller_id):
            if wave is not None and earlier.id == wave.id:
                break
            self._overlay(known, notes, earlier)
        return Memory(known, day, self._progress(seller_id), notes)

    def _overlay(self, known: dict[str, Known], notes: dict[str, str], wave: Wave) -> None:
        """Let what a wave says take the place of what was known; what it took back is known no longer."""
        answers = self._history.answers(wave.id)
        for item_id, answer in answers.items():
            notes[item_id] = answer.note
            if answer.response is None:
                known.pop(item_id, None)
        for item_id, one in self._read(wave, answers).items():
            known[item_id] = self._known(item_id, one, wave)
            notes[item_id] = one.given.note

    def _known(self, item_id: str, one: Standing, wave: Wave) -> Known:
        item = self._pack.items[item_id]
        old = one.source.items.get(one.reading.source) if one.source else None
        means_the_same = one.reading.source == item_id and one.reading.whole
        return Known(
            response=one.reading.response,
            said=one.given.said,
            wave=wave.label,
            reworded=old is not None and fate_of(old, item) != "kept",
            same_meaning=means_the_same and (old is None or same_meaning(old, item)),
        )

    def _read(self, wave: Wave, answers: Mapping[str, Answer]) -> dict[str, Standing]:
        """The answers of a wave under the pack, in its order; of two that meet in one item, the later pack's."""
        hashes = dict.fromkeys(answer.pack_hash or wave.pack_hash for answer in answers.values())
        found: dict[str, Standing] = {}
        for pack_hash in sorted(hashes, key=lambda one: one == wave.pack_hash):
            given = {
                item: answer for item, answer in answers.items() if (answer.pack_hash or wave.pack_hash) == pack_hash
            }
            found |= self._read_of_one_pack(given, self._shelf.find(pack_hash, self._pack))
        return {item: found[item] for item in self._pack.items if item in found}

    def _read_of_one_pack(self, given: Mapping[str, Answer], source: Pack | None) -> dict[str, Standing]:
        responses = {item: answer.response for item, answer in given.items() if answer.response is not None}
        readings = read_under(self._pack.items, responses, source.items if source else None)
        return {item: Standing(given[reading.source], reading, source) for item, reading in readings.items()}

    def _progress(self, seller_id: int) -> Progress:
        steps = tuple(fold(self._history.work.of(seller_id)).values())
        return Progress(begun=self._touched(steps, "doing"), done=self._touched(steps, "done"))

    def _touched(self, steps: Iterable[StepWork], status: str) -> dict[str, dt.date]:
        """Items that steps of a status change, with the latest day since when."""
        touched: dict[str, dt.date] = {}
        for step in steps:
            action = self._pack.actions.get(step.action)
            if step.status == status and step.since is not None and action is not None:
                for item in action.achieves:
                    touched[item] = max(step.since, touched.get(item, step.since))
        return touched
