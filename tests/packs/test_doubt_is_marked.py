"""What is stale or not confirmed is marked wherever a plan shows it: reports, data, app, and in both languages."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from functools import cache

import pytest

from cbassess.model.assessment import Assessment
from cbassess.model.pack import Pack
from cbassess.model.plan import Step
from cbassess.packs.answers import answers_from_mapping
from cbassess.tui.texts.steps import step_detail
from cbassess.workflow import assess, open_pack, rendered
from tests.packs.vignettes_for_tests import VIGNETTES

# The handling fee was to be looked at again by 15 December; whether it has begun is not confirmed.
AS_OF = dt.date(2026, 12, 20)
DATE, SOURCE = "eu_handling_fee", "us-china-tariffs-2026"

# Words of doubt, of a date that was not looked at again.
MARKS = {"en": ("unconfirmed", "pastitscheck"), "zh-CN": ("尚未核实", "复核日期")}
READABLE = ("text", "md", "html")


@cache
def exporter(language: str) -> tuple[Pack, Assessment]:
    """The worked case of an exporter to the EU and the US, on that day."""
    pack, vignette = open_pack(language=language), VIGNETTES["exporter"]
    answers = answers_from_mapping({"seller": "S", **vignette.answers}, pack.instrument, "exporter")
    return pack, assess(pack, answers, AS_OF)


def step(assessment: Assessment, action: str) -> Step:
    (found,) = [step for step in assessment.plan if step.action == action]
    return found


def after(text: str, title: str) -> list[str]:
    """What stands behind each mention of a title, about two lines of it, without spaces, tags and fences."""

    def bare(words: str) -> str:
        return re.sub(r"\s+|<[^>]*>|\\", "", html.unescape(words))

    plain = bare(text)
    return [plain[match.end() : match.end() + 180] for match in re.finditer(re.escape(bare(title)), plain)]


def printed(assessment: Assessment, format_name: str) -> str:
    return rendered(assessment, format_name).decode("utf-8")


@pytest.mark.parametrize("format_name", READABLE)
@pytest.mark.parametrize("language", MARKS)
def test_in_every_report(format_name: str, language: str) -> None:
    pack, assessment = exporter(language)
    (fact,) = [fact for fact in pack.rulebook.calendar if fact.id == DATE]
    unconfirmed, stale = MARKS[language]
    report = printed(assessment, format_name)
    dated, cited = after(report, fact.title), after(report, pack.sources[SOURCE].title)
    assert dated
    assert cited
    assert all(unconfirmed in rest and stale in rest for rest in dated)
    assert all(unconfirmed in rest for rest in cited)


def test_in_the_data() -> None:
    _, assessment = exporter("en")
    plan = {step["action"]: step for step in json.loads(printed(assessment, "json"))["plan"]}
    dates = {date["id"]: date for date in plan["eu_parcel_route"]["dates"]}
    sources = {source["id"]: source for source in plan["us_landed_cost"]["sources"]}
    assert (dates[DATE]["confidence"], dates[DATE]["stale"]) == ("unconfirmed", True)
    assert (dates["eu_parcel_duty"]["confidence"], dates["eu_parcel_duty"]["stale"]) == ("high", False)
    assert sources[SOURCE]["confidence"] == "unconfirmed"


def test_in_the_app() -> None:
    pack, assessment = exporter("en")
    (fact,) = [fact for fact in pack.rulebook.calendar if fact.id == DATE]
    (rest,) = after(step_detail(step(assessment, "eu_parcel_route"), assessment, 80).plain, fact.title)
    assert rest.startswith("(unconfirmed:checkbeforeyourelyonit)(pastitscheckdate:lookitupagain)")
    (rest,) = after(step_detail(step(assessment, "us_landed_cost"), assessment, 80).plain, pack.sources[SOURCE].title)
    assert "(unconfirmed:checkbeforeyourelyonit)" in rest


@pytest.mark.parametrize("format_name", READABLE)
def test_what_is_sure_is_not_marked(format_name: str) -> None:
    """So that the tests above can fail."""
    pack, assessment = exporter("en")
    (fact,) = [fact for fact in pack.rulebook.calendar if fact.id == "cpsc_efiling_ftz"]
    found = after(printed(assessment, format_name), fact.title)
    assert found
    assert not any("unconfirmed" in rest[:30] or "pastitscheck" in rest[:60] for rest in found)
