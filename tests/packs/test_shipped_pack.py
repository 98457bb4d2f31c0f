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
    assert len(pack.items) >= 90
    assert len(pack.actions) >= 120
    assert len(pack.rulebook.calendar) >= 20
    assert all(trend.actions and trend.indicators and trend.signals for trend in pack.rulebook.trends)


def test_translations_are_held_against_their_originals() -> None:
    """Without the notes an outdated translation would go unseen."""
    for part in ("questions", "rules"):
        assert (shipped_pack() / part / "zh-CN" / "originals.toml").is_file()


def test_what_no_action_brings_says_what_moves_it() -> None:
    """By how much in a quarter, but for what an office or only time decides; what is accepted for some is enough."""
    by_time = {"markets.brand_there", "ip_compliance.ip_trouble"}
    for gap in load_pack(shipped_pack()).rulebook.accepted_gaps:
        if gap.when is None:
            assert gap.moved_by, gap.item
            assert (gap.per_quarter is None) == (gap.item in by_time), gap.item


def test_every_weight_and_every_season_has_its_reason() -> None:
    rulebook = load_pack(shipped_pack()).rulebook
    assert all(row.because for trend in rulebook.trends for row in (*trend.indicators, *trend.signals))
    seasons = [fact for fact in rulebook.calendar if fact.also]
    assert {fact.id for fact in seasons} == {"spring_festival_closing", "shopping_618", "singles_day", "black_friday"}
    assert all(fact.if_late and fact.sources for fact in seasons)


def test_every_declared_language_loads() -> None:
    for language in load_pack(shipped_pack()).instrument.languages:
        assert load_pack(shipped_pack(), language).language == language
