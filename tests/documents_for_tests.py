"""Documents made by hand: every field filled, so that a test of a format misses nothing.

assessment(seller="...")     an assessment with two steps, one with every doubt that there is
comparison(headline=None)    a comparison of two waves
with_text(document, text)    the same document with one text in every place that holds words
"""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from cbassess.model.assessment import (
    Assessment,
    BandEntry,
    IndicatorEntry,
    OpenEntry,
    PackStamp,
    ResponseEntry,
    TrendEntry,
)
from cbassess.model.comparison import Comparison, ItemChange, Split, StepChange, TrendChange, WaveStamp
from cbassess.model.evaluation import Interval, NotNow, Reason
from cbassess.model.plan import Capacity, Forecast, Priority, Step, StepDate, StepSource, Unplaced
from cbassess.model.rulebook import Cost
from cbassess.model.work import StepProgress

Document = TypeVar("Document", Assessment, Comparison)

HASH = "0123456789abcdef" * 4

FILED = Reason(item="brand.mark_filed", response="nowhere", text="Where is your main trade mark filed? Nowhere")
SHARE = Reason(item="brand.own_share", response=None, text="What share carries your mark? don't know")

SEARCH = Step(
    rank=1,
    action="search_mark",
    title="Search your name and file it at home",
    why="A taken name costs you the listing.",
    band="protect",
    band_because=None,
    quarter="2026-Q4",
    priority=Priority(gain=4.25, unlocks=1.5, time_criticality=0, effort_hours=3, wsjf=1.9167),
    gain={"export_brands": 4.25},
    adds={"export_brands": 8.4},
    because=(FILED,),
    achieves=("Where is your main trade mark filed? China only",),
    requires=(),
    waits_for=(),
    placed_because="It can start at once.",
    latest_start=dt.date(2026, 11, 27),
    needed_by="file_mark",
    effort_hours=(2, 4),
    cost=Cost(min=270, max=800, currency="CNY"),
    lead_weeks=(1, 1),
    start=dt.date(2026, 11, 22),
    due=dt.date(2026, 12, 6),
    steps=("Search the register.", "File in one class."),
    proof="Filing receipt",
    dates=(),
    sources=(StepSource(id="office-fees-2026", title="Fee list", where="office.example/fees", confidence="high"),),
    practice=False,
)

FILE = Step(
    rank=2,
    action="file_mark",
    title="File your mark in your biggest market",
    why="The home filing does not reach abroad.",
    band="dated",
    band_because="Your fair is less than 90 days away.",
    quarter="2027-Q1",
    priority=Priority(gain=9.5, unlocks=0, time_criticality=7.25, effort_hours=7, wsjf=2.3929),
    gain={"export_brands": 9.75, "import_rules": -0.25},
    adds={"export_brands": 8.1},
    because=(FILED, SHARE),
    achieves=("Where is your main trade mark filed? Our biggest market",),
    requires=("search_mark",),
    waits_for=("search_mark",),
    placed_because="It starts when the search is done.",
    latest_start=dt.date(2026, 12, 11),
    needed_by=None,
    effort_hours=(4, 10),
    cost=Cost(min=1300, max=12900.5, currency="USD"),
    lead_weeks=(1, 3),
    start=dt.date(2027, 1, 3),
    due=dt.date(2027, 1, 24),
    steps=("Choose the market.", "File within six months of the home filing."),
    proof="Filing receipt abroad",
    dates=(
        StepDate(
            id="new_mark_law",
            title="New trade mark law",
            day=dt.date(2027, 1, 1),
            start_by=dt.date(2026, 12, 11),
            in_time=False,
            confidence="medium",
            stale=True,
            if_late="Filings that come later are judged by the new law.",
        ),
    ),
    sources=(
        StepSource(id="blog", title="A reported change", where="blog.example/change", confidence="unconfirmed"),
        StepSource(id="vendor", title="A vendor's page", where="", confidence="low"),
    ),
    practice=True,
)


WORK = (
    StepProgress(
        action="search_mark",
        title=SEARCH.title,
        rank=1,
        status="done",
        since=dt.date(2026, 12, 2),
        reason="",
        owner="Wang Wei",
        due=SEARCH.due,
        note="The receipt lies in the office.",
        parts=2,
        ticked=(1, 2),
        answers_show=False,
        asks="really",
        entries=5,
    ),
    StepProgress(
        action="file_mark",
        title=FILE.title,
        rank=2,
        status="doing",
        since=dt.date(2026, 12, 5),
        reason="",
        owner="Li Na",
        due=dt.date(2027, 1, 15),
        note="",
        parts=2,
        ticked=(1,),
        answers_show=False,
        asks=None,
        entries=4,
    ),
    StepProgress(
        action="clear_papers",
        title="Put your papers in order",
        rank=None,
        status="dropped",
        since=dt.date(2026, 11, 30),
        reason="The broker does it.",
        owner="",
        due=None,
        note="Ask in spring.",
        parts=3,
        ticked=(),
        answers_show=True,
        asks=None,
        entries=2,
    ),
)
"""A step done, which the answers do not show; one under way with a day of its own; one that the plan no longer has."""


def trend(trend_id: str, title: str, applies: bool | None, readiness: Interval) -> TrendEntry:
    """A trend with two indicators."""
    return TrendEntry(
        id=trend_id,
        title=title,
        direction="export",
        applies=applies,
        relevance=Interval.between(75, 75),
        readiness=readiness,
        level="Half way",
        level_meaning="The basics stand.",
        summary=f"Summary of {title}.",
        because=(f"A sign of {title}.",),
        indicators=(
            IndicatorEntry(item="brand.mark_filed", share=60, low=0.5, high=0.5, assumed=False, reason=FILED),
            IndicatorEntry(item="brand.own_share", share=40, low=0, high=0, assumed=True, reason=SHARE),
        ),
    )


def assessment(seller: str = "Lumen Trading", *, complete: bool = False) -> Assessment:
    """An assessment with something in every field."""
    return Assessment(
        seller=seller,
        wave="2026-Q4",
        as_of=dt.date(2026, 11, 22),
        language="en",
        pack=PackStamp(title="Tiny self-assessment", version="1.0.0", hash=HASH),
        complete=complete,
        answered=9,
        asked=9 if complete else 11,
        trends=(
            trend("export_brands", "From bulk trade to own brands", True, Interval.between(40, 70)),
            trend("import_rules", "Import grows up", None, Interval.between(0, 100)),
            trend("export_markets", "New markets", False, Interval.between(12, 12)),
        ),
        bands=(
            BandEntry(id="dated", title="Tied to a date", meaning="A date is near."),
            BandEntry(id="protect", title="Protect", meaning="Cheap today, dear later."),
            BandEntry(id="expand", title="Expand", meaning="Not used in this plan."),
        ),
        capacity=Capacity(
            hours_per_week=4, budget=20000, currency="CNY", steps_at_once=2, assumed=("hours: 4 assumed",)
        ),
        plan=(SEARCH, FILE),
        work=WORK,
        unplaced=(
            Unplaced(
                action="write",
                title="Write to buyers",
                band="expand",
                because="The hours do not suffice.",
                would_fit="It fits with 8 hours a week instead of 6.",
            ),
        ),
        not_now=(
            NotNow(action="start_brand", title="Put a name on one product", because=("The money does not last.",)),
        ),
        in_place=("clear_papers",),
        open_items=(
            OpenEntry(
                item="brand.repeat_share",
                stem="What share of buyers bought twice?",
                state="open",
                would_move=("write", "unknown_action"),
                trends=("export_brands",),
            ),
        ),
        forecast=(
            Forecast(
                quarter="2026-Q4",
                readiness={"export_brands": 58.4, "import_rules": 50},
                range={"export_brands": (58.4, 58.4), "import_rules": (0, 100)},
            ),
            Forecast(
                quarter="2027-Q1",
                readiness={"export_brands": 66.5, "import_rules": 50},
                range={"export_brands": (66.5, 66.5), "import_rules": (0, 100)},
            ),
        ),
        contradictions=("You say you have no brand, but a mark is filed.",),
        set_aside=(ResponseEntry(item="brand.fair", stem="When is your fair?", state="off_route", text="2027-03-01"),),
        responses=(
            ResponseEntry(
                item="brand.mark_filed", stem="Where is your main trade mark filed?", state="answered", text="Nowhere"
            ),
        ),
    )


def comparison(headline: float | None = 6.4) -> Comparison:
    """A comparison with something in every field, and one trend that cannot be compared."""
    return Comparison(
        seller="Lumen Trading",
        language="en",
        baseline=WaveStamp(wave="2026-Q3", as_of=dt.date(2026, 8, 20), pack_version="0.9.0", pack_hash="f" * 64),
        wave=WaveStamp(wave="2026-Q4", as_of=dt.date(2026, 11, 22), pack_version="1.0.0", pack_hash=HASH),
        shared=0.875,
        compatibility=0.925,
        headline_needs=0.7,
        headline=headline,
        headline_split=Split(answers=9.41, rules=-2.04, questions=0.13) if headline is not None else None,
        headline_foreseen=11.0 if headline is not None else None,
        rules_changed=True,
        trends=(
            TrendChange(
                id="export_brands",
                title="From bulk trade to own brands",
                comparable=True,
                before=Interval.between(40, 40),
                after=Interval.between(52.5, 52.5),
                change=12.5,
                moved_by={"brand.own_share": -2.5, "brand.mark_filed": 14.0, "as_of": 1.0},
                seen_before=Interval.between(38, 38),
                seen_after=Interval.between(52.5, 52.5),
                split=Split(answers=13.33, rules=1.04, questions=0.13),
                foreseen=61.0,
            ),
            TrendChange(
                id="export_markets",
                title="New markets",
                comparable=False,
                before=None,
                after=Interval.between(10, 30),
                change=None,
                moved_by={},
            ),
        ),
        items=(
            ItemChange(
                item="brand.mark_filed",
                stem="Where is your main trade mark filed?",
                before="Nowhere",
                after="China only",
                points={"export_brands": 15.0},
            ),
        ),
        steps=(
            StepChange(action="search_mark", title="Search your name", fate="done"),
            StepChange(action="file_mark", title="File your mark abroad", fate="carried", status="doing"),
            StepChange(action="write", title="Write to buyers", fate="new"),
            StepChange(
                action="start_brand",
                title="Put a name on one product",
                fate="dropped",
                status="dropped",
                reason="Too dear",
            ),
        ),
    )


# Fields that hold ids, states or dates and no words.
_NO_WORDS = {
    "schema", "id", "item", "action", "band", "quarter", "state", "direction", "confidence", "currency", "fate",
    "language", "hash", "pack_hash", "pack_version", "version", "trends", "would_move", "requires", "needed_by",
    "in_place", "as_of", "start", "due", "day", "response", "status", "origin", "asks",
}  # fmt: skip


def with_text(document: Document, text: str) -> Document:
    """The same document with `text` in every place that holds words."""
    changed = _replaced(document.model_dump(by_alias=True), text)
    return type(document).model_validate(changed)


def _replaced(value: object, text: str) -> object:
    if isinstance(value, dict):
        return {key: part if _keeps(key, part) else _replaced(part, text) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_replaced(part, text) for part in value)
    return text if isinstance(value, str) else value


def _keeps(key: str, part: object) -> bool:
    holds_nouns = isinstance(part, tuple) and any(isinstance(row, dict) for row in part)
    return key in _NO_WORDS and not holds_nouns
