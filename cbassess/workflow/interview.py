"""One wave being answered. The app and the plain prompts share it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from cbassess.errors import StoreError
from cbassess.model.evaluation import Evaluation
from cbassess.model.history import Wave
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.store.history import History
from cbassess.workflow.assessing import evaluate
from cbassess.workflow.keeping import Clock, Keeper, utc_now


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
    again when they apply again.
    """

    def __init__(self, pack: Pack, wave: Wave, history: History, clock: Clock = utc_now) -> None:
        self.pack = pack
        self.wave = wave
        self._history = history
        self._keeper = Keeper(history, wave.id, clock)
        self._refresh()
        self._position = wave.position if self._applies(wave.position) else ""
        if not self._position and self.route:
            self._position = (self.first_open() or self.route[0]).id

    @property
    def responses(self) -> ResponseSet:
        """All answers so far."""
        return ResponseSet(self.wave.seller.name, self._keeper.responses, self.wave.label, self.wave.as_of)

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
        self._keeper.keep(item.id, response)
        self._refresh()
        self._stay_on_route()

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
