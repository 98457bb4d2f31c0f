"""What the seller does about the plan, in the forms that programs act on: calendar and workbook."""

from __future__ import annotations

import io

import openpyxl
from msgspec.structs import replace

from cbassess.export.formats import render, rendered
from cbassess.model.assessment import Assessment
from tests.documents_for_tests import WORK, assessment
from tests.unit.export.readers import entries


def calendar(document: Assessment) -> dict[tuple[str, str], dict[str, str]]:
    """Kind and title -> entry; the title without its number."""
    found = entries(rendered(document, "ics"))
    return {(kind, entry["SUMMARY"].lstrip("0123456789. ")): entry for kind, entry in found}


def with_work(**changes: object) -> Assessment:
    """The same with other things noted about the first step."""
    return replace(assessment(), work=(replace(WORK[0], **changes), *WORK[1:]))


def test_a_calendar_knows_what_is_done_and_how_far_the_rest_is() -> None:
    found = calendar(assessment())
    done = found["VTODO", "Search your name and file it at home"]
    assert (done["STATUS"], done["PERCENT-COMPLETE"], done["COMPLETED"][:8]) == ("COMPLETED", "100", "20261202")
    doing = found["VTODO", "File your mark in your biggest market"]
    assert (doing["STATUS"], doing["PERCENT-COMPLETE"], doing["DUE"]) == ("IN-PROCESS", "50", "20270115")
    assert "Owner: Li Na" in doing["DESCRIPTION"]
    given_up = found["VTODO", "Put your papers in order"]
    assert given_up["STATUS"] == "CANCELLED"
    assert "DUE" not in given_up
    assert found["VEVENT", "Given up: Put your papers in order"]["STATUS"] == "CANCELLED"


def test_each_entry_about_a_step_makes_a_later_version_of_its_task_and_the_same_task() -> None:
    key = ("VTODO", "Search your name and file it at home")
    before, after = (calendar(with_work(entries=count))[key] for count in (5, 6))
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


def test_the_workbook_shows_the_status_among_those_to_choose_from() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(assessment(), "xlsx")))["Plan"]
    (rule,) = sheet.data_validations.dataValidation
    choices = rule.formula1.strip('"').split(",")
    status, owner = [cell.value for cell in sheet["C"]], [cell.value for cell in sheet["D"]]
    assert status == ["Status", "Done", "Under way"]
    assert owner == ["Owner", "Wang Wei", "Li Na"]
    assert set(status[1:]) <= set(choices)


def test_steps_that_left_the_plan_have_a_sheet_of_their_own() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(assessment(), "xlsx")))["Earlier steps"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows == [
        (
            "Put your papers in order",
            "Given up (2026-11-30): The broker does it.",
            None,
            "Ask in spring.",
            "clear_papers",
        )
    ]


def test_a_file_of_answers_says_nothing_of_work() -> None:
    shown = render(replace(assessment(), work=()), "text")
    assert "Status:" not in shown
    assert "What is done" not in shown
    assert "Work on the plan" not in shown


def test_when_nothing_is_left_to_do_the_first_page_says_so() -> None:
    over = tuple(replace(one, status="done") for one in WORK)
    shown = render(replace(assessment(), work=over), "text")
    assert "All steps are done or given up." in shown.split("What is uncertain")[0]
