"""A wave that follows another one: what is carried, confirmed and asked, and that each is known as such."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.model.history import Wave
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Said
from cbassess.workflow import Interview, Records
from tests.unit.workflow.conftest import ANSWERS, Q1, Q3, Q4, answers, at


def _two_waves(records: Records, pack: Pack, newer: Pack | None = None, **changes: object) -> Wave:
    records.import_answers(pack, answers(Q3, **changes), "Lamps", None, at(Q3))
    return records.start("Lamps", newer or pack, Q4, at(Q4))


def _interview(records: Records, pack: Pack, wave: Wave, day: dt.date = Q4) -> Interview:
    return records.interview(pack, wave, lambda: at(day))


def test_what_is_carried_keeps_its_day_and_is_never_shown_as_given(pack: Pack) -> None:
    with Records.open() as records:
        wave = _two_waves(records, pack)
        entries = {one.item: one for one in records.assessment(pack, wave).responses if one.origin}
        assert set(entries) == set(ANSWERS)
        assert {(one.origin, one.said_on, one.checked_on) for one in entries.values()} == {("carried", Q3, Q3)}


def test_an_answer_a_confirmation_and_what_is_carried_are_told_apart(pack: Pack) -> None:
    with Records.open() as records:
        interview = _interview(records, pack, _two_waves(records, pack))
        interview.confirm(["profile.channels"])
        interview.go_to("brand.mark_filed")
        interview.answer("home")
        said = records.recorded(interview.wave, pack).responses.said
        assert said["profile.channels"] == Said("confirmed", Q3, Q4)
        assert said["brand.mark_filed"] == Said("given", Q4, Q4)
        assert said["brand.own_brand"] == Said("carried", Q3, Q3)


def test_stale_and_unknown_answers_are_asked_and_the_rest_is_one_list(pack: Pack) -> None:
    with Records.open() as records:
        records.import_answers(pack, answers(Q3, brand__repeat_share=Missing.DONT_KNOW), "Lamps", None, at(Q3))
        wave = records.start("Lamps", pack, Q1, at(Q1))
        agenda = _interview(records, pack, wave).agenda
        assert [(one.item, one.standing) for one in agenda.asked] == [
            ("profile.channels", "stale"),
            ("brand.repeat_share", "unknown"),
        ]
        assert not agenda.still_true
        assert len(agenda.carried) == len(ANSWERS) - 2


def test_confirming_starts_the_shelf_life_again(pack: Pack) -> None:
    with Records.open() as records:
        interview = _interview(records, pack, _two_waves(records, pack))
        assert [one.item for one in interview.agenda.still_true] == ["profile.channels"]
        interview.confirm(["profile.channels"])
        assert not interview.agenda.still_true
        later = _interview(records, pack, records.start("Lamps", pack, Q1, at(Q1)))
        assert [one.item for one in later.agenda.still_true] == ["profile.channels"]
        assert later.said("profile.channels") == Said("carried", Q3, Q4)


def test_what_was_not_carried_is_remembered_for_the_seller_to_confirm(pack: Pack) -> None:
    with Records.open() as records:
        records.import_answers(pack, answers(Q3), "Lamps", None, at(Q3))
        records.start("Lamps", pack, Q4, at(Q4))
        interview = _interview(records, pack, records.start("Lamps", pack, dt.date(2027, 8, 20), at(Q4)))
        assert interview.response_to("profile.channels") is None
        known = interview.known("profile.channels")
        assert known is not None
        assert (known.response, known.said.on) == (("amazon", "own_site"), Q3)
        interview.confirm(["profile.channels"])
        assert interview.response_to("profile.channels") == ("amazon", "own_site")


def test_an_answer_that_was_taken_back_does_not_come_again(pack: Pack) -> None:
    with Records.open() as records:
        interview = _interview(records, pack, _two_waves(records, pack))
        interview.go_to("profile.trouble")
        interview.answer(None)
        third = _interview(records, pack, records.start("Lamps", pack, Q1, at(Q1)))
        assert third.known("profile.trouble") is None
        assert third.response_to("profile.trouble") is None


def test_newly_relevant_questions_are_asked_at_once(pack: Pack) -> None:
    with Records.open() as records:
        interview = _interview(records, pack, _two_waves(records, pack, profile__side="import"))
        interview.go_to("profile.side")
        interview.answer("both")
        asked = {one.item: one.standing for one in interview.agenda.asked}
        assert asked == {"brand.legal_seller": "new"}


def test_what_a_finished_step_changes_is_asked_again(pack: Pack) -> None:
    with Records.open() as records:
        records.import_answers(pack, answers(Q3), "Lamps", None, at(Q3))
        book = records.steps(pack, records.find_wave("Lamps"))
        book.finish("search_mark", Q3 + dt.timedelta(days=30), at(Q4))
        agenda = _interview(records, pack, records.start("Lamps", pack, Q4, at(Q4))).agenda
        assert [(one.item, one.standing) for one in agenda.asked] == [("brand.mark_filed", "worked")]


def test_only_what_is_asked_stands_in_the_way(pack: Pack) -> None:
    with Records.open() as records:
        records.import_answers(pack, answers(Q3), "Lamps", None, at(Q3))
        interview = _interview(records, pack, records.start("Lamps", pack, Q1, at(Q1)))
        assert interview.current is not None
        assert interview.current.id == "profile.channels"
        assert not interview.forward_asked()


def test_a_changed_pack_maps_names_and_options_and_asks_what_means_something_else(pack: Pack, newer: Pack) -> None:
    with Records.open() as records:
        wave = _two_waves(records, pack, newer, brand__mark_filed="home")
        interview = _interview(records, newer, wave)
        assert interview.response_to("brand.mark_filed") == "inland"
        agenda = interview.agenda
        assert [(one.item, one.standing) for one in agenda.asked] == [
            ("profile.next_show", "new"),
            ("brand.has_brand", "changed"),
        ]
        known = interview.known("brand.has_brand")
        assert known is not None
        assert known.response == "yes"
        with pytest.raises(KeyError):
            interview.confirm(["brand.has_brand"])
        standing = {one.item: one.standing for one in agenda.still_true}
        assert standing["brand.repeat_share"] == "reworded"


def test_the_history_is_backed_up_before_answers_meet_another_pack(pack: Pack, newer: Pack, home: Path) -> None:
    with Records.open() as records:
        _two_waves(records, pack)
        assert not (home / "backups").exists()
        records.start("Lamps", newer, Q1, at(Q1))
        assert [path.name for path in (home / "backups").iterdir()] == ["history-0001.sqlite3"]


def test_a_wave_in_hand_is_brought_up_and_keeps_retired_answers_for_ever(pack: Pack, newer: Pack, home: Path) -> None:
    with Records.open() as records:
        wave = records.import_answers(pack, answers(Q3, brand__mark_filed="home"), "Lamps", None, at(Q3))
        before = records.recorded(wave, pack)
        diff = records.pack_change(newer, wave)
        assert diff is not None
        assert [one.item for one in diff.of_fate("retired")] == ["profile.next_fair"]
        now, changed = records.to_answer(newer, wave, at(Q4))
        assert (now, changed.pack_hash, changed.pack_version) == (newer, newer.hash, "2.0.0")
        assert len(list((home / "backups").iterdir())) == 1
        assert records.recorded(changed, newer).responses.responses["brand.mark_filed"] == "inland"
        assert records.rescored(pack, changed).states["profile.next_fair"] == "answered"
        again = records.recorded(changed, newer)
        assert again.responses.said["brand.mark_filed"] == Said.given(Q3)
        assert before.pack is pack
        assert records.to_answer(newer, changed, at(Q4)) == (newer, changed)


def test_an_earlier_wave_is_opened_under_its_own_pack(pack: Pack, newer: Pack) -> None:
    with Records.open() as records:
        _two_waves(records, pack, newer)
        first, second = records.waves("Lamps")
        own, wave = records.to_answer(newer, first, at(Q4))
        assert (own.hash, wave) == (pack.hash, first)
        assert records.to_answer(newer, second, at(Q4)) == (newer, second)


def test_an_old_pack_is_at_hand_when_its_folder_is_gone(pack: Pack, newer: Pack) -> None:
    with Records.open() as records:
        _two_waves(records, pack, newer)
    with Records.open() as records:
        kept = records.shelf.find(pack.hash, newer)
        assert kept is not None
        assert kept is not pack
        assert (kept.hash, kept.items) == (pack.hash, pack.items)
        assert records.shelf.named(pack.hash[:8]).hash == pack.hash
        assert records.shelf.find("0" * 64, newer) is None


def test_any_wave_is_scored_under_any_pack_at_hand(pack: Pack, newer: Pack) -> None:
    with Records.open() as records:
        _two_waves(records, pack, newer, brand__mark_filed="home")
        first, second = records.waves("Lamps")
        old, new = (records.rescored(one, first).trends[0].readiness for one in (pack, newer))
        assert old.exact
        assert new.exact
        assert old != new
        interview = _interview(records, newer, second)
        interview.go_to("brand.has_brand")
        interview.answer("yes")
        assert records.rescored(pack, second).trends[0].readiness == old


def test_the_rules_and_the_answers_are_told_apart(pack: Pack, newer: Pack) -> None:
    with Records.open() as records:
        wave = _two_waves(records, pack, newer)
        interview = _interview(records, newer, wave)
        interview.go_to("brand.has_brand")
        interview.answer("yes")
        interview.go_to("brand.mark_filed")
        interview.answer("top_three")
        comparison = records.compare(newer, *records.waves("Lamps"))
        trend = comparison.trends[0]
        assert trend.split is not None
        assert trend.seen_before is not None
        assert trend.seen_after is not None
        assert trend.split.total == pytest.approx(trend.seen_after.value - trend.seen_before.value)
        assert trend.split.answers > 0
        assert trend.split.rules < 0
        assert comparison.compatibility == pytest.approx(8 / 11)
        assert [one.after for one in comparison.items if one.item == "profile.next_fair"] == ["no longer asked"]


def test_the_course_draws_no_zero_where_a_trend_did_not_concern_the_seller(pack: Pack) -> None:
    with Records.open() as records:
        for day, side in ((Q3, "import"), (Q4, "both"), (Q1, "export")):
            records.import_answers(pack, answers(day, profile__side=side), "Lamps", None, at(day))
        course = records.course(pack, "Lamps")
        exports, imports = course.trends
        assert [point.readiness is None for point in exports.points] == [True, False, False]
        assert [point.readiness is None for point in imports.points] == [False, False, True]
        assert course.shared == 1
        assert [stamp.wave for stamp in course.waves] == ["2026-Q3", "2026-Q4", "2027-Q1"]
