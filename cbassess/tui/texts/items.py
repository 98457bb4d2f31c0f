"""Items of the questionnaire: the question, what is expected, what was said."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.tui import words
from cbassess.tui.texts.figures import number
from cbassess.tui.texts.layout import BLANK, MUTED, STRONG, joined, labelled, paragraphs, text


def stem(item: Item) -> Content:
    """The question; behind it, whether more than one answer may be given."""
    instruction = text(f"  {words.MARK_SEVERAL}", MUTED) if item.kind == "multi" else BLANK
    return joined(text(item.stem, STRONG), instruction)


def explanation(item: Item, width: int) -> Content:
    """Why we ask, and how to find out."""
    return paragraphs(
        labelled(words.WHY_WE_ASK, text(item.why), width),
        labelled(words.HOW_TO_FIND_OUT, text(item.how), width),
    )


def said_instead(response: Response | None) -> Content:
    """What a seller said instead of an answer; nothing where there is an answer or none at all."""
    if response is Missing.DONT_KNOW:
        return text(words.YOU_SAID_DONT_KNOW, MUTED)
    return text(words.YOU_SAID_DECLINED, MUTED) if response is Missing.DECLINED else BLANK


def typed(response: Response | None) -> str:
    """An answer to a number, date or text as it was typed."""
    if isinstance(response, Missing) or response is None or isinstance(response, tuple):
        return ""
    if isinstance(response, dt.date):
        return response.isoformat()
    return response if isinstance(response, str) else number(response).replace(",", "")


def expectation(item: Item) -> str:
    """What may be typed: bounds and unit, the form of a date, the length of a text."""
    if item.kind == "number":
        low, high = (None if bound is None else number(bound) for bound in (item.min, item.max))
        return words.bounds(low, high, item.unit or "", item.whole)
    return words.DATE_FORMAT if item.kind == "date" else words.TEXT_LIMIT
