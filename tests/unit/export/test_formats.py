"""What holds for every format that people or programs read as plain text. All formats: test_same_facts.py."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from cbassess.errors import UsageError
from cbassess.export.formats import FORMATS, render
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from tests.documents_for_tests import assessment, comparison, with_text

HOSTILE = [
    "\x1b]0;title\x07\x1b[31mred\x1b[0m",
    "\x9b31m C1",
    "a\x00b\x08c\x7fd",
    "over\rwrite",
    "right \u202e to left \u2066 isolate",
    "\ufeffmark \u2028 line",
    "half \ud800 pair",
    "[bold]x[/nope] {x} %s <script>alert(1)</script>",
    "| a | `b` | *c* | _d_ | # e | > f |",
    "=1+1",
    "1. one\n- two\n# three\n\n    four",
    "商标\t在\n中国",
]
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@pytest.fixture(params=["text", "md", "json"])
def format_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def flat(text: str) -> str:
    """The text without line breaks, indentation and backslashes, so that wrapped sentences are found."""
    return " ".join(text.replace("\\", "").split())


def test_every_format_carries_every_step_with_dates_money_and_sources(format_name: str) -> None:
    document = assessment()
    shown = flat(render(document, format_name))
    for step in document.plan:
        money = (
            (f'"min": {step.cost.min}', f'"max": {step.cost.max}', f'"currency": "{step.cost.currency}"')
            if format_name == "json"
            else {"CNY": ("270-800 CNY",), "USD": ("1,300-12,900.50 USD",)}[step.cost.currency]
        )
        wanted = [step.title, step.why, step.proof, step.start.isoformat(), step.due.isoformat(), *money, *step.steps]
        wanted += [source.title for source in step.sources] + [source.where for source in step.sources]
        wanted += [date.title for date in step.dates] + [date.day.isoformat() for date in step.dates]
        wanted += [reason.text for reason in step.because] + list(step.achieves)
        for text in wanted:
            assert text in shown, text


def test_every_format_carries_what_is_no_step(format_name: str) -> None:
    document = assessment()
    shown = flat(render(document, format_name))
    wanted = [document.seller, document.wave, document.pack.title, *document.contradictions]
    wanted += [trend.title for trend in document.trends] + [one.stem for one in document.open_items]
    wanted += [one.title for one in document.unplaced] + [one.because for one in document.unplaced]
    wanted += [one.title for one in document.not_now] + [one.because[0] for one in document.not_now]
    wanted += [one.stem for one in document.set_aside] + [after.quarter for after in document.forecast]
    for text in wanted:
        assert text in shown, text


def test_reports_for_people_begin_with_the_first_steps() -> None:
    for name in ("text", "md"):
        top = flat(render(replace(assessment(), work=()), name)).split("What is uncertain")[0]
        assert "Search your name and file it at home" in top
        assert "2-4 hours" in top
        assert "2026-12-06" in top


def test_an_action_that_is_in_no_list_is_counted_and_not_named_by_its_id() -> None:
    shown = flat(render(assessment(), "text"))
    assert "place in the plan of Write to buyers, 1 not in it yet." in shown
    assert "unknown_action" not in shown


def test_every_format_marks_doubt(format_name: str) -> None:
    shown = flat(render(assessment(), format_name))
    for mark in ("medium", "low", "unconfirmed"):
        assert mark in shown
    stale = '"stale": true' if format_name == "json" else "look it up again"
    assert stale in shown


def test_an_assumed_answer_is_shown_as_assumed(format_name: str) -> None:
    shown = flat(render(assessment(), format_name))
    assert ('"assumed": true' if format_name == "json" else "assumed: you do not know") in shown


def test_every_format_carries_the_whole_comparison(format_name: str) -> None:
    document = comparison()
    shown = flat(render(document, format_name))
    wanted = [document.seller, document.baseline.wave, document.wave.wave]
    wanted += [one.title for one in document.trends] + [one.title for one in document.steps]
    wanted += [text for item in document.items for text in (item.stem, item.before, item.after)]
    for text in wanted:
        assert text in shown, text


def test_a_trend_that_cannot_be_compared_gets_no_change(format_name: str) -> None:
    if format_name == "json":
        assert '"change": null' in render(comparison(), format_name)
    else:
        after = render(comparison(), format_name).split("New markets")[1]
        assert "Not comparable: the trend did not apply in the baseline" in after
        assert "points" not in after.split("Not comparable")[0]


def test_no_honest_headline_no_number(format_name: str) -> None:
    shown = flat(render(comparison(headline=None), format_name))
    assert ('"headline": null' if format_name == "json" else "the two waves have too little in common") in shown


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("document", [assessment(), comparison()], ids=["assessment", "comparison"])
def test_nothing_that_a_terminal_obeys_gets_out(document: Assessment | Comparison, text: str, format_name: str) -> None:
    shown = render(with_text(document, text), format_name)
    assert not UNSAFE.search(shown)
    shown.encode("utf-8")


def test_the_same_document_gives_the_same_bytes(format_name: str) -> None:
    assert render(assessment(), format_name) == render(assessment(), format_name)
    assert render(assessment(), format_name).endswith("\n")
    assert not render(assessment(), format_name).endswith("\n\n")


def test_an_assessment_without_anything_can_be_rendered(format_name: str) -> None:
    empty = dict.fromkeys(
        ("trends", "bands", "plan", "unplaced", "not_now", "open_items", "forecast", "contradictions", "set_aside"), ()
    )
    shown = render(replace(assessment(complete=True), **empty), format_name)
    assert ('"plan": []' if format_name == "json" else "No step is advised") in shown


@pytest.mark.parametrize(
    ("name", "nearest"), [("jsn", "json"), ("markdown", ""), ("TEXT", "text"), ("", ""), ("\x1b[31m", "")]
)
def test_an_unknown_format_is_refused_with_the_nearest_name(name: str, nearest: str) -> None:
    with pytest.raises(UsageError) as caught:
        render(assessment(), name)
    (problem,) = caught.value.problems
    assert problem.code == "unknown-format"
    assert all(known in problem.hint for known in FORMATS)
    assert (f"Did you mean {nearest}?" in problem.hint) is bool(nearest)
    assert "\x1b" not in str(problem)
