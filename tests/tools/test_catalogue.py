"""Every marked text is translated, nothing else is in the catalogue, and the compiled form is current."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tools import catalogue

PATHS = catalogue.catalogues()
IDS = [path.parts[-3] for path in PATHS]


def messages(path: Path) -> Iterator[Message]:
    return (message for message in catalogue.read(path) if message.id)


def fields(text: str) -> set[tuple[str | None, str | None]]:
    return {(name, shape) for _, name, shape, _ in Formatter().parse(text) if name is not None}


def variants(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a text; one, which is empty, where there is none."""
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def test_there_is_a_chinese_catalogue() -> None:
    assert "zh_CN" in IDS
    assert len(catalogue.collected()) > 100


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_it_has_every_marked_text_and_no_other(path: Path) -> None:
    assert {message.id for message in messages(path)} == set(catalogue.collected()), "run `make generate`"


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_every_text_is_translated_and_none_is_a_guess(path: Path) -> None:
    untranslated = [message.id for message in messages(path) if not all(variants(message.string))]
    assert not untranslated
    assert not [message.id for message in messages(path) if message.fuzzy]
    assert not catalogue.read(path).obsolete


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_a_translation_has_the_fields_of_its_text(path: Path) -> None:
    for message in messages(path):
        for translation in variants(message.string):
            assert fields(translation) == fields(variants(message.id)[-1]), message.id


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_both_forms_are_current(path: Path) -> None:
    assert path.read_bytes() == catalogue.updated(path), "run `make generate`"
    assert path.with_suffix(".mo").read_bytes() == catalogue.compiled(path), "run `make generate`"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('words("a {b}").format(b=1)', ["a {b}"]),
        ('self._words("a")', ["a"]),
        ('words_in(pack.language)("a")', ["a"]),
        ('A = phrase("a" "b")', ["ab"]),
        ('A = {1: phrase("b"), 2: phrase("a")}', ["b", "a"]),
        ("f\"{words('a')}\"", ["a"]),
        ('words.plural("{} day", "{} days", 2)', [("{} day", "{} days")]),
        ("words(A); words(A[1]); words(a(1)); words_in(language)", []),
        ('say("a"); "words"', []),
    ],
)
def test_what_is_a_mark(source: str, found: list[catalogue.Key]) -> None:
    assert list(catalogue.marked(source)) == found


@pytest.mark.parametrize(
    "source", ['words(f"a {b}")', 'words("a" + b)', "phrase(a)", 'words("a %s" % b)', "words(a.b)"]
)
def test_a_text_put_together_at_run_time_is_refused(source: str) -> None:
    with pytest.raises(catalogue.UnreadableMark):
        list(catalogue.marked(source))
