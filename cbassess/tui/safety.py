"""The last gate before the terminal: no control character of a seller or a pack gets through."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cbassess.plain_text import without_controls


class NoControlCharacters(LineFilter):
    """Replaces control characters in what widgets draw; Textual's own commands to the terminal pass."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments, harmless."""
        return [self._harmless(segment) for segment in segments]

    @staticmethod
    def _harmless(segment: Segment) -> Segment:
        if segment.control:
            return segment
        clean = without_controls(segment.text)
        return segment if clean == segment.text else Segment(clean, segment.style)
