"""An answers file to fill in: every item with its options as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping

from cbassess.model.instrument import Instrument, Item, Section
from cbassess.words import Words, phrase, words_in

WIDTH = 100

HEAD = phrase("""\
Answers for: {title} (version {version})

Lines with a `#` and no space after it are for your answers: take the `#` away and write the answer
after the `=`. Leave out what you were not asked or have not looked up yet. If you do not know an answer, or do not
want to give it, write { missing = "dont_know" } or { missing = "declined" } in its place.\
""")


def answers_template(instrument: Instrument, language: str = "en", asked_if: Mapping[str, str] | None = None) -> str:
    """TOML in which every answer is still a comment; `read_answers` takes it once filled in.

    `asked_if`: item id -> in words when it is asked; without them its condition stands there as the pack has it.
    """
    words = words_in(language)
    head = words(HEAD).replace("{title}", instrument.title).replace("{version}", instrument.version)
    lines = [*_comment(head), ""]
    lines += [f'#seller = "{words("name of the firm")}"', '#wave = "2026-Q4"', "#as_of = 2026-11-30"]
    for section in instrument.sections:
        lines += _section(section, words, asked_if or {})
    return "\n".join(lines) + "\n"


def _section(section: Section, words: Words, asked_if: Mapping[str, str]) -> Iterator[str]:
    yield from ("", "", f"[{section.id}]")
    yield from _comment(words("{title}. {intro}").format(title=section.title, intro=section.intro))
    for item in section.items:
        yield ""
        yield from _comment(item.stem)
        yield from _comment(words("Why we ask: {why}").format(why=item.why), "  ")
        yield from _comment(words("How to find out: {how}").format(how=item.how), "  ")
        if item.ask_when:
            yield from _comment(
                words("Only if: {condition}").format(condition=asked_if.get(item.id, item.ask_when)), "  "
            )
        yield from _comment(_ANSWER[item.kind](item, words), "  ")
        yield f"#{item.id.partition('.')[2]} = {_EXAMPLE[item.kind]}"


def _options(item: Item) -> str:
    column = max(len(option.id) for option in item.options) + 2
    indent = " " * column
    rows = (option.id.ljust(column) + " ".join(option.text.split()) for option in item.options)
    return "\n".join(textwrap.fill(row, WIDTH - 2, subsequent_indent=indent) for row in rows)


def _scale(item: Item, words: Words) -> str:
    return words("One of these, from least to most:\n{options}").format(options=_options(item))


def _choice(item: Item, words: Words) -> str:
    return words("One of these:\n{options}").format(options=_options(item))


def _multi(item: Item, words: Words) -> str:
    alone = [option.id for option in item.options if option.exclusive]
    if not alone:
        return words("Any of these:\n{options}").format(options=_options(item))
    note = words("Any of these ({alone} only by itself):\n{options}")
    return note.format(alone=words(", ").join(alone), options=_options(item))


def _number(item: Item, words: Words) -> str:
    text = (
        words("A whole number from {least} to {most}, in {unit}")
        if item.whole
        else words("A number from {least} to {most}, in {unit}")
    )
    return text.format(least=f"{item.min:.15g}", most=f"{item.max:.15g}", unit=item.unit)


def _date(_item: Item, words: Words) -> str:
    return words("A date, such as 2026-11-30")


def _text(_item: Item, words: Words) -> str:
    return words("A text in quotes")


_ANSWER: dict[str, Callable[[Item, Words], str]] = {
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
