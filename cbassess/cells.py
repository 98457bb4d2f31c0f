"""Lines of plain text in terminal cells, where a Chinese character takes two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

# Fixed, so that the same document gives the same bytes whatever the terminal says of itself.
_UNICODE = "latest"

# A line may be broken at a space, and before or after a wide character; not before closing marks
# nor after opening ones, which would look like a misprint to a Chinese reader.
_OPENING = "（《「『【〈“‘([{"
_CLOSING = "，。、；：？！）》」』】〉”’…%)]},.;:?!"
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
# The wide ones stand in it once: each time takes milliseconds to compile.
_PIECE = re.compile(rf"[{re.escape(_OPENING)}]*(?:[^\s{_WIDE}]+|\S)[{re.escape(_CLOSING)}]*|\s+")
_SPACE = re.compile(r"\s+")


def cells(text: str) -> int:
    """How many terminal cells the text takes."""
    return cell_len(text, _UNICODE)


def padded(text: str, width: int, right: bool = False) -> str:
    """The text filled with spaces to `width` cells; `right` moves it to the right end."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, with single spaces; at least one line, perhaps empty."""
    single = _SPACE.sub(" ", text)
    starts = [0, *breaks(single, width)]
    return [single[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(single)], strict=True)]


def breaks(text: str, width: int) -> list[int]:
    """Where lines begin, but for the first one, if none is to be wider than `width` cells.

    Space at the end of a line counts nothing.
    """
    found, taken = [], 0
    for place, piece in _pieces(text, width):
        wide = cells(piece)
        if taken and taken + wide > width and not piece.isspace():
            found.append(place)
            taken = 0
        taken += wide
    return found


def hanging(mark: str, text: str, width: int) -> list[str]:
    """Wrapped text behind a mark, further lines indented by the mark's width."""
    indent = " " * cells(mark)
    first, *rest = wrapped(text, width - len(indent))
    return [f"{mark}{first}".rstrip(), *(indent + line for line in rest)]


def _pieces(text: str, width: int) -> Iterator[tuple[int, str]]:
    """What stays together, each with its place; what is wider than a line is cut."""
    for match in _PIECE.finditer(text):
        place, piece = match.start(), match.group()
        parts = [piece] if piece.isspace() or cells(piece) <= width else chop_cells(piece, width, _UNICODE)
        for part in parts:
            yield place, part
            place += len(part)
