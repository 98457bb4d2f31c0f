"""A response set as an answers file that `read_answers` takes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from cbassess.model.responses import Missing, Response, ResponseSet
from cbassess.plain_text import one_line


def answers_file(responses: ResponseSet, notes: tuple[str, ...] = ()) -> str:
    """TOML with one table per section, in the order of the responses; each note is a comment line at the top."""
    lines = [f"# {one_line(note)}" for note in notes]
    lines.append(f"seller = {_text(one_line(responses.seller))}")
    if responses.wave:
        lines.append(f"wave = {_text(responses.wave)}")
    if responses.as_of is not None:
        lines.append(f"as_of = {responses.as_of.isoformat()}")
    return "\n".join([*lines, *_sections(responses)]) + "\n"


def _sections(responses: ResponseSet) -> Iterator[str]:
    current = ""
    for item, response in responses.responses.items():
        section, _, name = item.partition(".")
        if section != current:
            current = section
            yield f"\n[{section}]"
        yield f"{name} = {_value(response)}"


def _value(response: Response) -> str:
    if isinstance(response, Missing):
        return f"{{ missing = {_text(response.value)} }}"
    if isinstance(response, tuple):
        return f"[{', '.join(map(_text, response))}]"
    if isinstance(response, dt.date):
        return response.isoformat()
    if isinstance(response, str):
        return _text(response)
    number = float(response)
    return str(int(number)) if number.is_integer() else repr(number)


def _text(text: str) -> str:
    """A basic string of TOML; JSON writes the same but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
