"""How much of the plans gets done, with its numbers, and what the plan counts on."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.work import Pace
from cbassess.tui import words
from cbassess.tui.texts.figures import number, whole
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, lines, listed, paragraphs, text

WORTH_OFFERING = 0.9
"""Who gets nearly all done needs no smaller plan."""


def pace_line(pace: Pace) -> str:
    """The share in a line."""
    return words.PACE_UNKNOWN if pace.share is None else words.pace_line(_percent(_done(pace)))


def pace_offer(pace: Pace) -> str:
    """The offer to fit the plan; empty where nothing has to be decided."""
    if pace.choice != "asked" or pace.share is None or pace.share >= WORTH_OFFERING:
        return ""
    return words.pace_offer(_percent(_done(pace)))


def pace_detail(pace: Pace, width: int) -> Content:
    """Quarter by quarter, in all, and what was chosen."""
    periods = [
        listed(
            "-",
            text(words.pace_period(one.wave, number(whole(one.planned)), number(whole(one.finished)), str(one.end))),
            width,
        )
        for one in pace.periods
    ]
    return paragraphs(
        text(words.HOURS_AND_PACE, STRONG),
        lines(periods) if periods else BLANK,
        text(_sum(pace)),
        text(words.sentences(_choice(pace), words.PACE_CHANGE), MUTED),
    )


def _sum(pace: Pace) -> str:
    if pace.share is None or pace.fitted is None:
        return words.PACE_UNKNOWN_WHY
    said = words.pace_sum(number(whole(pace.finished)), number(whole(pace.planned)), _percent(_done(pace)))
    return words.sentences(said, words.pace_would_fit(number(pace.hours_per_week), number(pace.fitted)))


def _choice(pace: Pace) -> str:
    if isinstance(pace.choice, str):
        return words.PACE_CHOICES[pace.choice]
    return words.pace_share(_percent(pace.choice))


def _done(pace: Pace) -> float:
    """What got done of all that was planned; a plan is never fitted to less than a tenth, but this may be less."""
    return pace.finished / pace.planned if pace.planned else 0.0


def _percent(share: float) -> str:
    return str(whole(100 * share))
