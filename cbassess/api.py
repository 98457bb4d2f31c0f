"""For scripts and notebooks: the same answers, plans and files as the command line, as functions and nouns.

What stands in `__all__` is stable: a name is taken away, or changes its meaning, only with a new major version. It is
imported from `cbassess` itself. Nothing here reads or writes the history, and nothing leaves the machine.

A fault in what was handed in is a `PackError`, `AnswersError` or `UsageError`; its `problems` name each place and cure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from cbassess import workflow
from cbassess.errors import AnswersError, CbassessError, PackError, UsageError
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.model.documents import Document, Explanation
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, ResponseSet
from cbassess.model.what_if import WhatIf

__all__ = [
    "AnswersError",
    "Assessment",
    "CbassessError",
    "Comparison",
    "Explanation",
    "Missing",
    "Pack",
    "PackError",
    "ResponseSet",
    "UsageError",
    "WhatIf",
    "assess",
    "compare",
    "explain",
    "load_answers",
    "load_many",
    "load_pack",
    "make_answers",
    "render",
    "save",
    "what_if",
]


def load_pack(folder: str | Path | None = None, language: str = "en") -> Pack:
    """The questionnaire and its rules.

    Args:
        folder: a folder with `questions/` and `rules/`; None for the shipped one.
        language: of its texts, and so of everything that is written: `en`, `zh-CN`.

    Raises:
        PackError: the pack cannot be used.
        UsageError: it has no texts in that language.

    >>> load_pack().items["brand.mark_filed"].kind
    'scale'
    """
    return workflow.open_pack(None if folder is None else Path(folder), language)


def load_answers(file: str | Path, pack: Pack) -> ResponseSet:
    """The answers in a file: TOML or JSON, or the workbook that `cbassess template --format xlsx` makes.

    Raises:
        AnswersError: the file cannot be used; all its faults at once.

    >>> load_answers("examples/exporter.toml", load_pack()).as_of
    datetime.date(2026, 11, 22)
    """
    return workflow.read_answers(Path(file), pack)


def load_many(file: str | Path, pack: Pack) -> tuple[ResponseSet, ...]:
    """The answers of all sellers in a file, such as the table that ODK or Kobo collected; AnswersError as above."""
    return workflow.read_many(Path(file), pack)


def make_answers(
    pack: Pack, seller: str, answers: Mapping[str, object], *, wave: str = "", as_of: dt.date | None = None
) -> ResponseSet:
    """Answers that a program has, checked as those of a file are.

    Args:
        pack: says what can be answered.
        seller: a name.
        answers: item id -> id of an option, list of such ids, number, date or text; `Missing.DONT_KNOW` or
            `Missing.DECLINED` where that was said.
        wave: a quarter such as `2026-Q4`.
        as_of: the day of which the answers tell.

    Raises:
        AnswersError: all that cannot be taken.

    >>> pack = load_pack()
    >>> lamps = make_answers(pack, "Lamps", {"brand.mark_filed": "home", "brand.own_share": Missing.DONT_KNOW})
    >>> lamps.responses["brand.mark_filed"]
    'home'
    """
    head = {"seller": seller, "wave": wave or None, "as_of": as_of}
    return workflow.check_answers({key: value for key, value in head.items() if value is not None}, answers, pack)


def assess(pack: Pack, answers: ResponseSet, as_of: dt.date | None = None) -> Assessment:
    """Where the seller stands, and the plan.

    Args:
        pack: the pack that judges.
        answers: the seller's answers; what is missing makes figures ranges.
        as_of: the day to judge by; None for that of the answers, else today.

    >>> pack = load_pack()
    >>> plan = assess(pack, load_answers("examples/exporter.toml", pack))
    >>> plan.plan[0].rank, plan.plan[0].start >= plan.as_of
    (1, True)
    """
    return workflow.assess(pack, answers, _day(answers, as_of))


def explain(pack: Pack, answers: ResponseSet, name: str, as_of: dt.date | None = None) -> Explanation:
    """What is behind an action or a trend, or what hangs on a question: all three by their id.

    Raises:
        UsageError: there is nothing of that name; the nearest is named.

    >>> pack = load_pack()
    >>> why = explain(pack, load_answers("examples/exporter.toml", pack), "brand.mark_filed")
    >>> [use.trend for use in why.uses if use.share][0]
    'export_own_brands'
    """
    return workflow.explain(pack, answers, _day(answers, as_of), name)


def what_if(
    pack: Pack,
    answers: ResponseSet,
    changes: Mapping[str, object] | None = None,
    done: Iterable[str] = (),
    as_of: dt.date | None = None,
) -> WhatIf:
    """Trends and plan, before and after, if some answers were others or some actions were done.

    Args:
        pack: the pack that judges.
        answers: the seller's answers.
        changes: item id -> the answer that is supposed, as in `make_answers`.
        done: ids of actions that are supposed to be done.
        as_of: as in `assess`.

    Raises:
        AnswersError: an answer that cannot be taken.
        UsageError: there is no such action.
    """
    supposed = make_answers(pack, answers.seller, changes or {}).responses
    return workflow.whatif(pack, answers, _day(answers, as_of), supposed, done)


def compare(pack: Pack, before: ResponseSet, after: ResponseSet) -> Comparison:
    """What moved between two waves of a seller, and what moved it; both judged by the same pack.

    Raises:
        UsageError: one of them has no day (`as_of`), or they are of different sellers.

    >>> pack = load_pack()
    >>> now = load_answers("examples/exporter.toml", pack)
    >>> before = make_answers(pack, now.seller, {**now.responses, "brand.mark_filed": "nowhere"}, as_of=now.as_of)
    >>> [item.item for item in compare(pack, before, now).items]
    ['brand.mark_filed']
    """
    if before.seller != after.seller:
        message = f"These are the answers of {before.seller!r} and of {after.seller!r}."
        raise UsageError("after", "other-seller", message, "Compare two waves of one seller.")
    return workflow.compare(pack, _recorded(pack, before, "before"), _recorded(pack, after, "after"))


def render(document: Document, form: str = "text", since: Comparison | None = None) -> str:
    """A plan, a comparison or an explanation as `text`, `md`, `html`, `csv`, `ics` or `json`.

    Args:
        document: what `assess`, `compare`, `explain` or `what_if` gave.
        form: name of the format.
        since: for a plan, what moved since the wave before; it goes onto the first page.

    Raises:
        UsageError: there is no such format, or it is no text; `save` writes those.
    """
    if not workflow.has_letters(form):
        raise UsageError("form", "needs-file", f"{form} is no text.", "Write it into a file with `save`.")
    return workflow.rendered(document, form, since).decode("utf-8-sig")


def save(
    document: Document,
    to: str | Path,
    form: str | None = None,
    *,
    since: Comparison | None = None,
    force: bool = False,
) -> Path:
    """Write a file, whole or not at all, for its owner only; its path.

    Args:
        document: as in `render`.
        to: a file, whose ending says the format; or a folder, in which it is named `plan-2026-Q4.xlsx` or the like.
        form: `text`, `md`, `html`, `pdf`, `docx`, `xlsx`, `csv`, `ics` or `json`, where the ending does not say it.
        since: as in `render`.
        force: replace a file that is already there.

    Raises:
        UsageError: the format is not known or not installed, or the file cannot be written.
    """
    path = Path(to)
    name = form or workflow.format_of(path)
    content = workflow.rendered(document, name, since)
    if path.is_dir():
        path /= workflow.file_name(document, name)
    workflow.write_file(path, content, force)
    return path


def _day(answers: ResponseSet, as_of: dt.date | None) -> dt.date:
    return as_of or answers.as_of or dt.datetime.now().astimezone().date()


def _recorded(pack: Pack, answers: ResponseSet, place: str) -> workflow.Recorded:
    if answers.as_of is None:
        message, hint = "These answers do not say of which day they tell.", "Give them an `as_of`."
        raise UsageError(place, "no-day", message, hint)
    return workflow.Recorded(answers, pack.instrument.version, pack.hash)
