"""The shipped pack loads, and nothing is wrong with its content."""

from __future__ import annotations

import datetime as dt

from cbassess.packs.checking import check_pack
from cbassess.packs.loading import load_pack
from cbassess.packs.places import shipped_pack

# The day for which the calendar was last gone through: a clock that runs on must not break a build.
LOOKED_AT = dt.date(2026, 11, 22)


def test_it_has_no_problem() -> None:
    assert [str(problem) for problem in check_pack(shipped_pack(), LOOKED_AT)] == []


def test_it_is_all_there() -> None:
    pack = load_pack(shipped_pack())
    assert len(pack.instrument.sections) == 7
    assert len(pack.rulebook.trends) == 7
    assert len(pack.items) > 60
    assert len(pack.actions) > 55
    assert len(pack.rulebook.calendar) >= 20
    assert all(trend.actions and trend.indicators and trend.signals for trend in pack.rulebook.trends)


def test_every_declared_language_loads() -> None:
    for language in load_pack(shipped_pack()).instrument.languages:
        assert load_pack(shipped_pack(), language).language == language
