"""Answers as another instrument reads them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbassess.carrying.translating import Reading, read_under, responses_under
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from tests.strategies import packs_and_responses
from tests.unit.carrying.items import item


def _read(new: Item, response: Response, old: Item | None = None, given_to: str = "") -> Reading | None:
    source = {old.id: old} if old else None
    return read_under({new.id: new}, {given_to or (old.id if old else new.id): response}, source).get(new.id)


@given(packs_and_responses())
def test_under_its_own_instrument_an_answer_stays_as_it_is(case: tuple[Pack, dict[str, Response]]) -> None:
    pack, responses = case
    assert responses_under(pack.items, responses, pack.items) == responses
    assert responses_under(pack.items, responses) == responses


@given(st.sampled_from(["low", "mid", "high"]), st.sampled_from(["scale", "choice"]))
def test_a_renamed_item_and_its_options_are_found_forward_and_backward(answer: str, kind: str) -> None:
    old = item("a.old", kind)
    new = item("a.new", kind, "weak<low mid<x strong<high", replaces=("a.old",))
    there = responses_under({"a.new": new}, {"a.old": answer}, {"a.old": old})
    assert there == {"a.new": {"low": "weak", "mid": "mid", "high": "strong"}[answer]}
    assert responses_under({"a.old": old}, there, {"a.new": new}) == {"a.old": answer}


def test_an_answer_from_two_versions_ago_finds_its_way() -> None:
    new = item("a.third", replaces=("a.second", "a.first"))
    assert _read(new, "mid", given_to="a.first") == Reading("mid", "a.first")


@pytest.mark.parametrize(
    ("new", "old", "response"),
    [
        (item("a.b", options="low high"), item("a.b"), "mid"),
        (item("a.b", "text"), item("a.b"), "mid"),
        (item("a.b", "choice"), item("a.b"), "mid"),
        (item("a.b", "number", max=10.0), item("a.b", "number"), 11.0),
        (item("a.b", "number", whole=True), item("a.b", "number"), 1.5),
        (item("a.b", "number"), None, "mid"),
        (item("a.b", "number"), None, True),
        (item("a.b", "date"), None, "2026-01-01"),
        (item("a.b", "multi"), None, "mid"),
        (item("a.b"), None, ("mid",)),
        (item("a.b"), None, Missing.OFF_ROUTE),
    ],
)
def test_what_says_nothing_there_is_left_out(new: Item, old: Item | None, response: Response) -> None:
    assert _read(new, response, old) is None


@pytest.mark.parametrize(
    ("kind", "response"),
    [("number", 0.0), ("date", dt.date(2026, 1, 1)), ("text", "words"), ("scale", Missing.DONT_KNOW)],
)
def test_what_fits_is_kept(kind: str, response: Response) -> None:
    assert _read(item("a.b", kind), response) == Reading(response, "a.b")


def test_of_several_options_those_that_are_left_are_read_and_the_loss_is_known() -> None:
    new = item("a.b", "multi", "low top<high")
    assert _read(new, ("low", "high"), item("a.b", "multi")) == Reading(("low", "top"), "a.b")
    assert _read(new, ("low", "mid"), item("a.b", "multi")) == Reading(("low",), "a.b", whole=False)
    assert _read(new, ("mid",), item("a.b", "multi")) is None


def test_an_option_that_stands_for_two_is_not_guessed_backward() -> None:
    old = item("a.b", options="low mid high")
    new = Item.model_validate(
        {
            **item("a.b").model_dump(),
            "options": [{"id": "weak", "text": "w", "replaces": ["low", "mid"]}, {"id": "high", "text": "h"}],
        }
    )
    assert responses_under({"a.b": new}, {"a.b": "mid"}, {"a.b": old}) == {"a.b": "weak"}
    assert responses_under({"a.b": old}, {"a.b": "weak"}, {"a.b": new}) == {}


@given(packs_and_responses())
def test_nothing_is_read_that_the_target_could_not_have_been_answered(case: tuple[Pack, dict[str, Response]]) -> None:
    """Whatever was given to items of the same names, the engine can judge what comes out."""
    pack, responses = case
    target = {name: item(name, "scale", "a c") for name in pack.items}
    for response in responses_under(target, responses, pack.items).values():
        assert response in ("a", "c") or isinstance(response, Missing)
