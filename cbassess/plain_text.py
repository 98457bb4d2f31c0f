"""Text that is safe to show: no character that steers a terminal, hides or turns around what is read.

What sellers and packs typed is data. Packs and answers are cleaned when they are read; this is the
second fence, at every place where text leaves the program.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# C0 but tab and line feed, DEL and C1, bidirectional controls, line and paragraph separators,
# surrogates, byte order mark, interlinear annotations, and the two that are no characters at all. Joiners stay:
# scripts and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e"
    "\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


def without_controls(text: str) -> str:
    """The text with every unsafe character replaced by U+FFFD; line feeds and tabs stay."""
    return _UNSAFE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text without unsafe characters and with each run of white space as one space."""
    return without_controls(" ".join(text.split()))


def escaped_controls(json_text: str) -> str:
    r"""JSON text with unsafe characters as `\uXXXX`: the same document, fit for a terminal."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)
