"""The plan is near the best possible, measured against an exact solver (a hundred sellers here, a thousand by hand)."""

from __future__ import annotations

from benchmarks import optimum


def test_the_first_quarter_is_near_the_optimum_of_its_model() -> None:
    figures = optimum.run(rounds=100)
    assert figures["bands that did not fit whole"] > 100
    assert figures["plan / optimum, median"] >= 0.99
    assert figures["plan / optimum, worst"] >= 0.95


def test_going_down_the_list_would_not_do() -> None:
    """The yardstick tells good from bad: without the search the worst seller gets less than half."""
    assert optimum.run(rounds=100)["without search / optimum in a heap, worst"] < 0.5
