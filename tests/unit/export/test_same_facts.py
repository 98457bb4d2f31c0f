"""The same steps, figures, dates, sources and doubts in every format, in both languages, read back independently."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from cbassess.export.formats import FORMATS, rendered
from cbassess.export.wording import hours, interval, money, signed
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.plan import Step
from cbassess.model.work import StepProgress
from cbassess.words import Words, words_in
from cbassess.workflow import assess, compare, open_pack, read_answers
from cbassess.workflow.comparing import Recorded
from tests.unit.export.readers import READERS, Read, letters
from tests.work_for_tests import noted, worked

EXAMPLE = Path(__file__).parents[3] / "examples" / "both_sides.toml"
LANGUAGES = ("en", "zh-CN")
CALENDAR = "ics"
"""Holds the plan alone: neither figures of readiness nor answers."""

STATUSES = {"open": "Not begun", "doing": "Under way", "done": "Done", "dropped": "Given up"}


@lru_cache
def documents(language: str) -> tuple[Assessment, Comparison]:
    """A real plan of a seller in both directions, with open answers, and how it compares with a weaker wave."""
    pack = open_pack(None, language)
    now = read_answers(EXAMPLE, pack)
    assert now.as_of is not None
    some = {item: response for item, response in now.responses.items() if item != "growth.cash_months"}
    now = replace(now, responses=some)
    weaker = now.with_responses({"brand.mark_filed": "nowhere", "markets.us_ready": "neither"})
    before = replace(weaker, wave="2026-Q3", as_of=dt.date(2026, 8, 20))
    recorded = [Recorded(one, pack.instrument.version, pack.hash) for one in (before, now)]
    plan = assess(pack, now, now.as_of)
    return worked(plan, pack), compare(pack, recorded[0], replace(recorded[1], work=noted(plan)))


@lru_cache
def read(language: str, form: str, kind: str) -> Read:
    assessment, comparison = documents(language)
    content = rendered(assessment, form, comparison) if kind == "plan" else rendered(comparison, form)
    return READERS[form](content, language)


def doubts(words: Words, confidence: str, *, stale: bool = False) -> list[str]:
    marks = {
        "high": [],
        "medium": ["medium confidence"],
        "low": ["low confidence, check before you rely on it"],
        "unconfirmed": ["unconfirmed, check before you rely on it"],
    }[confidence]
    return [words(mark) for mark in [*marks, *(["past its check-by date, look it up again"] if stale else [])]]


def said_of(step: Step, work: StepProgress, words: Words, form: str) -> list[str]:
    """What must stand with a step, whatever the format."""
    wanted = [step.start.isoformat(), step.due.isoformat(), hours(*step.effort_hours, words), money(step.cost, words)]
    wanted += noted_of(work, words, form)
    if form not in {"csv", "json"}:
        wanted += [words("{text} (done)").format(text=step.steps[place - 1]) for place in work.ticked]
    wanted += [step.why, step.proof, *step.steps]
    for source in step.sources:
        wanted += [source.title, source.where]
        wanted += doubts(words, source.confidence) if form != "json" else [source.confidence]
    for date in step.dates:
        wanted += [date.day.isoformat(), date.title]
        wanted += doubts(words, date.confidence, stale=date.stale) if form != "json" else [date.confidence]
    return wanted


def noted_of(work: StepProgress, words: Words, form: str) -> list[str]:
    """What was noted about a step, and what the answers say against it."""
    if not work.entries and not work.asks:
        return []
    texts = [work.owner, work.note, work.reason, *(day.isoformat() for day in (work.since, work.due) if day)]
    if form == "json":
        return [*texts, work.status]
    doubt = {"done": "the answers show it as done", "really": "the answers do not show it", None: ""}[work.asks]
    return [*texts, words(STATUSES[work.status]), words(doubt)]


def work_of(language: str) -> dict[str, StepProgress]:
    return {one.action: one for one in documents(language)[0].work}


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_has_all_that_is_looked_for(language: str) -> None:
    assessment, comparison = documents(language)
    assert len(assessment.plan) > 20
    assert not assessment.complete
    assert assessment.unplaced or assessment.not_now
    assert {source.confidence for step in assessment.plan for source in step.sources} >= {"medium", "low"}
    assert {date.confidence for step in assessment.plan for date in step.dates}
    assert any(trend.change for trend in comparison.trends)
    assert {step.fate for step in comparison.steps} >= {"done", "carried"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "pdf"])
def test_the_same_steps_say_the_same(language: str, form: str) -> None:
    assessment, _ = documents(language)
    words, found, work = words_in(language), read(language, form, "plan").steps, work_of(language)
    assert list(found)[: len(assessment.plan)] == [step.title for step in assessment.plan]
    for step in assessment.plan:
        shown = letters(found[step.title])
        for wanted in said_of(step, work[step.action], words, form):
            assert letters(wanted) in shown, (step.action, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_the_same_in_the_same_order(language: str) -> None:
    """A PDF has letters and places, no structure that a reader could be sure of: facts follow each other."""
    assessment, _ = documents(language)
    words, shown = words_in(language), letters(read(language, "pdf", "plan").text)
    place = shown.index(letters(f"{len(assessment.plan)}. {assessment.plan[-1].title}"))  # the calendar of all steps
    for step, following in zip(assessment.plan, [*assessment.plan[1:], None], strict=True):
        title = letters(f"{step.rank}. {step.title}")
        place = shown.index(title, place) + len(title)
        after = letters(f"{following.rank}. {following.title}") if following else ""
        end = shown.index(after, place) if after else len(shown)
        for wanted in said_of(step, work_of(language)[step.action], words, "pdf"):
            assert letters(wanted) in shown[place:end], (step.action, wanted)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [form for form in FORMATS if form != CALENDAR])
def test_readiness_what_is_left_out_and_what_is_open(language: str, form: str) -> None:
    assessment, _ = documents(language)
    words, shown = words_in(language), letters(read(language, form, "plan").text)
    for trend in assessment.trends:
        assert letters(trend.title) in shown
        if trend.applies is not False:
            assert letters(trend.level) in shown
            if form in {"text", "md", "html", "docx", "pdf"}:
                figure = letters(f"{trend.title}{interval(trend.readiness, words)}{trend.level}")
                assert figure in shown, trend.title
    for left_out in assessment.unplaced:
        assert letters(left_out.title) in shown
        assert letters(left_out.because) in shown
        assert letters(left_out.would_fit) in shown
    for not_now in assessment.not_now:
        assert all(letters(text) in shown for text in (not_now.title, *not_now.because))
    for question in assessment.open_items:
        assert letters(question.stem) in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_month_of_work_is_told(language: str, form: str) -> None:
    """Those steps included that the plan no longer has."""
    assessment, _ = documents(language)
    words, shown = words_in(language), letters(read(language, form, "plan").text)
    told = [one for one in assessment.work if one.entries]
    assert {one.status for one in told} == {"open", "doing", "done", "dropped"}
    assert [one.rank for one in told].count(None) == 1
    for one in told:
        assert letters(one.title) in shown
        assert all(letters(text) in shown for text in noted_of(one, words, form)), one.action


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_done_is_not_among_the_first_steps(language: str) -> None:
    assessment, _ = documents(language)
    words = words_in(language)
    for form in ("text", "md", "html", "docx", "pdf"):
        shown = letters(read(language, form, "plan").text)
        start = shown.index(letters(words("Do these first")))
        first = shown[start : shown.index(letters(words("What is uncertain")), start)]
        titles = [letters(step.title) in first for step in assessment.plan[:8]]
        assert titles == [False, True, False, True, True, True, True, False], form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
def test_the_forecast_is_the_same(language: str, form: str) -> None:
    assessment, _ = documents(language)
    words, shown = words_in(language), letters(read(language, form, "plan").text)
    for trend in assessment.trends:
        if trend.applies is not False:
            later = [after.range[trend.id] for after in assessment.forecast]
            figures = [trend.readiness, *(trend.readiness.between(*bounds) for bounds in later)]
            row = letters(trend.title + "".join(interval(figure, words) for figure in figures))
            assert row in shown, row


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_comparison_says_the_same(language: str, form: str) -> None:
    _, comparison = documents(language)
    words, shown = words_in(language), letters(read(language, form, "change").text)
    for trend in comparison.trends:
        assert letters(trend.title) in shown
        if trend.change is not None and form not in {"csv", "json"}:
            assert letters(words("{points} points").format(points=signed(trend.change))) in shown
    for item in comparison.items:
        assert all(letters(text) in shown for text in (item.stem, item.before, item.after))
    for step in comparison.steps:
        assert letters(step.title) in shown
        assert letters(step.reason) in shown
    for stamp in (comparison.baseline, comparison.wave):
        assert letters(stamp.wave) in shown or form == "csv"
        assert letters(stamp.as_of.isoformat()) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_moved_stands_on_the_first_page(language: str) -> None:
    assessment, comparison = documents(language)
    words = words_in(language)
    for form in ("text", "md", "html", "docx", "pdf"):
        shown = letters(read(language, form, "plan").text)
        top = shown[: shown.index(letters(words("What is uncertain")))]
        for trend in comparison.trends:
            if trend.change and abs(trend.change) >= 1:
                assert letters(words("{points} points").format(points=signed(trend.change))) in top
        for step in [step for step in assessment.plan if work_of(language)[step.action].status in ("open", "doing")][
            :5
        ]:
            assert all(letters(text) in top for text in (step.title, hours(*step.effort_hours, words)))
            assert all(letters(text) in top for text in (money(step.cost, words),))
            assert letters(str(work_of(language)[step.action].due)) in top
