"""The plan as a table to work in: status and owner to fill in, filters, and colours that follow."""

from __future__ import annotations

from cbassess.export.report import AssessmentReport, StepReport
from cbassess.export.step_outline import added, dated, gains, sources
from cbassess.export.work_outline import todo
from cbassess.export.work_report import STATUSES
from cbassess.export.workbook import Cell, Look, Workbook
from cbassess.model.rulebook import Cost
from cbassess.model.work import Status
from cbassess.words import Words, phrase

# Head -> width. What is worked with stands first and is what is printed.
COLUMNS: tuple[tuple[str, float], ...] = (
    (phrase("No."), 6),
    (phrase("Step"), 40),
    (phrase("Status"), 12),
    (phrase("Owner"), 12),
    (phrase("Start"), 11.5),
    (phrase("Due"), 11.5),
    (phrase("Hours, least"), 8),
    (phrase("Hours, most"), 8),
    (phrase("Money, least"), 10),
    (phrase("Money, most"), 10),
    (phrase("Currency"), 9),
    (phrase("What to do"), 76),
    (phrase("Proof"), 36),
    (phrase("Note"), 24),
    (phrase("Since"), 11.5),
    (phrase("Due in the plan"), 11.5),
    (phrase("Start by"), 11.5),
    (phrase("Band"), 20),
    (phrase("Weeks, least"), 9),
    (phrase("Weeks, most"), 9),
    (phrase("Why"), 60),
    (phrase("Why for you"), 90),
    (phrase("First do"), 36),
    (phrase("Why then"), 44),
    (phrase("Adds"), 60),
    (phrase("Gain"), 60),
    (phrase("Dates"), 90),
    (phrase("Sources"), 90),
)
_HEADS = [head for head, _ in COLUMNS]
_STATUS, _DUE, _NOTE = (_HEADS.index(head) for head in ("Status", "Due", "Note"))


def plan_sheet(book: Workbook, report: AssessmentReport, words: Words) -> None:
    """Write the sheet; none where nothing is advised."""
    if not report.steps:
        return
    sheet = book.sheet(words("Plan"), [width for _, width in COLUMNS])
    rows = [_row(step, words) for step in report.steps]
    status = {name: words(title) for name, title in STATUSES.items()}
    first, last = sheet.table([words(head) for head in _HEADS], rows, "Plan", _looks(sheet.next + 2, status))
    choices = {"validate": "list", "source": [*status.values()], "error_message": words(", ").join(status.values())}
    sheet.page.data_validation(first, _STATUS, last, _STATUS, choices)
    sheet.page.freeze_panes(1, 2)
    sheet.page.repeat_rows(0)
    sheet.page.print_area(0, 0, last, _NOTE)


def _row(step: StepReport, words: Words) -> list[Cell]:
    return [
        step.rank,
        step.title,
        step.work.status_title,
        step.work.owner,
        step.start,
        step.due,
        *step.hours,
        *_money(step.cost, words),
        tuple(f"{place}. {text}" for place, text in enumerate(todo(step, words), start=1)),
        step.proof,
        (*filter(None, (step.work.reason, step.work.note, step.work.doubt)),),
        step.work.since,
        step.work.planned_due,
        step.latest_start,
        step.band,
        *step.weeks,
        step.why,
        (*filter(None, (step.band_because,)), *step.because),
        step.first,
        step.placed_because,
        added(step.adds, words),
        gains(step.gain, words),
        tuple(dated(date, words) for date in step.dates),
        sources(step, words),
    ]


def _money(cost: Cost, words: Words) -> tuple[Cell, Cell, Cell]:
    return cost.min, cost.max, words.currency(cost.currency)


def _looks(row: int, status: dict[Status, str]) -> list[Look]:
    """Done rows step back, late days and work under way stand out; `row` as spreadsheets count."""
    done, dropped, doing = (f'$C{row}="{status[name]}"' for name in ("done", "dropped", "doing"))
    return [
        (f"=OR({done},{dropped})", {"font_color": "#8A98A5", "font_strikeout": True}),
        (f"=AND(COLUMN()={_DUE + 1},$F{row}<TODAY())", {"bg_color": "#FBE3C8", "font_color": "#8A4B08"}),
        (f"=AND(COLUMN()={_STATUS + 1},{doing})", {"bg_color": "#DDF1EE"}),
    ]
