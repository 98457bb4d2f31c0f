"""Every figure of the document follows from others that stand in it, over random packs and sellers."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from hypothesis import given

from cbassess.model.pack import Pack
from cbassess.model.quarters import quarter_ends, quarter_of
from cbassess.model.responses import Response, ResponseSet
from cbassess.workflow import assess
from tests.strategies import DAY, packs_and_responses

Case = tuple[Pack, dict[str, Response]]
cases = packs_and_responses()


def _document(case: Case) -> dict[str, Any]:
    """As JSON has it: plain values only."""
    return assess(case[0], ResponseSet("Seller", case[1]), DAY).model_dump(mode="json", by_alias=True)


@given(cases)
def test_readiness_follows_from_the_shares_of_its_indicators(case: Case) -> None:
    for trend in _document(case)["trends"]:
        rows = trend["indicators"]
        for figure in ("relevance", "readiness"):
            assert math.isclose(trend[figure]["value"], (trend[figure]["low"] + trend[figure]["high"]) / 2)
        if rows:
            assert math.isclose(sum(row["share"] for row in rows), 100.0)
            for end in ("low", "high"):
                assert math.isclose(trend["readiness"][end], sum(row["share"] * row[end] for row in rows), abs_tol=1e-9)


@given(cases)
def test_the_counts_follow_from_the_responses(case: Case) -> None:
    document = _document(case)
    states = [entry["state"] for entry in document["responses"]]
    asked = [state for state in states if state not in ("off_route", "waiting")]
    assert document["asked"] == len(asked)
    assert document["answered"] == sum(state != "open" for state in asked)
    assert document["complete"] == (not {"open", "waiting"} & set(states))


@given(cases)
def test_the_figures_of_a_step_follow_from_each_other(case: Case) -> None:
    document = _document(case)
    due = {step["action"]: step["due"] for step in document["plan"]}
    assert [step["rank"] for step in document["plan"]] == list(range(1, len(due) + 1))
    for step in document["plan"]:
        figures = step["priority"]
        worth = figures["gain"] + figures["unlocks"] + figures["time_criticality"]
        assert math.isclose(figures["gain"], sum(step["gain"].values()), abs_tol=1e-9)
        assert math.isclose(figures["effort_hours"], sum(step["effort_hours"]) / 2)
        assert math.isclose(figures["wsjf"], worth / max(figures["effort_hours"], 0.5), abs_tol=1e-9)
        start = dt.date.fromisoformat(step["start"])
        assert step["quarter"] == quarter_of(start)
        assert step["due"] >= (start + dt.timedelta(weeks=step["lead_weeks"][1])).isoformat()
        assert all(due[need] <= step["start"] for need in step["waits_for"])
        for date in step["dates"]:
            assert date["in_time"] == (None if date["start_by"] is None else step["start"] <= date["start_by"])


@given(cases)
def test_the_forecast_follows_from_what_the_steps_add(case: Case) -> None:
    document = _document(case)
    today = {trend["id"]: trend["readiness"] for trend in document["trends"] if trend["applies"] is not False}
    for point, end in zip(document["forecast"], quarter_ends(DAY, len(document["forecast"])), strict=True):
        assert point["quarter"] == quarter_of(end)
        assert set(point["readiness"]) == set(today)
        for trend, readiness in point["readiness"].items():
            added = sum(step["adds"].get(trend, 0.0) for step in document["plan"] if step["due"] <= end.isoformat())
            assert math.isclose(readiness, round(today[trend]["value"], 1) + added, abs_tol=1e-9)
            low, high = point["range"][trend]
            assert abs(readiness - (low + high) / 2) <= 0.1 + 1e-9
