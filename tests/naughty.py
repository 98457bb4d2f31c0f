"""Strings that break programs: the Big List of Naughty Strings (Max Woolf, MIT) and what concerns exports.

They are kept in base64, so that no editor, terminal or search trips over the file.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

LIST = Path(__file__).parent / "data" / "naughty_strings.base64.json"

OURS = (
    "\x1b]0;title\x07\x1b[31mred\x1b[0m",
    "\x9b31m C1",
    "a\x00b\x08c\x7fd",
    "over\rwrite",
    "right \u202e to left \u2066 isolate",
    "\ufeffmark \u2028 line",
    "half \ud800 pair",
    "no character \ufffe \uffff",
    "END:VTODO\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "]]> <!-- --> <![CDATA[ x",
    "&lt;b&gt; &amp; &#60;script&#62;",
    '=HYPERLINK("http://example.org","x")',
    "＝1+1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "00123",
    "1e5",
    "2026-01-01",
    "'quoted",
    "_x0041_ _x000D_",
    '#import "x.typ" $x^2$ *bold* #sys.inputs',
    "internal:'Plan'!A1 http://example.org mailto:a@example.org",
    "{{ 7*7 }} {% x %} {0} {x!r} %s",
)

NAUGHTY: tuple[str, ...] = (
    *(base64.b64decode(text).decode("utf-8", errors="surrogatepass") for text in json.loads(LIST.read_text())),
    *OURS,
)
