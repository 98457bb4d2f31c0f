"""One wave being answered. The app and the plain prompts share it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cbassess.carrying.sorting import Memory, agenda
from cbassess.errors import StoreError
from cbassess.model.carrying import Agenda, Known
from cbassess.model.evaluation import Evaluation
from cbassess.model.history import Answer, Wave
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet, Said
from cbassess.store.history import History
from cbassess.workflow.evaluating import evaluate
from cbassess.workflow.keeping import Clock, Keeper, utc_now
from cbassess.workflow.remembering import Memories


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far a section is: items answered, of those that apply now."""

    id: str
    title: str
    answered: int
    asked: int


class Interview:
    """Where the seller is in the questionnaire, and every answer saved at once.

    `current` is None when the end is reached. Answers to items that no longer apply are kept and count
    again when they apply again. A wave that followed another one starts with what that one still tells:
    `agenda` says what is left to do.
    """

    def __init__(self, memories: Memories, pack: Pack, wave: Wave, history: History, clock: Clock = utc_now) -> None:
        self.pack = pack
        self.wave = wave
        self._history = history
        self._memories = memories
        self._clock = clock
        self._keeper = Keeper(history, wave.id, lambda: memories.answers(wave), clock)
        self._refresh()
        self._position = wave.position if self._applies(wave.position) else ""
        if not self._position and self.route:
            self._position = (self.first_open() or self.route[0]).id

    @property
    def responses(self) -> ResponseSet:
        """All answers so far."""
        kept = self._keeper
        return ResponseSet(self.wave.seller.name, kept.responses, self.wave.label, self.wave.as_of, kept.said)

    @property
    def evaluation(self) -> Evaluation:
        """Where the seller stands now."""
        return self._evaluation

    @property
    def route(self) -> tuple[Item, ...]:
        """The items that apply now, in the order of asking."""
        return tuple(item for item in self.pack.items.values() if self._applies(item.id))

    @property
    def current(self) -> Item | None:
        """The item to be answered; None at the end."""
        return self.pack.items.get(self._position)

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """Answered and asked items, section by section."""
        answered = self._keeper.responses
        return tuple(
            SectionProgress(
                section.id,
                section.title,
                sum(self._applies(item.id) and item.id in answered for item in section.items),
                sum(self._applies(item.id) for item in section.items),
            )
            for section in self.pack.instrument.sections
        )

    @cached_property
    def _memory(self) -> Memory:
        """What earlier waves say; read when it is first asked for, because a list of waves does not need it."""
        return self._memories.before(self.wave, self.wave.seller.id, self.wave.as_of)

    @property
    def agenda(self) -> Agenda:
        """What is left to do: items to ask, carried answers to confirm, and those that need no look."""
        return agenda(self.pack.items, self._evaluation.states, self._keeper.said, self._memory)

    def known(self, item_id: str) -> Known | None:
        """What earlier waves say about an item; None where they say nothing."""
        return self._memory.known.get(item_id)

    def said(self, item_id: str) -> Said | None:
        """Where the answer of this wave to an item comes from; None where there is none."""
        return self._keeper.said.get(item_id)

    def response_to(self, item_id: str) -> Response | None:
        """What was said to an item; None where nothing was."""
        return self._keeper.responses.get(item_id)

    def answer(self, response: Response | None) -> None:
        """Answer the current item, or take the answer back with None.

        It is on the disk when this returns, unless `trouble` says why not; then it is kept in memory and tried
        again with the next answer.
        """
        item = self.current
        if item is None:
            return
        self._keep({item.id: Answer(response, Said.given(self._today()), self.pack.hash)})

    def confirm(self, item_ids: Iterable[str]) -> None:
        """Say that earlier answers are still true; saved as `answer` saves.

        What was carried can be confirmed, and what earlier waves say about an item that is asked, where it answers
        the question of today. KeyError where there is nothing to confirm about an item.
        """
        today = self._today()
        self._keep({item: self._confirmed(item, today) for item in item_ids})

    def _confirmed(self, item_id: str, day: dt.date) -> Answer:
        response, said = self.response_to(item_id), self.said(item_id)
        if response is not None and said is not None:
            return Answer(response, said.confirmed(day), self.pack.hash)
        known = self._memory.known[item_id]
        if not known.same_meaning:
            raise KeyError(item_id)
        return Answer(known.response, known.said.confirmed(day), self.pack.hash)

    def _keep(self, answers: dict[str, Answer]) -> None:
        self._keeper.keep(answers)
        self._refresh()
        self._stay_on_route()

    def _today(self) -> dt.date:
        """The day on the seller's calendar."""
        return self._clock().astimezone().date()

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Ids of the items whose answer is kept in memory only."""
        return self._keeper.unsaved

    @property
    def trouble(self) -> str:
        """Why an answer is not saved; empty where all are."""
        return self._keeper.trouble

    @property
    def overtaken(self) -> tuple[str, ...]:
        """Ids of the items that another window answered, as the last save has shown.

        Its answers stand here now; what was answered here to the same items was not saved.
        """
        return tuple(item_id for item_id in self._keeper.overtaken if item_id in self.pack.items)

    def retry(self) -> None:
        """Try again to save what is kept in memory only."""
        self._keeper.retry()
        self._refresh()
        self._stay_on_route()

    def forward(self) -> bool:
        """On to the next item that applies; False when the end is reached."""
        following = self._after(self._position)
        self._move(following)
        return bool(following)

    def forward_asked(self) -> bool:
        """On to the next item without an answer in this wave; False when the end is reached."""
        answered, following = self._keeper.responses, self._after(self._position)
        while following and following in answered:
            following = self._after(following)
        self._move(following)
        return bool(following)

    def back(self) -> bool:
        """Back to the item before; False at the beginning."""
        ids = [item.id for item in self.route]
        place = ids.index(self._position) if self._position in ids else len(ids)
        if place == 0:
            return False
        self._move(ids[place - 1])
        return True

    def go_to(self, item_id: str) -> None:
        """Jump to an item that applies; KeyError where it does not."""
        if not self._applies(item_id):
            raise KeyError(item_id)
        self._move(item_id)

    def reword(self, pack: Pack) -> bool:
        """Go on with the same pack in another language; False, and nothing changed, where it is not the same."""
        if pack.hash != self.pack.hash:
            return False
        self.pack = pack
        self._refresh()
        return True

    def first_open(self) -> Item | None:
        """The first item without an answer; None when all are answered."""
        answered = self._keeper.responses
        return next((item for item in self.route if item.id not in answered), None)

    def _applies(self, item_id: str) -> bool:
        return self._evaluation.states.get(item_id, "off_route") not in ("off_route", "waiting")

    def _after(self, item_id: str) -> str:
        """The next item that applies; also right where `item_id` itself no longer applies."""
        order = list(self.pack.items)
        start = order.index(item_id) + 1 if item_id else len(order)
        return next((later for later in order[start:] if self._applies(later)), "")

    def _move(self, item_id: str) -> None:
        self._position = item_id
        # A place that cannot be written down costs the seller a few keys, and no answer.
        with contextlib.suppress(StoreError):
            self._history.set_position(self.wave.id, item_id)

    def _stay_on_route(self) -> None:
        # What another window answered may have taken away the very item that is asked here.
        if self.overtaken and self._position and not self._applies(self._position):
            self._position = self._after(self._position) or self.route[-1].id

    def _refresh(self) -> None:
        self._evaluation = evaluate(self.pack, self.responses, self.wave.as_of)
