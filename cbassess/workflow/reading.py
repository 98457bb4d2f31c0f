"""Answers as files, programs and people give them, and what is wrong with them.

What reads files is loaded with the first file: a typed answer does without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Response, ResponseSet
from cbassess.packs import values
from cbassess.packs.values import ValueProblem

__all__ = ["ValueProblem", "check_answers", "parse_value", "read_answers", "read_many"]


def read_answers(path: Path, pack: Pack) -> ResponseSet:
    """The answers in a file; AnswersError lists every fault with its place."""
    from cbassess.packs import answers

    return answers.read_answers(path, pack.instrument)


def read_many(path: Path, pack: Pack) -> tuple[ResponseSet, ...]:
    """The answers of all sellers in a file; AnswersError lists every fault with its place."""
    from cbassess.packs import answers

    return answers.read_many(path, pack.instrument)


def check_answers(head: Mapping[str, object], responses: Mapping[str, object], pack: Pack) -> ResponseSet:
    """Answers that a program has, by item id, below what stands above them in a file; AnswersError as above."""
    sections: dict[str, dict[str, object]] = {}
    for item, value in responses.items():
        section, _, name = item.partition(".")
        sections.setdefault(section, {})[name] = value
    from cbassess.packs import answers

    return answers.answers_from_mapping({**head, **sections}, pack.instrument, "answers")


def parse_value(item: Item, raw: object) -> Response:
    """An answer as typed -> a response; ValueProblem says what is wrong with it."""
    return values.parse_value(item, raw)
