"""The answers of last time that nobody has looked at yet: one key confirms one, another opens it, one confirms all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from cbassess.model.carrying import AgendaEntry
from cbassess.tui import words
from cbassess.tui.screens.item_list import DETAILS, ItemListPage
from cbassess.tui.texts import listing
from cbassess.tui.texts.layout import ERROR, MUTED, SUCCESS, WARNING, lines, text
from cbassess.tui.widgets.banner import Banner
from cbassess.tui.widgets.sheet import Line, blank, heading
from cbassess.tui.widgets.title_bar import TitleBar
from cbassess.workflow import Interview, ReviewEntry, review


class StillTrueScreen(ItemListPage):
    """Closes with the id of the item to answer again, or with None: the rest is left as it is, with its old date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,c", "confirm", words.CONFIRM, tooltip=words.CONFIRM_HELP, id="still_true.confirm"),
        Binding("enter", "go", words.CHANGE, tooltip=words.CHANGE_HELP, id="still_true.change"),
        Binding("a", "confirm_seen", words.CONFIRM_SEEN, tooltip=words.CONFIRM_SEEN_HELP, id="still_true.confirm_seen"),
        DETAILS,
        Binding("escape", "back", words.LOOK_LATER, tooltip=words.LOOK_LATER_HELP, id="still_true.later"),
    ]

    def __init__(self, interview: Interview, greeting: str = "") -> None:
        super().__init__(interview)
        self._greeting = greeting

    @property
    def list_title(self) -> str:
        """What the list is."""
        return words.STILL_TRUE

    def state(self) -> Content:
        """How many there are."""
        return text(words.to_look_at(len(self.interview.agenda.still_true)), MUTED)

    def on_mount(self) -> None:
        """With what the wave was begun."""
        if self._greeting:
            self.query_one(Banner).tell(text(self._greeting, MUTED))

    def item_lines(self) -> Sequence[Line]:
        """Section by section, in the order of asking."""
        return tuple(_lines(self.interview))

    def action_confirm(self) -> None:
        """The answer under the cursor is still true."""
        if self.sheet.key:
            self._confirm([self.sheet.key])

    def action_confirm_seen(self) -> None:
        """All that has been on the screen is still true; what has not is shown next."""
        seen = self.sheet.seen
        self._confirm([one.item for one in self.interview.agenda.still_true if one.item in seen])

    def _confirm(self, items: list[str]) -> None:
        following = self._after(items)
        self.interview.confirm(items)
        left = len(self.interview.agenda.still_true)
        self._tell(len(items), left)
        if left or self.interview.trouble:
            self.write(following)
        else:
            self.dismiss(None)

    def _after(self, items: Sequence[str]) -> str:
        """The first line behind those that go."""
        order = [one.item for one in self.interview.agenda.still_true]
        behind = order[order.index(items[-1]) + 1 :] if items else order
        return next((item for item in behind if item not in items), "")

    def _tell(self, count: int, left: int) -> None:
        banner, trouble = self.query_one(Banner), self.interview.trouble
        if trouble:
            banner.tell(lines([text(trouble, ERROR), text(words.NOT_SAVED_KEPT)]))
        elif self.interview.overtaken:
            banner.tell(text(words.overtaken(len(self.interview.overtaken)), WARNING))
        else:
            banner.tell(text(words.confirmed(count, left), SUCCESS))
        self.query_one(TitleBar).state(self.state())


def _lines(interview: Interview) -> Iterator[Line]:
    entries = {one.item.id: one for section in review(interview) for one in section.entries}
    titles = {section.id: section.title for section in interview.pack.instrument.sections}
    listed = interview.agenda.still_true
    for number, (section, group) in enumerate(groupby(listed, key=lambda one: entries[one.item].item.section)):
        if number:
            yield blank()
        yield heading(titles[section])
        yield from (_line(interview, one, entries[one.item]) for one in group)


def _line(interview: Interview, one: AgendaEntry, entry: ReviewEntry) -> Line:
    answer = interview.in_words(one.item, entry.response) if entry.response is not None else ""
    day = entry.said.checked_on.isoformat() if entry.said else ""
    because = {"reworded": words.BECAUSE_REWORDED, "in_work": words.BECAUSE_IN_WORK}.get(one.standing, "")
    tags = "  ".join(tag for tag in (because, day) if tag)
    label = partial(listing.two_lines, entry.item.stem, text(answer), tags)
    return Line(label, partial(listing.entry_detail, entry, answer), one.item)
