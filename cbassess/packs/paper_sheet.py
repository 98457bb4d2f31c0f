"""The questionnaire for paper and chat: 40 columns, with a short code before every answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cbassess.cells import hanging, wrapped
from cbassess.model.instrument import Instrument, Item
from cbassess.packs.paper_codes import Codes
from cbassess.words import Words, phrase, words_in

WIDTH = 40

HOW = (
    phrase("Write back the code that stands before your answer, letter for letter, such as: {example}"),
    phrase("Several answers: one code for each."),
    phrase("Don't know: the code of the question and ?, such as {code}?"),
    phrase("Rather not say: the code of the question and n, such as {code}n"),
    phrase("The first letter of a code catches mistakes: copy it as well."),
)
SOME = phrase("* Only for some sellers: leave out what does not fit you.")


def paper_sheet(instrument: Instrument, language: str, only: Collection[str]) -> str:
    """The items in `only`, section by section in the order of asking, in lines of at most 40 cells."""
    words, codes = words_in(language), Codes(instrument)
    asked = [item for item in instrument.items if item.id in only]
    lines = [*wrapped(f"{instrument.title} {instrument.version}", WIDTH), "", *_how(asked, codes, words)]
    for section in instrument.sections:
        items = [item for item in section.items if item.id in only]
        if items:
            lines += ["", *hanging("== ", section.title, WIDTH)]
        for item in items:
            lines += ["", *_item(item, codes, words)]
    return "\n".join(lines) + "\n"


def _how(asked: list[Item], codes: Codes, words: Words) -> Iterator[str]:
    if not asked:
        yield from wrapped(words("No question is open."), WIDTH)
        return
    chosen = [codes.of_option(item, 0) for item in asked if item.options]
    example = " ".join(chosen[:2]) or f"{codes.of_item(asked[0])}=12"
    for sentence in HOW:
        yield from hanging("- ", words(sentence).format(example=example, code=codes.of_item(asked[0])), WIDTH)
    if any(item.ask_when for item in asked):
        yield from wrapped(words(SOME), WIDTH)


def _item(item: Item, codes: Codes, words: Words) -> Iterator[str]:
    some = "*" if item.ask_when else ""
    several = f" {words('(mark all that apply)')}" if item.kind == "multi" else ""
    yield from hanging(f"{codes.of_item(item)}{some} ", f"{item.stem}{several}", WIDTH)
    for place, option in enumerate(item.options):
        yield from hanging(f"  {codes.of_option(item, place)} ", option.text, WIDTH)
    if not item.options:
        yield from hanging("  ", f"{codes.of_item(item)}=____ {_expected(item, words)}", WIDTH)


def _expected(item: Item, words: Words) -> str:
    match item.kind:
        case "number":
            text = words("A number from {least} to {most}, in {unit}")
            return text.format(least=f"{item.min:.15g}", most=f"{item.max:.15g}", unit=item.unit)
        case "date":
            return words("A date, such as 2026-11-30")
    return words("A text in quotes")
