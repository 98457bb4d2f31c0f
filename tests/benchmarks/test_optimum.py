"""The plan is near the best possible, by an exact solver (two hundred sellers here, a thousand by hand)."""

from __future__ import annotations

import pytest

from benchmarks import optimum


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return optimum.run(rounds=200)


def test_the_first_quarter_is_near_the_optimum_of_its_model(figures: dict[str, float]) -> None:
    assert figures["bands that did not fit whole"] > 200
    assert figures["band / optimum, median"] >= 0.99
    assert figures["band / optimum, worst"] >= 0.95
    assert figures["plan / optimum, median"] >= 0.99
    assert figures["plan / optimum, worst"] >= 0.95


def test_going_down_the_list_would_not_do(figures: dict[str, float]) -> None:
    """The yardstick tells good from bad: without the search the worst seller gets less than half."""
    assert figures["without search / optimum in a heap, worst"] < 0.5
