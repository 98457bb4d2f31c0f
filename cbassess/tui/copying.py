"""What stands at the cursor, as text for the clipboard and for a file.

A terminal takes a text by an escape sequence (OSC 52), and never says whether it did: some cannot, some must not.
So the text also lies in a file that only this user can read.
"""

from __future__ import annotations

from base64 import b64encode

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from cbassess.tui.widgets.detail import Detail
from cbassess.tui.widgets.late_line import LateLine
from cbassess.tui.widgets.question import Question
from cbassess.tui.widgets.sheet import Sheet

MOST_OF_A_TERMINAL = 74_994
"""Bytes in base64 beyond which many terminals drop the text without a word."""


def fits_clipboard(text: str) -> bool:
    """Whether every terminal that takes texts takes one of this length."""
    return len(b64encode(text.encode())) <= MOST_OF_A_TERMINAL


def text_at(focused: Widget | None) -> str:
    """The line at the cursor with its detail; a question with its answers; empty where there is nothing."""
    around = [] if focused is None else [one for one in focused.ancestors_with_self if isinstance(one, Widget)]
    for one in around:
        if isinstance(one, Sheet):
            return _detailed(one)
        if isinstance(one, Question):
            return _parts(_plain(one.query_one(".stem", Static).content), _answers(one))
    return next((found for one in around if (found := _own(one))), "")


def _detailed(sheet: Sheet) -> str:
    detail = _own(sheet.query_one(Detail))
    line = _own(sheet.query_one(OptionList))
    return detail if detail.startswith(line[:20].strip()) else _parts(line, detail)


def _answers(question: Question) -> str:
    """What can be said, with the marks of what was said; or what stands in the field."""
    picker = question.picker
    if picker is None:
        return "".join(_own(field) for field in question.query(Input))
    return "\n".join(
        picker.mark_before(place)[2:] + option.prompt.plain
        for place, option in enumerate(picker.options)
        if isinstance(option.prompt, Content)
    )


def _own(widget: Widget) -> str:
    if isinstance(widget, Input):
        return widget.value
    if isinstance(widget, Detail):
        return _plain(widget.text)
    if isinstance(widget, OptionList) and widget.highlighted is not None:
        prompt = widget.get_option_at_index(widget.highlighted).prompt
        return prompt.plain.strip() if isinstance(prompt, Content | LateLine) else ""
    return ""


def _plain(content: object) -> str:
    return "\n".join(line.rstrip() for line in content.plain.splitlines()) if isinstance(content, Content) else ""


def _parts(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip())
