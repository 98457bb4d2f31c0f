"""All quarters of a seller: a row a trend, and the chart of the highlighted one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from cbassess.model.comparison import Course
from cbassess.model.pack import Pack
from cbassess.tui import words
from cbassess.tui.screens.base import BACK, Page
from cbassess.tui.texts import courses
from cbassess.tui.texts.layout import BLANK, MUTED, Cell, columns, text
from cbassess.tui.widgets.sheet import Line, Sheet, note
from cbassess.tui.widgets.title_bar import TitleBar


class CourseScreen(Page[None]):
    """Shows a course; `again` gives it in the language of another pack."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK]

    def __init__(self, course: Course, again: Callable[[Pack], Course]) -> None:
        super().__init__()
        self._course = course
        self._again = again

    def title_bar(self) -> TitleBar:
        """Seller, and over how many quarters."""
        return TitleBar(self._course.seller, words.quarters(len(self._course.waves)))

    def body(self) -> Iterable[Widget]:
        """One sheet."""
        yield Sheet(tuple(course_lines(self._course)))

    async def reword(self, pack: Pack) -> None:
        """The sheet anew, from the course in the other language."""
        self._course = self._again(pack)
        self.query_one(Sheet).rewrite(tuple(course_lines(self._course)))
        await super().reword(pack)


def course_lines(course: Course) -> Iterator[Line]:
    """The quarters, a row a trend, and what the figures rest on."""
    yield Line(partial(courses.head, course))
    if not course.trends:
        yield note(words.NO_COURSE)
    for trend in course.trends:
        yield Line(partial(courses.course_row, trend, course), partial(courses.course_detail, trend, course))
    yield Line(partial(_left_out, course))
    for sentence in courses.ground(course):
        yield note(sentence)


def _left_out(course: Course, width: int) -> Content:
    """How many quarters have no column here."""
    left_out = len(course.waves) - courses.columns_that_fit(course, width)
    return columns(Cell(text(words.earlier_quarters(left_out), MUTED), width)) if left_out else BLANK
