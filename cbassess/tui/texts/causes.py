"""What a movement is due to, as bars and figures that add up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from textual.content import Content

from cbassess.model.comparison import Split
from cbassess.tui import words
from cbassess.tui.texts.figures import signed, whole
from cbassess.tui.texts.layout import MUTED, SUCCESS, WARNING, Cell, columns, joined, text

GAIN, LOSS = ">", "<"
LABEL, POINTS = 16, 7
LEAST_POINTS = 10.0
"""A stair shows at least so many points, so that a small movement looks small."""


def points_text(points: float) -> Content:
    """Signed points; gains are green and losses amber, and both carry their sign."""
    return text(signed(points), SUCCESS if points > 0 else WARNING if points < 0 else "")


def adding_up(parts: Sequence[float]) -> list[float]:
    """The parts rounded to one decimal, so that they add up to their rounded sum.

    Those with the largest remainders are rounded up.
    """
    tenths = [round(10 * part, 6) for part in parts]
    down = [math.floor(one) for one in tenths]
    missing = whole(sum(tenths)) - sum(down)
    by_remainder = sorted(range(len(parts)), key=lambda place: (down[place] - tenths[place], place))
    up = set(by_remainder[:missing])
    return [(one + (place in up)) / 10 for place, one in enumerate(down)]


def stair(parts: Sequence[float], width: int) -> list[str]:
    """Bars of `width` cells, one a part and one for all together: each begins where the one before ends."""
    edges = [0.0]
    for part in parts:
        edges.append(edges[-1] + part)
    low, high = min(edges), max(edges)
    span = max(high - low, LEAST_POINTS)
    cells = [whole((edge - low) / span * width) for edge in edges]
    return [_bar(start, end, width) for start, end in (*pairwise(cells), (cells[0], cells[-1]))]


def _bar(start: int, end: int, width: int) -> str:
    mark = GAIN if end > start else LOSS
    return f"{' ' * min(start, end)}{mark * abs(end - start)}".ljust(width)


def split_rows(split: Split, width: int) -> Iterator[Content]:
    """Your answers, the rules, the questions, and all together."""
    parts = adding_up([split.answers, split.rules, split.questions])
    labels = (words.YOUR_ANSWERS, words.THE_RULES, words.THE_QUESTIONS, words.TOGETHER)
    room = max(10, min(48, width - LABEL - POINTS - 6))
    for label, points, bar in zip(labels, [*parts, sum(parts)], stair(parts, room), strict=True):
        yield columns(
            Cell(text(label), LABEL),
            Cell(joined(text("|", MUTED), text(bar, _style(points)), text("|", MUTED)), room + 2),
            Cell(points_text(points), POINTS, "right"),
            gap=1,
        )


def _style(points: float) -> str:
    return SUCCESS if points > 0 else WARNING


def split_line(split: Split) -> str:
    """The three causes in one line."""
    answers, rules, questions = (signed(part) for part in adding_up([split.answers, split.rules, split.questions]))
    return words.split_in_short(answers, rules, questions)
