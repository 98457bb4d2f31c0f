"""What all evidence is made of: sentences, conditions, and the answers that decide them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from textual.content import Content

from cbassess.model.evaluation import Reason
from cbassess.model.explanation import Ground, Named, Part
from cbassess.tui import words
from cbassess.tui.texts.layout import MUTED, STRONG, Cell, columns, joined, text
from cbassess.tui.texts.line import Line, blank, heading

MARK, INDENT = 7, 2
QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"})


def title(words_: str) -> Line:
    """What the page is about."""
    return told(text(words_, STRONG))


def told(content: Content, indent: int = 0) -> Line:
    """A sentence at which the cursor stops, so that all of a long page can be read."""
    return Line(partial(_indented, content, indent), told=True)


def leading(content: Content, key: str, indent: int = 0) -> Line:
    """A sentence that leads on."""
    return Line(partial(_indented, content, indent), key=key)


def beside(mark: Content, width: int, content: Content, key: str = "") -> Line:
    """A mark or a figure, and a sentence beside it."""
    return Line(
        lambda room: columns(Cell(mark, width, "right"), Cell(content, room - width - INDENT)), key=key, told=not key
    )


def group(title_: str, lines: Iterable[Line]) -> Iterator[Line]:
    """A blank line, a heading and lines; nothing where there are none."""
    found = list(lines)
    if found:
        yield blank()
        yield heading(title_)
        yield from found


def ground_lines(ground: Ground) -> Iterator[Line]:
    """The parts of a condition with the answers that decide them; what it means comes first, where it says so."""
    if ground.meaning:
        yield beside(holds(ground.holds), MARK, text(plain_quotes(ground.meaning)))
        yield from reasons(_deciding(ground.parts), MARK + INDENT)
    else:
        for part in ground.parts:
            yield beside(holds(part.holds), MARK, text(plain_quotes(part.text)))
            yield from reasons(part.because, MARK + INDENT)


def reasons(found: Iterable[Reason], indent: int) -> Iterator[Line]:
    """Answers, each leading to its question."""
    for one in found:
        yield leading(text(one.text, MUTED), one.item, indent)


def named(one: Named, figure: str = "") -> Line:
    """An action and where it stands, leading to it."""
    place = one.place
    where = f"{place.rank}. " if place.rank else ""
    state = "" if place.rank else f"  ({words.STATES[place.state]})"
    return leading(joined(text(figure), text(f"{where}{one.title}"), text(state, MUTED)), one.action)


def holds(state: bool | None) -> Content:
    """`[yes]`, `[no]` or `[open]`."""
    return text(words.HOLDS["open" if state is None else "yes" if state else "no"], MUTED)


def plain_quotes(sentence: str) -> str:
    """With the quotes of typewriters: the round ones are two cells wide in some terminals and one in others."""
    return sentence.translate(QUOTES)


def _deciding(parts: Iterable[Part]) -> Iterable[Reason]:
    """The answers behind all parts, each once."""
    return {one.item: one for part in parts for one in part.because}.values()


def _indented(content: Content, indent: int, width: int) -> Content:
    if not indent:
        return columns(Cell(content, width))
    return columns(Cell(text(""), indent), Cell(content, width - indent), gap=0)
