"""One wave being answered. The app and the plain prompts share it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cbassess.carrying.sorting import Memory, agenda
from cbassess.engine.wording import answer_text
from cbassess.errors import StoreError
from cbassess.model.carrying import Agenda, Known
from cbassess.model.evaluation import Scores
from cbassess.model.history import Answer, Wave
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet, Said
from cbassess.plain_text import without_controls
from cbassess.store.history import History
from cbassess.words import words_in
from cbassess.workflow.evaluating import score
from cbassess.workflow.keeping import Clock, Keeper, utc_now
from cbassess.workflow.remembering import Memories
from cbassess.workflow.route import Route
from cbassess.workflow.time_left import seconds_for, seconds_left
from cbassess.workflow.undoing import Undo


class SectionProgress(Struct, frozen=True):
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

    Attributes:
        follows: whether the wave was begun with answers of another one.
    """

    def __init__(self, memories: Memories, pack: Pack, wave: Wave, history: History, clock: Clock = utc_now) -> None:
        self.pack = pack
        self.wave = wave
        self._history = history
        self._memories = memories
        self._clock = clock
        self._keeper = Keeper(history, wave.id, lambda: memories.answers(wave), clock)
        self._undo = Undo()
        self.follows = any(said.origin != "given" for said in self._keeper.said.values())
        self._refresh()
        self._position = wave.position if self._route.applies(wave.position) else ""
        if not self._position and self.route:
            self._position = (self.first_open() or self.route[0]).id

    @property
    def responses(self) -> ResponseSet:
        """All answers so far."""
        kept = self._keeper
        return ResponseSet(self.wave.seller.name, kept.responses, self.wave.label, self.wave.as_of, kept.said)

    @property
    def evaluation(self) -> Scores:
        """Where the seller stands now."""
        return self._evaluation

    @property
    def route(self) -> tuple[Item, ...]:
        """The items that apply now, in the order of asking."""
        return tuple(self.pack.items[item_id] for item_id in self._route.ids)

    @property
    def current(self) -> Item | None:
        """The item to be answered; None at the end."""
        return self.pack.items.get(self._position)

    @property
    def progress(self) -> tuple[SectionProgress, ...]:
        """Answered and asked items, section by section."""
        answered, applies = self._keeper.responses, self._route.applies
        return tuple(
            SectionProgress(
                section.id,
                section.title,
                sum(applies(item.id) and item.id in answered for item in section.items),
                sum(applies(item.id) for item in section.items),
            )
            for section in self.pack.instrument.sections
        )

    @property
    def seconds_left(self) -> float:
        """How long the questions without an answer will take, roughly."""
        return seconds_left(self._seconds, self._evaluation.states)

    @cached_property
    def _seconds(self) -> dict[str, float]:
        return {item.id: seconds_for(item) for item in self.pack.items.values()}

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

    def in_words(self, item_id: str, response: Response) -> str:
        """An answer to an item as a person would say it, in the language of the pack."""
        return answer_text(self.pack.items[item_id], response, words_in(self.pack.language))

    def note(self, item_id: str) -> str:
        """What was noted about an item, in this wave or brought along from earlier ones; empty where nothing was."""
        row = self._keeper.rows.get(item_id)
        return self._memory.notes.get(item_id, "") if row is None else row.note

    def write_note(self, item_id: str, note: str) -> None:
        """Note something about an item, in place of what was noted; saved as `answer` saves.

        Unsafe characters are replaced, and white space at both ends is taken away.
        """
        self._change({item_id: replace(self._row(item_id), note=without_controls(note).strip())})

    def answer(self, response: Response | None) -> None:
        """Answer the current item, or take the answer back with None.

        It is on the disk when this returns, unless `trouble` says why not; then it is kept in memory and tried
        again with the next answer.
        """
        item = self.current
        if item is None:
            return
        self._change({item.id: Answer(response, Said.given(self._today()), self.pack.hash, self.note(item.id))})

    def confirm(self, item_ids: Iterable[str]) -> None:
        """Say that earlier answers are still true; saved as `answer` saves.

        What was carried can be confirmed, and what earlier waves say about an item that is asked, where it answers
        the question of today. KeyError where there is nothing to confirm about an item.
        """
        today = self._today()
        self._change({item: self._confirmed(item, today) for item in item_ids})

    def _confirmed(self, item_id: str, day: dt.date) -> Answer:
        response, said = self.response_to(item_id), self.said(item_id)
        if response is not None and said is not None:
            return Answer(response, said.confirmed(day), self.pack.hash, self.note(item_id))
        known = self._memory.known[item_id]
        if not known.same_meaning:
            raise KeyError(item_id)
        return Answer(known.response, known.said.confirmed(day), self.pack.hash, self.note(item_id))

    @property
    def can_undo(self) -> bool:
        """Whether something was changed in this window that `undo` would bring back."""
        return bool(self._undo)

    def undo(self) -> tuple[str, ...]:
        """Bring back what stood before the last change in this window, and go there where that was one item.

        It is saved as `answer` saves: what was undone stays in the history. Returns the ids of the items, none where
        nothing is left to undo.
        """
        before = self._undo.take()
        if before:
            self._keep(before)
        if len(before) == 1 and self._route.applies(next(iter(before))):
            self._move(next(iter(before)))
        return tuple(before)

    def _change(self, answers: Mapping[str, Answer]) -> None:
        before = {item: self._row(item) for item in answers}
        changed = {item: stood for item, stood in before.items() if stood != answers[item]}
        if changed:
            self._undo.remember(changed)
        self._keep(answers)

    def _row(self, item_id: str) -> Answer:
        """What stands in the history about an item, or would if there was anything."""
        nothing = Answer(None, Said.given(self._today()), self.pack.hash, self.note(item_id))
        return self._keeper.rows.get(item_id, nothing)

    def _keep(self, answers: Mapping[str, Answer]) -> None:
        self._keeper.keep(answers)
        self._after_saving()

    def _after_saving(self) -> None:
        self._undo.forget(self.overtaken)
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
        """Why an answer is not saved, in the language of the pack; empty where all are."""
        trouble = self._keeper.trouble
        return trouble.said(words_in(self.pack.language)) if trouble is not None else ""

    @property
    def overtaken(self) -> tuple[str, ...]:
        """Ids of the items that another window answered, as the last save has shown.

        Its answers stand here now; what was answered here to the same items was not saved.
        """
        return tuple(item_id for item_id in self._keeper.overtaken if item_id in self.pack.items)

    def retry(self) -> None:
        """Try again to save what is kept in memory only."""
        self._keeper.retry()
        self._after_saving()

    def forward(self) -> bool:
        """On to the next item that applies; False when the end is reached."""
        following = self._route.after(self._position)
        self._move(following)
        return bool(following)

    def forward_asked(self) -> bool:
        """On to the next item without an answer in this wave; False when the end is reached."""
        answered, following = self._keeper.responses, self._route.after(self._position)
        while following and following in answered:
            following = self._route.after(following)
        self._move(following)
        return bool(following)

    def back(self) -> bool:
        """Back to the item before; False at the beginning."""
        earlier = self._route.before(self._position)
        if earlier:
            self._move(earlier)
        return bool(earlier)

    def go_to(self, item_id: str) -> None:
        """Jump to an item that applies; KeyError where it does not."""
        if not self._route.applies(item_id):
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

    def _move(self, item_id: str) -> None:
        self._position = item_id
        # A place that cannot be written down costs the seller a few keys, and no answer.
        with contextlib.suppress(StoreError):
            self._history.set_position(self.wave.id, item_id)

    def _stay_on_route(self) -> None:
        # What another window answered may have taken away the very item that is asked here.
        if self.overtaken and self._position and not self._route.applies(self._position):
            self._position = self._route.after(self._position) or self.route[-1].id

    def _refresh(self) -> None:
        self._evaluation = score(self.pack, self.responses, self.wave.as_of)
        self._route = Route(self.pack.items, self._evaluation.states)
