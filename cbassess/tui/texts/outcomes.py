"""What became of the plan of the earlier wave: forecast against outcome, and the fate of each step."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.comparison import Comparison, StepChange, TrendChange
from cbassess.model.evaluation import Interval
from cbassess.tui import words
from cbassess.tui.texts.causes import points_text
from cbassess.tui.texts.changes import side_bar
from cbassess.tui.texts.layout import (
    BLANK,
    MUTED,
    STRONG,
    SUCCESS,
    Cell,
    columns,
    joined,
    labelled,
    lines,
    paragraphs,
    text,
)

FATE = 13


def foreseen_text(foreseen: float, came: float) -> Content:
    """`foreseen +15, came +12.6`."""
    return Content(", ").join(
        [joined(f"{words.FORESEEN} ", points_text(foreseen)), joined(f"{words.CAME} ", points_text(came))]
    )


def forecast_row(one: TrendChange, width: int) -> Content:
    """What the plan of the earlier wave foresaw, and what came."""
    if one.before is None or one.foreseen is None or one.change is None:
        return BLANK
    told = foreseen_text(one.foreseen - one.before.value, one.change)
    return columns(Cell(text(one.title), width - told.cell_length - 2), Cell(told, told.cell_length, "right"))


def forecast_detail(one: TrendChange, comparison: Comparison, width: int) -> Content:
    """Where the trend stood, where the plan foresaw it, and where it stands, one below the other."""
    foreseen = None if one.foreseen is None else Interval.between(one.foreseen, one.foreseen)
    sides = (
        (comparison.baseline.wave, one.before),
        (words.FORESEEN, foreseen),
        (comparison.wave.wave, one.after),
    )
    return paragraphs(
        text(one.title, STRONG),
        lines(line for label, side in sides for line in side_bar(label, side, width)),
        text(words.FORECAST_MEANS, MUTED),
    )


def fate_row(step: StepChange, width: int) -> Content:
    """What became of a step, and its title."""
    style = SUCCESS if step.fate == "done" else MUTED
    return columns(Cell(text(words.FATES[step.fate], style), FATE), Cell(text(step.title), width - FATE - 2))


def fate_detail(step: StepChange, width: int) -> Content:
    """What the fate means, and what was noted about the step."""
    noted = words.STEP_STATUS[step.status] if step.status else ""
    return paragraphs(
        text(step.title, STRONG),
        text(f"{words.FATES[step.fate]}. {words.FATE_MEANINGS[step.fate]}"),
        lines(
            labelled(label, text(told), width)
            for label, told in ((words.NOTED, noted), (words.NOTED_REASON, step.reason))
            if told
        ),
    )
