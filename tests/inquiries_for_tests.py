"""One of each answer to a question, from the shipped pack and an example; and the same with any text in its words.

documents()               name -> document; every schema and every kind of goal is there
with_words(document, t)   the same document with `t` wherever a pack or a seller has put words
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from cbassess.model.documents import Inquiry
from cbassess.workflow import explain, open_pack, parse_settings, reach, read_answers, what_is_open, whatif

EXAMPLE = Path(__file__).parents[1] / "examples" / "exporter.toml"

WORDS = frozenset(
    [
        "seller",
        "title",
        "stem",
        "text",
        "why",
        "how",
        "meaning",
        "summary",
        "says",
        "answer",
        "publisher",
        "where",
        "now",
        "target",
        "band",
        "level",
        "because",
    ]
)
"""Keys under which there are words, as far as they hold text."""


@lru_cache
def documents(language: str = "en") -> dict[str, Inquiry]:
    """All kinds of answers in a language."""
    pack = open_pack(None, language)
    seller = read_answers(EXAMPLE, pack)
    day = seller.as_of
    assert day is not None
    poor = seller.with_responses(parse_settings(pack, ["profile.hours_per_week=6", "profile.budget=30000"]))
    return {
        "goal": reach(pack, seller, day, {"export_standardization": 60, "export_own_brands": 45}, "2027-Q2"),
        "goal too late": reach(pack, poor, day, {"export_own_brands": 70}, "2027-Q1"),
        "goal out of reach": reach(pack, seller, day, {"export_own_brands": 99}, "2027-Q1"),
        "goal reached": reach(pack, seller, day, {"export_own_brands": 5}, "2027-Q1"),
        "what-if": whatif(
            pack, seller, day, parse_settings(pack, ["profile.side=both"]), ["product_files", "file_trademark"]
        ),
        "open": what_is_open(pack, poor, day),
        "action": explain(pack, seller, day, "file_trademark"),
        "action held back": explain(pack, seller, day, "enrol_brand_registry"),
        "item": explain(pack, seller, day, "brand.mark_filed"),
        "trend": explain(pack, seller, day, "export_own_brands"),
    }


def with_words(document: Inquiry, text: str) -> Inquiry:
    """The same document with `text` in place of all words."""
    return type(document).model_validate(_replaced(document.model_dump(by_alias=True), text))


def _replaced(value: object, text: str) -> object:
    if isinstance(value, dict):
        return {
            key: text if key in WORDS and isinstance(part, str) else _replaced(part, text)
            for key, part in value.items()
        }
    if isinstance(value, tuple):
        return tuple(_replaced(part, text) for part in value)
    return value
