"""What a report says, before it takes the form of a format: ids resolved to titles, doubts put into words.

Every format is made from these nouns, so that none has a step, a figure, a date or a doubt that another lacks.
Every string is data: the format escapes it, whoever wrote it. Words are in the language of the document.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.evaluation import Interval
from cbassess.model.plan import Priority
from cbassess.model.rulebook import Cost
from cbassess.model.work import Status

if TYPE_CHECKING:
    from cbassess.model.documents import Inquiry

Points = tuple[tuple[str, float], ...]
"""Title of a trend, or the stem of an item -> points of readiness."""

Fate = Literal["done", "carried", "new", "dropped"]


class Cited(Struct, frozen=True):
    """A source; `doubt` says how far it can be trusted and is empty where it can."""

    id: str
    title: str
    where: str
    doubt: str


class Dated(Struct, frozen=True):
    """A day that a step must heed; `doubt` as in `Cited`.

    `start_by` is None once the day has come. `late`: the step starts too late for it. `if_late` is what follows then,
    and may be empty.
    """

    id: str
    day: dt.date
    title: str
    doubt: str
    start_by: dt.date | None
    late: bool
    if_late: str


class Work(Struct, frozen=True):
    """What the seller does about a step.

    Attributes:
        status_title: the status in words.
        since: the day from which it counts; None where nobody noted one.
        reason: why it was given up.
        planned_due: the day in the plan, where the seller set another one.
        ticked: places in what there is to do, counted from 1, that are done.
        doubt: what the answers say against the status; empty where they agree.
        entries: how often something was noted.
    """

    status: Status
    status_title: str
    since: dt.date | None = None
    reason: str = ""
    owner: str = ""
    note: str = ""
    planned_due: dt.date | None = None
    ticked: tuple[int, ...] = ()
    doubt: str = ""
    entries: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.status in ("open", "doing")

    @property
    def is_told(self) -> bool:
        """Whether there is anything to say about it."""
        return bool(self.entries or self.doubt)


class Worked(Struct, frozen=True):
    """An action that is in this plan no more, and what was done about it."""

    id: str
    title: str
    work: Work


class StepReport(Struct, frozen=True):
    """A step of the plan.

    Attributes:
        band, band_because: title of the band, and why it is not the action's own.
        due: the day that the seller set, else that of the plan.
        hours, weeks: own hours and calendar weeks, (least, most).
        placed_because: why it starts when it does; `latest_start`: when it has to, to be in time.
        gain: title of a trend -> points, the step taken alone.
        adds: title of a trend -> points of readiness on top of the steps finished before it.
        achieves: texts of the answers that it leads to.
        first, needed_for: titles of the steps that come before it, and of the one that waits for it.
        todo: what to do, in order.
        practice: judgement without a source.
        work: what the seller does about it.
    """

    id: str
    rank: int
    title: str
    why: str
    band: str
    band_because: str
    quarter: str
    start: dt.date
    due: dt.date
    placed_because: str
    latest_start: dt.date | None
    hours: tuple[float, float]
    cost: Cost
    weeks: tuple[float, float]
    gain: Points
    adds: Points
    priority: Priority
    because: tuple[str, ...]
    achieves: tuple[str, ...]
    first: tuple[str, ...]
    needed_for: str
    todo: tuple[str, ...]
    proof: str
    dates: tuple[Dated, ...]
    sources: tuple[Cited, ...]
    practice: bool
    work: Work


class Part(Struct, frozen=True):
    """An item's part in a trend: what it brings, of how many points, and the answer behind it."""

    item: str
    reached: Interval
    share: float
    text: str
    assumed: bool


class TrendReport(Struct, frozen=True):
    """Where the seller stands in a trend. `applies` is None while that is not known."""

    id: str
    title: str
    summary: str
    applies: bool | None
    readiness: Interval
    relevance: Interval
    level: str
    level_meaning: str
    because: tuple[str, ...]
    parts: tuple[Part, ...]


class LeftOut(Struct, frozen=True):
    """An action that is not in the plan, and why; `band` is empty for one that would be wrong now.

    `would_fit` says what would bring it into the plan, and is empty where that is not known.
    """

    id: str
    title: str
    band: str
    because: tuple[str, ...]
    would_fit: str = ""


class Answer(Struct, frozen=True):
    """An item, where it stands in words, and what was said."""

    id: str
    question: str
    state: str
    text: str


class OpenQuestion(Struct, frozen=True):
    """An item that is still open, and what hangs on it, in words."""

    id: str
    question: str
    state: str
    trends: tuple[str, ...]
    actions: tuple[str, ...]


class Course(Struct, frozen=True):
    """Readiness of a trend now and after each quarter; None where it is not forecast."""

    id: str
    title: str
    figures: tuple[Interval | None, ...]


class TrendMove(Struct, frozen=True):
    """How a trend moved.

    Attributes:
        before, after, change: like for like: scored under one pack, over the questions that both packs ask.
        not_comparable: why there is no `change`; empty where there is one.
        seen: readiness as each of the waves showed it; None where that is the same as like for like.
        due_to: in words what the way between the two that were seen is due to, and points that add up to it.
        foreseen: readiness that the baseline's plan foresaw for the day of the wave; None where there is none.
    """

    id: str
    title: str
    before: Interval | None
    after: Interval | None
    change: float | None
    not_comparable: str
    moved_by: Points
    seen: tuple[Interval, Interval] | None = None
    due_to: Points = ()
    foreseen: float | None = None


class AnswerMove(Struct, frozen=True):
    """An answer that changed, and the points that it moved."""

    id: str
    question: str
    before: str
    after: str
    points: Points


class StepMove(Struct, frozen=True):
    """What became of a step; `fate_title` is its fate in words, `noted` what the seller noted about it."""

    id: str
    title: str
    fate: Fate
    fate_title: str
    noted: str = ""


class Stamp(Struct, frozen=True):
    """One of the two waves: label, day, version and hash of the pack."""

    wave: str
    as_of: dt.date
    pack_version: str
    pack_hash: str


class ComparisonReport(Struct, frozen=True):
    """What a comparison says. `document` is what it was made from; `due_to` is that of the overall figure."""

    document: Comparison
    baseline: Stamp
    wave: Stamp
    trends: tuple[TrendMove, ...]
    answers: tuple[AnswerMove, ...]
    steps: tuple[StepMove, ...]
    due_to: Points = ()

    @property
    def language(self) -> str:
        """Language of the words."""
        return self.document.language

    @property
    def seller(self) -> str:
        """Name of the seller."""
        return self.document.seller


class AssessmentReport(Struct, frozen=True):
    """What an assessment says. `document` is what it was made from.

    Attributes:
        trends: those that concern the seller, or may; `other_trends` the titles of the rest.
        bands: title and meaning of the bands that the plan uses, most urgent first.
        courses: one per trend; their figures stand under `Now` and `quarters`.
        worked: actions that are in this plan no more, and what was done about them.
        since: what moved since the wave before, where it is known.
    """

    document: Assessment
    trends: tuple[TrendReport, ...]
    other_trends: tuple[str, ...]
    bands: tuple[tuple[str, str], ...]
    steps: tuple[StepReport, ...]
    unplaced: tuple[LeftOut, ...]
    not_now: tuple[LeftOut, ...]
    open: tuple[OpenQuestion, ...]
    answers: tuple[Answer, ...]
    set_aside: tuple[Answer, ...]
    quarters: tuple[str, ...]
    courses: tuple[Course, ...]
    worked: tuple[Worked, ...] = ()
    since: ComparisonReport | None = None

    @property
    def language(self) -> str:
        """Language of the words."""
        return self.document.language

    @property
    def seller(self) -> str:
        """Name of the seller."""
        return self.document.seller

    @property
    def to_do(self) -> tuple[StepReport, ...]:
        """The steps that are neither done nor given up."""
        return tuple(step for step in self.steps if step.work.is_open)


class InquiryReport(Struct, frozen=True):
    """The answer to a question about an assessment. `document` is what it was made from, and has its words already."""

    document: Inquiry

    @property
    def language(self) -> str:
        """Language of the words."""
        return self.document.language

    @property
    def seller(self) -> str:
        """Name of the seller."""
        return self.document.seller


Report = AssessmentReport | ComparisonReport
"""What has rows to fill a table or a calendar with."""

AnyReport = Report | InquiryReport
"""What can be read from top to bottom."""


def day_of(report: AnyReport) -> dt.date:
    """The day of which the report tells; of a comparison, that of the later wave."""
    return report.wave.as_of if isinstance(report, ComparisonReport) else report.document.as_of
