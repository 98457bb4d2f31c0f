"""Answers to questions, in every format that is read from top to bottom."""

from __future__ import annotations

import json

import pytest

from cbassess.errors import UsageError
from cbassess.export.formats import FORMATS, render, rendered
from cbassess.export.schema import DOCS, SCHEMAS
from cbassess.model.goal import Goal
from tests.inquiries_for_tests import documents, with_words
from tests.unit.export.test_formats import HOSTILE, UNSAFE, flat

NAMES = tuple(documents())
READ = [name for name, form in FORMATS.items() if not form.rows]
ROWS = [name for name, form in FORMATS.items() if form.rows]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_name", READ)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_each_can_be_written(name: str, format_name: str, language: str) -> None:
    document = documents(language)[name]
    once = rendered(document, format_name)
    assert once
    assert once == rendered(document, format_name)


@pytest.mark.parametrize("format_name", ROWS)
def test_formats_made_of_rows_refuse_them(format_name: str) -> None:
    with pytest.raises(UsageError, match="not-in-this-format"):
        rendered(documents()["goal"], format_name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format_name", ["text", "md", "json"])
def test_nothing_that_a_terminal_obeys_gets_out(name: str, text: str, format_name: str) -> None:
    shown = render(with_words(documents()[name], text), format_name)
    assert not UNSAFE.search(shown)
    shown.encode("utf-8")


def test_every_kind_has_its_own_schema_and_file_name() -> None:
    schemas = {type(document) for document in documents().values()}
    assert schemas < set(SCHEMAS.values())
    assert len({document.model_dump(by_alias=True)["schema"] for document in documents().values()}) == len(schemas)
    assert documents()["goal"].subject == ("goal", "2027-Q2")
    assert all((DOCS / name).exists() for name in SCHEMAS)


@pytest.mark.parametrize("format_name", ["text", "md"])
def test_a_goal_shows_every_step_with_its_days_hours_and_money(format_name: str) -> None:
    document = documents()["goal"]
    assert isinstance(document, Goal)
    assert document.way
    shown = flat(render(document, format_name))
    for step in document.way.steps:
        assert f"{step.title}: {step.start} to {step.due}" in shown
    assert f"about {document.way.hours:g} hours of your own" in shown
    for one in document.urgent:
        assert one.title in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("goal too late", ["The earliest is 2027-Q3", "More hours: 12 a week, in place of 6.", "More money: no sum"]),
        ("goal out of reach", ["this is not reached", "Held back for now: Enrol in Amazon Brand Registry."]),
        ("goal reached", ["This is reached already."]),
        ("what-if", ["Questions that would be asked, and are open", "(by “Build a product file"]),
        ("action held back", ["Would it be wrong now? yes", "held back for now: Your mark is not yet filed"]),
    ],
)
def test_a_seller_reads_the_answer(name: str, words: list[str]) -> None:
    shown = flat(render(documents()[name], "text")).replace("The earliest that was found is", "The earliest is")
    for text in words:
        assert text in shown


def test_the_figures_of_a_goal_add_up() -> None:
    document = json.loads(render(documents()["goal"], "json"))
    steps = document["way"]["steps"]
    assert document["way"]["hours"] == sum(sum(step["effort_hours"]) / 2 for step in steps)
    assert document["way"]["booked"] == pytest.approx(sum(step["booked"] for step in steps))
    assert document["way"]["done"] == max(step["due"] for step in steps)
    for aim in document["aims"]:
        added = sum(step["adds"].get(aim["trend"], 0) for step in steps)
        assert aim["after"]["low"] == pytest.approx(aim["now"]["low"] + added)
        assert aim["after"]["low"] >= aim["readiness"]
