"""The course of each trend over several waves, in lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.comparison import Course, CoursePoint, TrendCourse
from cbassess.model.evaluation import Interval
from cbassess.plain_text import one_line
from cbassess.words import Words

BAR_CELLS = 20


def course_lines(course: Course, words: Words) -> Iterator[str]:
    """A head that says what is comparable, then trend by trend one line a wave."""
    yield one_line(course.seller)
    text = words(
        "Scored under version {version} ({hash}), over the {share:.0f} % of its questions that all waves asked."
    )
    yield text.format(version=course.pack_version, hash=course.pack_hash[:12], share=100 * course.shared)
    if course.missing:
        text = words("The pack of {waves} is not at hand, so what these waves asked is taken from the one of today.")
        yield text.format(waves=", ".join(course.missing))
    for trend in course.trends:
        yield ""
        yield one_line(trend.title)
        yield from _points(trend, words)


def _points(trend: TrendCourse, words: Words) -> Iterator[str]:
    last: Interval | None = None
    for point in trend.points:
        yield f"  {point.wave:9} {_figure(point, last, words)}"
        last = point.readiness or last


def _figure(point: CoursePoint, last: Interval | None, words: Words) -> str:
    """A bar, the figure and the movement; words where the trend did not concern the seller, never a zero."""
    figure = point.readiness
    if figure is None:
        return words("did not concern you, or was not asked about")
    low, high = round(figure.low), round(figure.high)
    shown = str(low) if low == high else f"{low}-{high}"
    moved = "" if last is None else f"{figure.value - last.value:+.1f}".replace("+0.0", "0").replace("-0.0", "0")
    return f"{_bar(figure)} {shown:>6} {moved:>6}".rstrip()


def _bar(figure: Interval) -> str:
    low, high = (round(end / 100 * BAR_CELLS) for end in (figure.low, figure.high))
    return f"[{'#' * low}{'-' * (high - low)}{'.' * (BAR_CELLS - high)}]"
