"""A pack from the cache is the pack that was read, and an edited one is never missed."""

from __future__ import annotations

import datetime as dt
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from cbassess import cache, workflow
from cbassess.errors import PackError, UsageError
from cbassess.model.pack import Pack
from cbassess.packs import freezing, loading, opening
from cbassess.packs.places import shipped_pack
from cbassess.workflow import situating
from tests.packs_for_tests import TINY, tiny_pack, write_pack

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("CBASSESS_HOME", str(folder))
    return folder


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a pack comes from the cache or not at all."""

    def refuse(*_: object) -> Pack:
        raise AssertionError("the pack was read")

    monkeypatch.setattr(loading, "pack_on", refuse)


def all_of(pack: Pack) -> str:
    """Everything in a pack, the kinds of its values included."""
    return repr((pack.instrument, pack.rulebook, dict(pack.conditions), pack.hash, pack.language, dict(pack.files)))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_shipped_pack_from_the_cache_is_the_one_that_was_read(
    language: str, request: pytest.FixtureRequest
) -> None:
    read = loading.load_pack(shipped_pack(), language)
    first = opening.open_pack(shipped_pack(), language)
    request.getfixturevalue("no_reading")
    again = opening.open_pack(shipped_pack(), language)
    assert (again.instrument, again.rulebook, again.conditions) == (read.instrument, read.rulebook, read.conditions)
    assert all_of(again) == all_of(first) == all_of(read)


def test_an_assessment_has_the_same_bytes() -> None:
    def assessed() -> str:
        pack = workflow.open_pack()
        responses = workflow.read_answers(ROOT / "examples" / "both_sides.toml", pack)
        return workflow.render(workflow.assess(pack, responses, dt.date(2026, 11, 22)), "json")

    cold, warm = assessed(), assessed()
    assert warm == cold
    assert json.loads(warm)["plan"]


def test_languages_do_not_mix(home: Path) -> None:
    english, chinese = (opening.open_pack(shipped_pack(), language) for language in ("en", "zh-CN"))
    again = opening.open_pack(shipped_pack(), "en")
    assert again.instrument == english.instrument != chinese.instrument
    with pytest.raises(UsageError):
        opening.open_pack(shipped_pack(), "fr")


def test_an_edited_file_is_noticed_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    folder = tiny_pack(tmp_path)
    opening.open_pack(folder)
    file = folder / "questions/profile.toml"
    before, seen = file.read_bytes(), file.stat()
    file.write_bytes(before.replace(b"direction", b"directioN"))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert file.stat().st_size == seen.st_size
    assert any("directioN" in item.stem for item in opening.open_pack(folder).items.values())


def test_a_wrong_pack_is_told_each_time_and_never_kept(tmp_path: Path, home: Path) -> None:
    folder = write_pack(tmp_path, {**TINY, "rules/calendar.toml": "x = 1"})
    told = []
    for _ in range(2):
        with pytest.raises(PackError) as caught:
            opening.open_pack(folder)
        told.append(caught.value.problems)
    assert told[0] == told[1] != ()
    assert not (home / "cache").exists()


def test_a_linked_file_is_told_although_the_rest_is_in_the_cache(tmp_path: Path) -> None:
    folder = tiny_pack(tmp_path)
    opening.open_pack(folder)
    (folder / "rules/extra.toml").symlink_to("/etc/passwd")
    with pytest.raises(PackError):
        opening.open_pack(folder)


def test_a_kept_file_that_is_no_pack_is_read_anew(tmp_path: Path, home: Path) -> None:
    folder = tiny_pack(tmp_path)
    read = opening.open_pack(folder)
    for file in (home / "cache").iterdir():
        cache.keep(file.stem, b"no pack")
    assert all_of(opening.open_pack(folder)) == all_of(read)


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch evil",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps((Evil(), 1, {})),
        pickle.dumps(Path()),
        b"",
        pickle.dumps((1, 2)),
        pickle.dumps((1, 2, {})),
        pickle.dumps(int),
    ],
)
def test_bytes_that_are_no_pack_make_nothing(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert freezing.thawed(content) is None
    assert not (tmp_path / "evil").exists()


def test_compiled_conditions_come_from_the_cache_only_for_a_pack_as_it_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = workflow.open_pack()
    situating.ruling_of(pack)
    asked: list[str] = []
    find = cache.find
    monkeypatch.setattr(cache, "find", lambda key: asked.append(key) or find(key))
    monkeypatch.setattr(situating, "code_of", lambda _: pytest.fail("compiled anew"))
    again = workflow.open_pack()
    situating.ruling_of(again)
    assert len(asked) == 2
    monkeypatch.undo()
    text = next(iter(again.conditions))
    derived = replace(again, conditions={**again.conditions, f"{text} ": again.conditions[text]})
    monkeypatch.setattr(cache, "find", lambda _: pytest.fail("a derived pack asked the cache"))
    assert situating.ruling_of(derived).compiled.conditions == tuple(sorted(derived.conditions))


def test_many_processes_may_begin_at_once(home: Path) -> None:
    command = [sys.executable, "-m", "cbassess", "assess", str(ROOT / "examples/exporter.toml"), "--format", "json"]
    command += ["--as-of", "2026-11-22"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) for _ in range(3)]
    said = [one.communicate()[0] for one in running]
    assert [one.returncode for one in running] == [0, 0, 0]
    said.append(subprocess.check_output(command, cwd=ROOT))
    assert len(set(said)) == 1
    assert {file.suffix for file in (home / "cache").iterdir()} == {".kept"}
