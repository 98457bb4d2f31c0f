"""Answering a wave: route, saving, going back, resuming."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cbassess.errors import StoreError, UsageError
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing
from cbassess.store.history import History
from cbassess.store.home import data_folder
from cbassess.workflow import Interview, Records, evaluate, open_pack, review
from tests.packs_for_tests import tiny_pack

DAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 20, 0, tzinfo=dt.UTC)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "home"))
    return open_pack(tiny_pack(tmp_path))


def _ids(interview: Interview) -> list[str]:
    return [item.id for item in interview.route]


def test_the_route_follows_the_answers(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        assert interview.current is not None
        assert interview.current.id == "profile.side"
        assert "brand.own_brand" not in _ids(interview)
        interview.answer("export")
        assert "brand.own_brand" in _ids(interview)
        assert "brand.legal_seller" not in _ids(interview)


def test_forward_and_back_skip_what_does_not_apply(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("import")
        interview.go_to("profile.trouble")
        assert interview.forward()
        assert interview.current is not None
        assert interview.current.id == "brand.legal_seller"
        assert interview.back()
        assert interview.current.id == "profile.trouble"
        interview.go_to("profile.side")
        assert not interview.back()


def test_an_answer_is_there_after_opening_again_at_the_same_place(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("both")
        interview.forward()
        interview.answer(("amazon",))
        interview.forward()
    with Records.open() as records:
        interview = records.interview(pack, records.find_wave("Lamps"))
        assert interview.responses.responses == {"profile.side": "both", "profile.channels": ("amazon",)}
        assert interview.current is not None
        assert interview.current.id == "profile.hours_per_week"


def test_an_answer_off_the_route_is_kept_and_counts_again_later(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("export")
        interview.go_to("brand.own_brand")
        interview.answer("yes")
        interview.go_to("profile.side")
        interview.answer("import")
        assert evaluate(pack, interview.responses, DAY).set_aside == ("brand.own_brand",)
        interview.answer("export")
        assert interview.evaluation.states["brand.own_brand"] == "answered"


def test_taking_an_answer_back(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer(Missing.DONT_KNOW)
        assert interview.progress[0].answered == 1
        interview.answer(None)
        assert interview.progress[0].answered == 0
        assert interview.first_open() == interview.current


def test_the_end_is_reached_and_left_again(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        while interview.forward():
            pass
        assert interview.current is None
        assert interview.back()
        assert interview.current == interview.route[-1]


def test_jumping_to_an_item_that_does_not_apply_is_refused(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        with pytest.raises(KeyError):
            interview.go_to("brand.own_brand")


def test_a_second_wave_starts_from_the_last_answers_under_its_own_label(pack: Pack) -> None:
    with Records.open() as records:
        first = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        first.answer("export")
        second = records.start("Lamps", pack, DAY, NOW)
        assert (first.wave.label, second.label) == ("2026-Q4", "2026-Q4-2")
        interview = records.interview(pack, second)
        assert interview.responses.responses == {"profile.side": "export"}
        interview.go_to("profile.side")
        interview.answer("both")
        assert records.recorded(first.wave, pack).responses.responses == {"profile.side": "export"}
        assert records.start("Lamps", pack, dt.date(2027, 2, 1), NOW).label == "2027-Q1"


def test_an_unknown_seller_or_wave_names_those_that_there_are(pack: Pack) -> None:
    with Records.open() as records:
        records.start("Lamps", pack, DAY, NOW)
        with pytest.raises(UsageError, match="Lamps"):
            records.waves("Lampen")
        with pytest.raises(UsageError, match="2026-Q4"):
            records.find_wave("Lamps", "2025-Q1")


def test_what_could_not_be_saved_is_saved_with_the_next_answer(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full.")

    with Records.open() as records:
        wave = records.start("Lamps", pack, DAY, NOW)
        interview = records.interview(pack, wave)
        with monkeypatch.context() as broken:
            broken.setattr(History, "save_answers", full)
            interview.answer("export")
            interview.forward()
            assert (interview.trouble, interview.unsaved) == ("The disk is full.", ("profile.side",))
            assert interview.response_to("profile.side") == "export"
            interview.retry()
            assert interview.unsaved == ("profile.side",)
        assert records.recorded(wave, pack).responses.responses == {}
        interview.answer(("amazon",))
        assert (interview.trouble, interview.unsaved) == ("", ())
        assert dict(records.recorded(wave, pack).responses.responses) == {
            "profile.side": "export",
            "profile.channels": ("amazon",),
        }


def both_windows(records: Records, pack: Pack) -> tuple[Interview, Interview]:
    wave = records.start("Lamps", pack, DAY, NOW)
    return records.interview(pack, wave), records.interview(pack, wave)


def test_an_answer_that_was_not_seen_is_never_written_over(pack: Pack) -> None:
    with Records.open() as records:
        one, other = both_windows(records, pack)
        one.answer("import")
        other.answer("export")
        assert (other.overtaken, other.trouble, other.unsaved) == (("profile.side",), "", ())
        assert other.response_to("profile.side") == "import"
        assert "brand.legal_seller" in _ids(other)
        assert records.recorded(one.wave, pack).responses.responses == {"profile.side": "import"}
        other.answer("export")
        assert other.overtaken == ()
        assert records.recorded(one.wave, pack).responses.responses == {"profile.side": "export"}


def test_answers_to_other_items_are_taken_over_and_told(pack: Pack) -> None:
    with Records.open() as records:
        one, other = both_windows(records, pack)
        one.answer("import")
        other.go_to("profile.channels")
        other.answer(("amazon",))
        assert (other.overtaken, other.trouble) == (("profile.side",), "")
        assert dict(other.responses.responses) == {"profile.side": "import", "profile.channels": ("amazon",)}
        assert records.recorded(one.wave, pack).responses == other.responses
        one.answer("both")
        assert one.overtaken == ("profile.channels",)


def test_the_same_answer_in_both_windows_is_no_news(pack: Pack) -> None:
    with Records.open() as records:
        one, other = both_windows(records, pack)
        one.answer("import")
        other.answer("import")
        assert (other.overtaken, other.unsaved, other.trouble) == ((), (), "")


def test_an_answer_taken_back_in_another_window_is_news(pack: Pack) -> None:
    with Records.open() as records:
        one, other = both_windows(records, pack)
        one.answer("import")
        other.answer("import")
        one.answer(None)
        other.answer("export")
        assert other.overtaken == ("profile.side",)
        assert other.response_to("profile.side") is None


def test_an_item_that_another_window_took_off_the_route_is_left(pack: Pack) -> None:
    with Records.open() as records:
        one, other = both_windows(records, pack)
        one.answer("export")
        other.answer("export")
        other.go_to("brand.own_brand")
        one.answer("import")
        other.answer("yes")
        assert other.overtaken == ("profile.side",)
        assert other.current is not None
        assert other.current.id in _ids(other)


def test_what_failed_here_and_was_answered_there_is_told_and_the_rest_is_saved(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("The disk is full.")

    with Records.open() as records:
        one, other = both_windows(records, pack)
        with monkeypatch.context() as broken:
            broken.setattr(History, "save_answers", full)
            other.answer("export")
            other.forward()
            other.answer(("amazon",))
        one.answer("both")
        other.retry()
        assert (other.overtaken, other.unsaved, other.trouble) == (("profile.side",), (), "")
        assert dict(records.recorded(one.wave, pack).responses.responses) == {
            "profile.side": "both",
            "profile.channels": ("amazon",),
        }


def test_undo_goes_back_several_steps_and_only_adds_to_the_history(pack: Pack) -> None:
    with Records.open() as records:
        wave = records.start("Lamps", pack, DAY, NOW)
        interview = records.interview(pack, wave)
        interview.answer("import")
        interview.answer("export")
        interview.forward()
        interview.answer(("amazon",))
        assert interview.undo() == ("profile.channels",)
        assert interview.response_to("profile.channels") is None
        assert interview.undo() == ("profile.side",)
        assert interview.current is not None
        assert interview.current.id == "profile.side"
        assert interview.response_to("profile.side") == "import"
        assert interview.undo() == ("profile.side",)
        assert not interview.can_undo
        assert interview.undo() == ()
        assert records.recorded(wave, pack).responses.responses == {}
        with History.open(data_folder()) as history:
            assert history.last_answered(wave.id) == 6


def test_undo_brings_back_the_note_and_where_the_answer_came_from(pack: Pack) -> None:
    with Records.open() as records:
        first = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        first.answer("export")
        first.write_note("profile.side", "ask Wang")
        second = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        second.go_to("profile.side")
        second.answer("import")
        second.write_note("profile.side", "")
        second.undo()
        assert second.note("profile.side") == "ask Wang"
        second.undo()
        said = second.said("profile.side")
        assert said is not None
        assert (second.response_to("profile.side"), said.origin) == ("export", "carried")


def test_undo_never_brings_back_what_another_window_has_changed_since(pack: Pack) -> None:
    with Records.open() as records:
        wave = records.start("Lamps", pack, DAY, NOW)
        here = records.interview(pack, wave)
        here.answer("import")
        there = records.interview(pack, wave)
        there.go_to("profile.side")
        there.answer("both")
        here.go_to("profile.hours_per_week")
        here.answer(4.0)
        assert here.undo() == ("profile.hours_per_week",)
        assert here.undo() == ()
        assert here.response_to("profile.side") == "both"


def test_a_note_stays_with_the_answer_and_goes_along_into_the_next_wave(pack: Pack) -> None:
    with Records.open() as records:
        wave = records.start("Lamps", pack, DAY, NOW)
        interview = records.interview(pack, wave)
        interview.write_note("profile.side", "  ask Wang\x1b[2J\non Monday \ud800")
        interview.answer("export")
        interview.answer(None)
        interview.write_note("profile.budget", "ask the bank")
        again = records.interview(pack, wave)
        assert again.note("profile.side") == "ask Wang\ufffd[2J\non Monday \ufffd"
        assert again.response_to("profile.side") is None
        following = records.interview(pack, records.start("Lamps", pack, dt.date(2027, 2, 20), NOW))
        assert following.note("profile.budget") == "ask the bank"
        following.write_note("profile.budget", "")
        assert following.note("profile.budget") == ""
        assert records.interview(pack, wave).note("profile.budget") == "ask the bank"


def test_another_window_s_note_is_not_written_over(pack: Pack) -> None:
    with Records.open() as records:
        wave = records.start("Lamps", pack, DAY, NOW)
        here, there = records.interview(pack, wave), records.interview(pack, wave)
        there.write_note("profile.side", "theirs")
        here.answer("import")
        assert here.overtaken == ("profile.side",)
        assert here.note("profile.side") == "theirs"


def test_going_back_and_off_the_route_blanks_no_later_answer(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("export")
        interview.go_to("brand.own_brand")
        interview.answer("yes")
        interview.go_to("profile.side")
        interview.answer("import")
        assert "brand.own_brand" not in _ids(interview)
        interview.answer("both")
        assert interview.response_to("brand.own_brand") == "yes"


def test_time_left_falls_with_each_answer_and_is_nothing_at_the_end(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("import")
        left = [interview.seconds_left]
        while interview.forward():
            interview.answer(Missing.DECLINED)
            left.append(interview.seconds_left)
        assert left == sorted(left, reverse=True)
        assert len(set(left)) == len(left)
        assert left[-1] == 0


def test_the_review_has_every_item_and_tells_what_is_set_aside(pack: Pack) -> None:
    with Records.open() as records:
        interview = records.interview(pack, records.start("Lamps", pack, DAY, NOW))
        interview.answer("export")
        interview.go_to("brand.own_brand")
        interview.answer("yes")
        interview.write_note("brand.own_brand", "since 2020")
        interview.go_to("profile.side")
        interview.answer("import")
        profile, brand = review(interview)
        assert [one.item.id for section in (profile, brand) for one in section.entries] == list(pack.items)
        assert (profile.answered, profile.asked) == (1, 5)
        entry = next(one for one in brand.entries if one.item.id == "brand.own_brand")
        assert entry.set_aside
        assert (entry.response, entry.note) == ("yes", "since 2020")
        assert [one.item.id for one in brand.entries if one.set_aside] == ["brand.own_brand"]
