"""An answer in the words of the pack."""

from __future__ import annotations

import datetime as dt

from cbassess.model.evaluation import Json, Reason
from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.words import Words, phrase

MISSING_TEXT = {
    Missing.NOT_REACHED: phrase("not answered yet"),
    Missing.OFF_ROUTE: phrase("does not apply"),
    Missing.DONT_KNOW: phrase("don't know"),
    Missing.DECLINED: phrase("prefer not to say"),
}


def answer_text(item: Item, response: Response, words: Words) -> str:
    """The answer as a person would say it, in the language of the pack."""
    if isinstance(response, Missing):
        return words(MISSING_TEXT[response])
    if isinstance(response, tuple):
        return words("; ").join(item.option(option).text for option in response)
    if isinstance(response, dt.date):
        return response.isoformat()
    if isinstance(response, str):
        return response if item.kind == "text" else item.option(response).text
    return f"{response:,.10g} {item.unit or ''}".strip()


def answer_json(response: Response) -> Json:
    """The answer as data: a missing one is None, a date its ISO form, a multi a list."""
    if isinstance(response, Missing):
        return None
    if isinstance(response, tuple):
        return list(response)
    return response.isoformat() if isinstance(response, dt.date) else response


def reason(item: Item, response: Response, words: Words) -> Reason:
    """Question and answer as a reason for something."""
    text = words("{question} {answer}").format(question=item.stem, answer=answer_text(item, response, words))
    return Reason(item=item.id, response=answer_json(response), text=text)
