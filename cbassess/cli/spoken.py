"""An answer in the words in which it was given."""

from __future__ import annotations

from cbassess.model.instrument import Item
from cbassess.model.responses import Missing, Response
from cbassess.words import Words, phrase

MISSING = {Missing.DONT_KNOW: phrase("don't know"), Missing.DECLINED: phrase("rather not say")}


def spoken(item: Item, response: Response, words: Words) -> str:
    """Texts of options, a number with its unit, a day, a text; or why there is no answer."""
    if isinstance(response, Missing):
        return words(MISSING.get(response, response.value))
    texts = {option.id: option.text for option in item.options}
    if isinstance(response, tuple):
        return words("; ").join(texts[option] for option in response)
    if isinstance(response, float):
        return f"{response:,.10g} {item.unit or ''}".rstrip()
    return texts.get(response, response) if isinstance(response, str) else str(response)
