"""What the seller said before, and where the answer on the screen comes from."""

from __future__ import annotations

from textual.content import Content

from cbassess.model.carrying import Known
from cbassess.model.responses import Missing, Response, Said
from cbassess.tui import words
from cbassess.tui.texts.items import said_instead
from cbassess.tui.texts.layout import BLANK, MUTED, labelled, text


def can_stay(last: Known | None) -> bool:
    """Whether an answer of before may be taken as the answer of today: it says something, to the same question."""
    return last is not None and last.same_meaning and not isinstance(last.response, Missing)


def recalled(response: Response | None, said: Said | None, last: Known | None, last_text: str) -> Content:
    """A sentence about the answer on the screen, or about the one of before where there is none yet."""
    if isinstance(response, Missing):
        return said_instead(response)
    if response is not None:
        carried = said is not None and said.origin == "carried"
        return text(words.carried_since(said.checked_on.isoformat()), MUTED) if said and carried else BLANK
    if last is None:
        return BLANK
    day = last.said.checked_on.isoformat()
    if can_stay(last):
        return text(words.last_said(day, last_text), MUTED)
    if not last.same_meaning:
        return text(words.another_question(day, last_text), MUTED)
    return text(words.last_unsaid(day, last_text), MUTED)


def note(written: str, width: int) -> Content:
    """`Your note  ...`; nothing where nothing was noted."""
    return labelled(words.YOUR_NOTE, text(written), width) if written else BLANK
