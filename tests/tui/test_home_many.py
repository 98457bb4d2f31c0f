"""The first screen of an adviser with many sellers."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from cbassess.model.responses import ResponseSet
from cbassess.tui.desk import Desk
from cbassess.tui.screens.home import HomeScreen
from cbassess.tui.screens.upgrade import UpgradeScreen
from cbassess.workflow import Backups, open_pack, quarter_of, read_answers
from tests.packs_for_tests import TINY, tiny_pack, write_pack
from tests.tui.running import DAY, NEXT_QUARTER, SIZES, Calendar, comes, flat, opened, press, seen, type_text

EXPORTER = Path(__file__).parents[2] / "examples" / "exporter.toml"
NAMES = ("Lumen Trading", "深圳市明灯贸易有限公司", "Café Ünal", "Nordwind", "Hafen & Co")


def add(desk: Desk, name: str, day: dt.date = DAY, **answers: object) -> None:
    given = answers or {"profile.side": "export"}
    responses = ResponseSet(name, {key.replace("__", "."): value for key, value in given.items()}, "", day)  # type: ignore[misc]
    desk.records.import_answers(desk.pack, responses, name, quarter_of(day), desk.now())


@pytest.fixture
def many(desk: Desk) -> Desk:
    for number, name in enumerate(NAMES):
        add(desk, name, DAY - dt.timedelta(days=number))
    return desk


def listed(pilot) -> list[str]:  # type: ignore[no-untyped-def]
    return [name for line in seen(pilot).splitlines() for name in NAMES if name in line and "2026" in line]


async def test_the_newest_stands_first_with_one_line_each(many: Desk) -> None:
    async with opened(many) as pilot:
        await comes(pilot, "5 sellers")
        assert listed(pilot) == list(NAMES)


@pytest.mark.parametrize(("typed", "found"), [("LUM", NAMES[:1]), ("明灯", NAMES[1:2]), ("unal", NAMES[2:3])])
async def test_a_few_letters_narrow_the_list(many: Desk, typed: str, found: tuple[str, ...]) -> None:
    async with opened(many) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, typed)
        await press(pilot)
        assert listed(pilot) == list(found)
        assert "1 of 5" in seen(pilot)
        await press(pilot, "enter", "escape")
        assert len(listed(pilot)) == 5


async def test_letters_typed_in_a_burst_all_go_into_the_field(many: Desk) -> None:
    async with opened(many) as pilot:
        await pilot.press("slash", *"nor")
        await press(pilot)
        assert listed(pilot) == ["Nordwind"]
        await press(pilot, "enter", "enter")
        assert "Nordwind   2026-Q4" in seen(pilot)


async def test_who_is_not_there_is_said_and_escape_shows_all_again(many: Desk) -> None:
    async with opened(many) as pilot:
        await press(pilot, "slash", *"xyz")
        assert "No seller of that name." in seen(pilot)
        await press(pilot, "escape")
        assert len(listed(pilot)) == 5


async def test_space_opens_the_earlier_quarters_of_one_seller(many: Desk) -> None:
    add(many, "Nordwind", dt.date(2026, 8, 1))
    async with opened(many) as pilot:
        assert "2026-Q3" not in seen(pilot)
        await press(pilot, "down", "down", "down", "space")
        assert "2026-Q3" in seen(pilot)
        await press(pilot, "space")
        assert "2026-Q3" not in seen(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_late_steps_and_a_new_quarter_are_seen_at_the_start(
    real_desk: Desk, calendar: Calendar, size: tuple[int, int]
) -> None:
    answers = read_answers(EXPORTER, real_desk.pack)
    wave = real_desk.records.import_answers(real_desk.pack, answers, "Lumen", "2026-Q4", real_desk.now())
    assert answers.as_of is not None
    calendar.day = answers.as_of + dt.timedelta(days=100)
    late = real_desk.records.steps(real_desk.pack, wave).overdue(calendar.day)
    async with opened(real_desk, size) as pilot:
        await comes(pilot, f"{len(late)} late")
        told = seen(pilot)
        if size[1] > 16:
            assert "new quarter" in told
            assert "2027-Q1 has begun" in flat(pilot)
            assert late[0].title[:12] in told


async def test_a_seller_gets_another_name(many: Desk) -> None:
    async with opened(many) as pilot:
        await press(pilot, "m", "enter")
        await type_text(pilot, "Lumen & Co")
        await press(pilot, "enter")
        assert "Lumen Trading is now called Lumen & Co." in flat(pilot)
        await press(pilot, "m", "enter")
        await type_text(pilot, "Nordwind")
        await press(pilot, "enter")
        assert "There is a seller of this name already" in flat(pilot)
    assert {seller.name for seller in many.records.sellers()} == {"Lumen & Co", *NAMES[1:]}


async def test_the_archive_is_hidden_until_it_is_asked_for(many: Desk) -> None:
    async with opened(many) as pilot:
        await press(pilot, "m", "down", "enter")
        assert "Lumen Trading is in the archive now." in flat(pilot)
        assert listed(pilot) == list(NAMES[1:])
        await press(pilot, "a")
        assert listed(pilot) == list(NAMES)
        assert "(archived) Lumen Trading" in seen(pilot)
        await press(pilot, "home", "m", "down", "enter")
        assert "Lumen Trading is in the list again." in flat(pilot)
    assert len(many.records.sellers()) == 5


async def test_deleting_is_asked_twice_and_can_be_undone(many: Desk) -> None:
    async with opened(many) as pilot:
        await press(pilot, "m", "down", "down", "down", "enter")
        assert "Delete Lumen Trading with 1 quarter and every answer?" in flat(pilot)
        await press(pilot, "enter")
        assert len(many.records.sellers()) == 5
        await press(pilot, "y")
        await type_text(pilot, "Lumen")
        await press(pilot, "enter")
        assert "That is not its name." in flat(pilot)
        await type_text(pilot, "Lumen Trading")
        await press(pilot, "enter")
        assert "Lumen Trading is deleted. It can be brought back with: cbassess restore" in flat(pilot)
        assert listed(pilot) == list(NAMES[1:])
    (backup,) = (Path(many.records._history.path).parent / "backups").glob("deleted-*.json")
    many.backups.restore(backup)
    assert {seller.name for seller in many.records.sellers()} == set(NAMES)


async def test_escape_deletes_nothing(many: Desk) -> None:
    async with opened(many) as pilot:
        await press(pilot, "m", "down", "down", "down", "enter", "y", "escape")
        assert len(listed(pilot)) == 5


async def test_one_seller_is_handed_over_without_the_others(many: Desk, tmp_path: Path) -> None:
    async with opened(many) as pilot:
        await press(pilot, "m", "down", "down", "enter", "enter")
        file = tmp_path / f"cbassess-seller-{DAY}.json"
        assert "It holds every answer" in flat(pilot)
        assert str(file.name) in flat(pilot).replace(" ", "")
        text = file.read_text(encoding="utf-8")
        assert "Lumen Trading" in text
        assert "Nordwind" not in text
        await press(pilot, "m", "down", "down", "enter", "enter")
        assert "There is a file of this name." in flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_b_backs_up_everything(many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(many) as pilot:
        await press(pilot, "b", "enter")
        assert "Written:" in flat(pilot)
    file = tmp_path / f"cbassess-backup-{DAY}.json"
    assert json.loads(file.read_text(encoding="utf-8"))
    monkeypatch.setenv("CBASSESS_HOME", str(tmp_path / "elsewhere"))
    with Backups.open(many.now) as elsewhere:
        assert elsewhere.restore(file).sellers == 5


@pytest.fixture
def changed(many: Desk, tmp_path: Path) -> Desk:
    """The same history under a pack whose brand question says the same in other words."""
    files = dict(TINY)
    brand = "questions/brand.toml"
    files[brand] = files[brand].replace("Where is your main trade mark filed?", "Where did you file your main mark?")
    assert files[brand] != TINY[brand]
    return replace(many, pack=open_pack(write_pack(tmp_path / "changed", files)))


@pytest.mark.parametrize("key", ["enter", "w"])
async def test_changed_questions_are_shown_before_anything_is_written(
    changed: Desk, calendar: Calendar, key: str
) -> None:
    calendar.day = NEXT_QUARTER
    before = changed.records.waves()
    async with opened(changed) as pilot:
        await press(pilot, "home", key)
        assert isinstance(pilot.app.screen, UpgradeScreen)
        assert "The questions have changed" in seen(pilot)
        assert "In other words, same meaning: your answers count on" in seen(pilot)
        assert "Where did you file your main mark?" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert changed.records.waves() == before
        assert changed.backups.newest() is None
        await press(pilot, key, "u")
        assert "A copy of the history was made first:" in flat(pilot)
        assert changed.backups.newest() is not None
        assert "Lumen Trading   20" in seen(pilot)
    hashes = {wave.pack_hash for wave in changed.records.waves("Lumen Trading")}
    assert changed.pack.hash in hashes


async def test_a_pack_that_is_not_at_hand_is_said_and_the_answers_are_kept(
    many: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(many, pack=open_pack(tiny_pack(tmp_path / "same")))
    assert other.pack.hash == many.pack.hash
    monkeypatch.setattr(type(many.records), "pack_change", lambda *_, **__: None)
    files = {**TINY, "questions/brand.toml": TINY["questions/brand.toml"].replace("main trade mark", "main mark")}
    other = replace(many, pack=open_pack(write_pack(tmp_path / "other", files)))
    async with opened(other) as pilot:
        await press(pilot, "enter")
        assert "are not at hand" in flat(pilot)
