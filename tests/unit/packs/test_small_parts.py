"""Circles, chains, and how strange values are shown."""

from __future__ import annotations

from cbassess.packs.documents import dotted
from cbassess.packs.graphs import chain_lengths, circles
from cbassess.packs.quoting import nearest, plain, shown


def test_a_circle_is_named_once_and_in_order() -> None:
    assert circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}) == [("a", "b", "c", "a")]
    assert circles({"a": ["a"]}) == [("a", "a")]


def test_two_ways_to_the_same_name_are_no_circle() -> None:
    assert circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": [], "e": ["not there"]}) == []


def test_all_circles_that_share_nothing_are_found() -> None:
    assert circles({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}) == [("a", "b", "a"), ("c", "d", "c")]


def test_long_chains_need_no_recursion() -> None:
    chain = {str(n): [str(n + 1)] for n in range(100_000)}
    assert circles(chain) == []
    assert chain_lengths(chain)["0"] == 100_000


def test_chain_lengths_count_names() -> None:
    graph = {"a": ["b", "c"], "b": ["c"], "c": ["not there"]}
    assert chain_lengths(graph) == {"a": 3, "b": 2, "c": 1}


def test_values_are_shown_short_and_without_controls() -> None:
    assert shown("a\x1b[2J\u202e\n") == r"'a\x1b[2J\u202e\n'"
    assert shown("\ud800") == r"'\ud800'"
    assert len(shown("a" * 1_000)) == 62
    assert shown({"a": 1}) == "a table"
    assert shown([1]) == "a list"
    assert shown(True) == "true"
    assert shown(10**5_000) == "a very long number"
    assert plain("a\x9bb") == r"a\x9bb"


def test_the_nearest_name() -> None:
    assert nearest("mark_field", ["mark_filed", "mark_free"]) == "Did you mean 'mark_filed'?"
    assert nearest("zzz", ["a", "b"]) == "There is: a, b."
    assert nearest("zzz", [f"name_{n}" for n in range(13)]) == ""
    assert nearest("a" * 1_000_000, ["b"] * 1_000) == ""


def test_paths_are_written_as_in_toml() -> None:
    assert dotted(("items", 2, "options", 0, "text")) == "items[2].options[0].text"
    assert dotted(("achieves", "brand.mark_filed")) == 'achieves."brand.mark_filed"'
    assert dotted(("a\x1b",)) == r'"a\x1b"'
    assert dotted(()) == ""
