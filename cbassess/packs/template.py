"""An answers file to fill in: every item with its options as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from cbassess.model.instrument import Instrument, Item, Section

WIDTH = 100

HEAD = """\
Answers for: {title} (version {version})

Lines with a `#` and no space after it are for your answers: take the `#` away and write the answer
after the `=`. Leave out what you were not asked or have not looked up yet. If you do not know an answer, or do not
want to give it, write { missing = "dont_know" } or { missing = "declined" } in its place.\
"""


def answers_template(instrument: Instrument) -> str:
    """TOML in which every answer is still a comment; `read_answers` takes it once filled in."""
    lines = [*_comment(HEAD.replace("{title}", instrument.title).replace("{version}", instrument.version)), ""]
    lines += ['#seller = "name of the firm"', '#wave = "2026-Q4"', "#as_of = 2026-11-30"]
    for section in instrument.sections:
        lines += _section(section)
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from ("", "", f"[{section.id}]")
    yield from _comment(f"{section.title}. {section.intro}")
    for item in section.items:
        yield ""
        yield from _comment(item.stem)
        yield from _comment(f"Why we ask: {item.why}", "  ")
        yield from _comment(f"How to find out: {item.how}", "  ")
        if item.ask_when:
            yield from _comment(f"Only if: {item.ask_when}", "  ")
        yield from _comment(_ANSWER[item.kind](item), "  ")
        yield f"#{item.id.partition('.')[2]} = {_EXAMPLE[item.kind]}"


def _options(item: Item) -> str:
    column = max(len(option.id) for option in item.options) + 2
    indent = " " * column
    rows = (option.id.ljust(column) + " ".join(option.text.split()) for option in item.options)
    return "\n".join(textwrap.fill(row, WIDTH - 2, subsequent_indent=indent) for row in rows)


def _scale(item: Item) -> str:
    return f"One of these, from least to most:\n{_options(item)}"


def _choice(item: Item) -> str:
    return f"One of these:\n{_options(item)}"


def _multi(item: Item) -> str:
    alone = [option.id for option in item.options if option.exclusive]
    note = f" ({', '.join(alone)} only by itself)" if alone else ""
    return f"Any of these{note}:\n{_options(item)}"


def _number(item: Item) -> str:
    whole = "A whole number" if item.whole else "A number"
    return f"{whole} from {item.min:.15g} to {item.max:.15g}, in {item.unit}"


def _date(_item: Item) -> str:
    return "A date, such as 2026-11-30"


def _text(_item: Item) -> str:
    return "A text in quotes"


_ANSWER: dict[str, Callable[[Item], str]] = {
    "scale": _scale,
    "choice": _choice,
    "multi": _multi,
    "number": _number,
    "date": _date,
    "text": _text,
}

_EXAMPLE = {"scale": '""', "choice": '""', "multi": "[]", "number": "0", "date": "2026-11-30", "text": '""'}


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """The text as comment lines, wrapped; line ends of its own stay."""
    for line in text.splitlines():
        wrapped = [line] if line.startswith(" ") else textwrap.wrap(line, WIDTH - len(indent))
        for part in wrapped or [""]:
            yield f"# {indent}{part}".rstrip()
