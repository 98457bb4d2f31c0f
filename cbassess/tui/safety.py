"""The last gates before the terminal: no control character gets through, and under `ascii` no odd character of ours."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, NoColor

from cbassess.plain_text import without_controls

# Marks that packs use, each with one cell of ASCII in its place. Letters stay as they are: they are somebody's words.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚′", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−─━", "-"),
        **dict.fromkeys("…·•∙●■▪", "."),
        **dict.fromkeys("│┃▎▌▐█", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯", "+"),
        **dict.fromkeys("→►▶", ">"),
        **dict.fromkeys("←◄◀", "<"),
        **dict.fromkeys("\u00a0\u2009\u202f", " "),
        "×": "x",
        "≤": "<",
        "≥": ">",
        "≈": "~",
        "✓": "x",
    }
)


# What is drawn is a part of one line; a line feed or a tab in it would go to the terminal as it is.
_BLANKS = str.maketrans("\n\t", "  ")


def _on_one_line(text: str) -> str:
    return without_controls(text).translate(_BLANKS)


class TextFilter(LineFilter):
    """Puts the text of what widgets draw through a function that keeps its width."""

    def __init__(self, harmless: Callable[[str], str]) -> None:
        super().__init__()
        self._harmless = harmless

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments with their text made harmless; Textual's own commands to the terminal pass."""
        return [self._made(segment) for segment in segments]

    def _made(self, segment: Segment) -> Segment:
        if segment.control:
            return segment
        clean = self._harmless(segment.text)
        return segment if clean == segment.text else Segment(clean, segment.style)


class NoControlCharacters(TextFilter):
    """Replaces control characters, whoever typed them."""

    def __init__(self) -> None:
        super().__init__(_on_one_line)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """As above. What can be printed whole has nothing to replace, and that is nearly every line of each repaint."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return super().apply(segments, background)


class OnlyAscii(TextFilter):
    """Replaces typographic marks, lines and bullets by ASCII."""

    def __init__(self) -> None:
        super().__init__(lambda text: text if text.isascii() else text.translate(_PLAIN))


def gates(*, only_ascii: bool, no_color: bool) -> tuple[LineFilter, ...]:
    """What every line of every widget goes through, in order."""
    return (
        NoControlCharacters(),
        *((OnlyAscii(),) if only_ascii else ()),
        *((NoColor(),) if no_color else ()),
    )
