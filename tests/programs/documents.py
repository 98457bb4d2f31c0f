"""A real plan that was worked for a month, with a wave before it, in both languages, in every format, in a folder."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.workflow import Recorded, assess, compare, ending, open_pack, read_answers, rendered
from tests.work_for_tests import noted, worked

EXAMPLE = Path(__file__).parents[2] / "examples" / "both_sides.toml"
LANGUAGES = ("en", "zh-CN")
NAMES = {"en": "Hangzhou linen and skin care", "zh-CN": "杭州家纺与护肤"}


@lru_cache
def documents(language: str) -> tuple[Assessment, Comparison]:
    """The assessment, and how it compares with a quarter before in which less was done."""
    pack = open_pack(None, language)
    answers = replace(read_answers(EXAMPLE, pack), seller=NAMES[language])
    assert answers.as_of is not None
    weaker = answers.with_responses({"brand.mark_filed": "nowhere", "markets.us_ready": "neither"})
    before = replace(weaker, wave="2026-Q3", as_of=dt.date(2026, 8, 20))
    recorded = [Recorded(one, pack.instrument.version, pack.hash) for one in (before, answers)]
    plan = assess(pack, answers, answers.as_of)
    return worked(plan, pack), compare(pack, recorded[0], replace(recorded[1], work=noted(plan)))


def write(folder: Path, form: str, language: str) -> tuple[Path, Path]:
    """The plan and the comparison as files."""
    assessment, comparison = documents(language)
    plan, change = (folder / f"{kind}.{language}{ending(form)}" for kind in ("plan", "change"))
    plan.write_bytes(rendered(assessment, form, comparison))
    change.write_bytes(rendered(comparison, form))
    return plan, change
