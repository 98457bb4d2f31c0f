"""A Chinese report has no English words but names and ids; addresses and titles of sources may have them, too."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from cbassess import workflow
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.pack import Pack
from cbassess.model.plan import Step
from cbassess.model.responses import Missing, Response, ResponseSet
from tests.documents_for_tests import assessment, comparison, with_text
from tools.catalogue import collected

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.toml"))
FORMATS = ("text", "md")
LATIN = re.compile(r"[A-Za-z]+")

# The Q of a quarter's label.
LABELS = frozenset({"Q"})

# Letters of the hashes in the documents made by hand, and an item there that has no title but its id.
BY_HAND = LABELS | {"ab", "ffffffffffff", "brand", "own", "share"}

# Seller's hours and budget -> so that everything fits, hardly anything does, and nothing is known of it.
MEANS: dict[str, dict[str, Response]] = {
    "as given": {},
    "poor": {"profile.hours_per_week": 1.0, "profile.budget": 100.0},
    "unsaid": {"profile.hours_per_week": Missing.DECLINED, "profile.budget": Missing.DONT_KNOW},
}


def latin(text: str) -> set[str]:
    return set(LATIN.findall(text))


@cache
def chinese_pack() -> Pack:
    return workflow.open_pack(language="zh-CN")


@cache
def names_in_the_pack() -> frozenset[str]:
    """Latin words inside of Chinese texts of the pack (Amazon, FTO); none that the program has in its own texts."""
    pack = chinese_pack()
    texts = (*strings(pack.instrument.model_dump()), *strings(pack.rulebook.model_dump(exclude={"sources"})))
    ours = latin(" ".join(str(key) for key in collected()))
    return frozenset(latin(" ".join(text for text in texts if not text.isascii())) - ours)


def strings(value: object) -> tuple[str, ...]:
    if isinstance(value, dict):
        return tuple(text for part in value.values() for text in strings(part))
    if isinstance(value, tuple | list):
        return tuple(text for part in value for text in strings(part))
    return (value,) if isinstance(value, str) else ()


def answers(example: str, changes: dict[str, Response]) -> ResponseSet:
    return workflow.read_answers(ROOT / "examples" / f"{example}.toml", chinese_pack()).with_responses(changes)


def assessed(responses: ResponseSet) -> Assessment:
    """The assessment without what may be English or look like it: seller, sources, hash."""
    assert responses.as_of
    document = workflow.assess(chinese_pack(), responses, responses.as_of)
    stamp = replace(document.pack, hash="0" * 64)
    plan = tuple(without_sources(step) for step in document.plan)
    return replace(document, seller="卖家", pack=stamp, plan=plan)


def without_sources(step: Step) -> Step:
    named = {"title": "文", "where": "址"}
    return replace(step, sources=tuple(replace(source, **named) for source in step.sources))


def compared(example: str) -> Comparison:
    """The poor wave against the one as given, under another pack."""
    sides = (("poor", "1" * 64), ("as given", "2" * 64))
    recorded = [workflow.Recorded(answers(example, MEANS[means]), "1.0.0", hash_) for means, hash_ in sides]
    return replace(workflow.compare(chinese_pack(), *recorded), seller="卖家")


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("means", MEANS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_assessment_of_an_example(example: str, means: str, format_name: str) -> None:
    document = assessed(answers(example, MEANS[means]))
    assert document.plan
    assert bool(document.unplaced) >= (means == "poor")
    assert bool(document.capacity.assumed) == (means == "unsaid")
    assert latin(workflow.render(document, format_name)) <= LABELS | names_in_the_pack()


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_comparison_of_an_example(example: str, format_name: str) -> None:
    document = compared(example)
    assert document.items
    assert latin(workflow.render(document, format_name)) <= LABELS | names_in_the_pack()


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize(
    "document", [assessment(), comparison(), comparison(None)], ids=["assessment", "comparison", "no headline"]
)
def test_a_document_with_something_in_every_field(document: Assessment | Comparison, format_name: str) -> None:
    chinese = replace(with_text(document, "文字"), language="zh-CN")
    assert latin(workflow.render(chinese, format_name)) <= BY_HAND


def test_an_answers_file_to_fill_in() -> None:
    """Outside of comments stand keys; inside of them ids of options and conditions."""
    pack = chinese_pack()
    ids = {word for text in strings(pack.instrument.model_dump()) if text.isascii() for word in latin(text)}
    made = workflow.answers_template(pack).content
    assert isinstance(made, str)
    comments = "\n".join(line for line in made.splitlines() if line.startswith("# "))
    assert len(comments) > 1000
    assert latin(comments) <= ids | names_in_the_pack() | {"missing", "dont", "know", "declined"}


def test_the_search_finds_an_english_word() -> None:
    """So that the tests above can fail."""
    english = with_text(assessment(), "文字")
    assert {"Readiness", "hours", "Sources"} <= latin(workflow.render(english, "text")) - BY_HAND
    assert {"Readiness", "hours", "Sources"}.isdisjoint(names_in_the_pack())
