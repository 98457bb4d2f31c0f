"""The course of trends over waves: a row of figures, and a chart with its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from cbassess.model.comparison import Course, CoursePoint, TrendCourse
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.causes import points_text
from cbassess.tui.texts.figures import interval_bar, interval_text, whole
from cbassess.tui.texts.layout import ACCENT, BLANK, MUTED, STRONG, Cell, columns, lines, paragraphs, text

TITLE = 24
HEIGHT = 8
AXIS = 5
LABEL, FIGURE = 10, 7
POINT, RANGE = "*", ":"


def columns_that_fit(course: Course, width: int) -> int:
    """How many of the latest waves have room beside a title."""
    return max(1, min(len(course.waves), (width - TITLE) // (_column(course) + 1)))


def _column(course: Course) -> int:
    return max(FIGURE, *(len(wave.wave) for wave in course.waves))


def head(course: Course, width: int) -> Content:
    """The quarters over the columns."""
    return _row(BLANK, [text(wave.wave, MUTED) for wave in course.waves], course, width)


def course_row(one: TrendCourse, course: Course, width: int) -> Content:
    """The title, and a figure a wave; an empty place where there is none."""
    return _row(text(one.title), [_figure(point) for point in one.points], course, width)


def _row(title: Content, cells: Sequence[Content], course: Course, width: int) -> Content:
    shown, column = columns_that_fit(course, width), _column(course)
    room = width - shown * (column + 1)
    return columns(Cell(title, room), *(Cell(cell, column, "right") for cell in cells[-shown:]), gap=1)


def _figure(point: CoursePoint) -> Content:
    return BLANK if point.readiness is None else text(interval_text(point.readiness))


def course_detail(one: TrendCourse, course: Course, width: int) -> Content:
    """The chart, and every wave as bar, figure and movement."""
    return paragraphs(
        text(one.title, STRONG),
        lines(chart(one, course, width)),
        lines([text(words.COURSE_MARKS, MUTED), text(words.COURSE_GAP, MUTED)]),
        lines(_points(one, width)),
    )


def chart(one: TrendCourse, course: Course, width: int) -> Iterator[Content]:
    """Readiness from 0 to 100 over the latest waves, with the figures under it; nothing is drawn across a gap."""
    column = _column(course) + 1
    points = one.points[-max(1, (width - AXIS) // column) :]
    for level in range(HEIGHT, 0, -1):
        label = {HEIGHT: "100", HEIGHT // 2 + 1: "50", 1: "0"}.get(level, "")
        marks = "".join(_mark(point.readiness, level).rjust(column) for point in points)
        yield Content.assemble(text(f"{label:>3} |", MUTED), text(marks, ACCENT))
    yield text(f"    +{'-' * (column * len(points))}", MUTED)
    yield text(" " * AXIS + "".join(point.wave.rjust(column) for point in points), MUTED)
    yield text(" " * AXIS + "".join(_figure(point).plain.rjust(column) for point in points))


def _mark(interval: Interval | None, level: int) -> str:
    if interval is None:
        return ""
    if _level(interval.value) == level:
        return POINT
    return RANGE if _level(interval.low) <= level <= _level(interval.high) else ""


def _level(figure: float) -> int:
    """In which of the lines a figure from 0 to 100 lies, 1 the lowest."""
    return min(HEIGHT, 1 + int(figure / 100 * HEIGHT))


def _points(one: TrendCourse, width: int) -> Iterator[Content]:
    """A wave a line, latest last, with its movement since the one before that had a figure."""
    bar = max(10, min(40, width - LABEL - 2 * FIGURE - 6))
    last: Interval | None = None
    for point in one.points:
        label, figure = Cell(text(point.wave, MUTED), LABEL), point.readiness
        if figure is None:
            yield columns(label, Cell(text(words.COURSE_NOT_ASKED, MUTED), width - LABEL - 2))
            continue
        moved = BLANK if last is None else points_text(figure.value - last.value)
        yield columns(
            label,
            Cell(interval_bar(figure, bar), bar),
            Cell(text(interval_text(figure)), FIGURE),
            Cell(moved, FIGURE, "right"),
        )
        last = figure


def ground(course: Course) -> Iterator[str]:
    """What the figures rest on, in sentences."""
    yield words.course_ground(course.pack_version, whole(100 * course.shared))
    if course.missing:
        yield words.pack_missing(", ".join(course.missing))
