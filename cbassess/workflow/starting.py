"""Beginning a wave: with the answers of the last one that still tell, or with those of a file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cbassess.carrying.sorting import carried
from cbassess.errors import UsageError
from cbassess.model.history import Answer, Seller, Wave
from cbassess.model.pack import Pack
from cbassess.model.quarters import quarter_of
from cbassess.model.responses import ResponseSet, Said
from cbassess.store.history import History
from cbassess.workflow.remembering import Memories
from cbassess.workflow.shelf import PackShelf, copy_of

if TYPE_CHECKING:
    from cbassess.model.upgrade import PackDiff


class Starter:
    """Begins waves of one history under one pack, and brings a wave that was begun under another to this one."""

    def __init__(self, history: History, shelf: PackShelf, pack: Pack) -> None:
        self._history = history
        self._shelf = shelf
        self._pack = pack
        self._memories = Memories(history, shelf, pack)

    def start(self, seller_name: str, as_of: dt.date, now: dt.datetime) -> Wave:
        """A new wave, labelled by the quarter of `as_of`; a second one in a quarter `2026-Q4-2`, and so on.

        It starts with the answers that are still within their shelf life, each with its date.
        """
        if self._changed_since_last(seller_name):
            self._history.keep_copy()
        with self._history.together():
            seller = self._history.add_seller(seller_name)
            earlier = self._history.waves(seller.id)
            memory = self._memories.before(None, seller.id, as_of)
            brought = carried(self._pack.items, memory)
            wave = self._begin(seller, _free_label(quarter_of(as_of), earlier), as_of, now)
            answers = {
                item: Answer(known.response, known.said.carried(), self._pack.hash, memory.notes.get(item, ""))
                for item, known in brought.items()
            }
            if answers:
                self._history.save_answers(wave.id, answers, now)
            return self._history.wave(wave.id)

    def import_answers(self, responses: ResponseSet, seller_name: str, label: str | None, now: dt.datetime) -> Wave:
        """The answers of a file as a wave of their own, saved whole or not at all.

        UsageError where the seller has a wave of that label already: nothing is written over.
        """
        as_of = responses.as_of or now.date()
        label = label or responses.wave or quarter_of(as_of)
        said = Said.given(as_of)
        answers = {item: Answer(response, said, self._pack.hash) for item, response in responses.responses.items()}
        with self._history.together():
            seller = self._history.add_seller(seller_name)
            if any(wave.label == label for wave in self._history.waves(seller.id)):
                raise UsageError(
                    seller_name,
                    "wave-exists",
                    f"There is a wave {label} already; nothing was written over it.",
                    "Give the answers another label with --wave.",
                )
            wave = self._begin(seller, label, as_of, now)
            self._history.save_answers(wave.id, answers, now)
            return self._history.wave(wave.id)

    def change_since(self, wave: Wave) -> PackDiff | None:
        """What became of the pack since a wave was last answered; None where it is the same, or no longer at hand."""
        from cbassess.carrying.diffing import diff_packs

        old = self._shelf.find(wave.pack_hash, self._pack)
        return None if old is None or old.hash == self._pack.hash else diff_packs(old, self._pack)

    def bring_up(self, wave: Wave, now: dt.datetime) -> Wave:
        """The wave under this pack, after a backup of the whole history.

        Its answers are read under the pack and keep their dates; those to retired items stay as they are, for ever.
        """
        if wave.pack_hash == self._pack.hash:
            return wave
        self._history.keep_copy()
        before = self._history.answers(wave.id)
        retired = {
            item: replace(answer, pack_hash=answer.pack_hash or wave.pack_hash)
            for item, answer in before.items()
            if item not in self._pack.items
        }
        read = self._memories.answers(wave)
        return self._history.change_pack(wave.id, copy_of(self._pack), {**retired, **read}, now)

    def _changed_since_last(self, seller_name: str) -> bool:
        seller = self._history.seller(seller_name)
        earlier = self._history.waves(seller.id) if seller else ()
        return bool(earlier) and earlier[-1].pack_hash != self._pack.hash

    def _begin(self, seller: Seller, label: str, as_of: dt.date, now: dt.datetime) -> Wave:
        self._shelf.keep(self._pack)
        stamp = (self._pack.instrument.title, self._pack.instrument.version, self._pack.hash)
        return self._history.start_wave(seller, label, as_of, stamp, now)


def _free_label(quarter: str, waves: tuple[Wave, ...]) -> str:
    """The quarter, with a number from the second wave in it on."""
    taken = {wave.label for wave in waves}
    numbered = (f"{quarter}-{number}" for number in range(2, len(taken) + 3))
    return next(label for label in (quarter, *numbered) if label not in taken)
