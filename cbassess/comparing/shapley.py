"""A movement, shared out among what brought it: the mean over the orders in which its parts could have come.

In each order a part is given what changes when it comes, so the shares of each order add up to the movement, and so do
their means. With up to five parts all orders are taken, which gives the Shapley value. With more, a fixed choice: the
given order and its reverse, each begun at as many places as there are parts, up to a limit. Every part then comes first
and last equally often, the sum stays exact, and the same movement always gets the same shares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations

Values = Mapping[str, float]
"""What is measured -> its value, such as trend -> readiness; what is not there cannot be told."""

ALL_ORDERS_UP_TO = 5
MOST_ORDERS = 24


def shares(parts: Sequence[str], value: Callable[[frozenset[str]], Values]) -> dict[str, dict[str, float]]:
    """What is measured -> part -> its share of the movement from no part to all of them.

    Args:
        parts: what brought the movement.
        value: the values when so many of the parts have come. What has no value on the way moves with the
            next part after which it has one; what has none at the start or the end is left out.
    """
    known: dict[frozenset[str], Values] = {}

    def valued(come: frozenset[str]) -> Values:
        if come not in known:
            known[come] = value(come)
        return known[come]

    start, end = valued(frozenset()), valued(frozenset(parts))
    orders = tuple(_orders(parts))
    return {name: _mean([_along(order, name, valued) for order in orders], parts) for name in start if name in end}


def _orders(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    if len(parts) <= ALL_ORDERS_UP_TO:
        yield from permutations(parts)
        return
    step = max(1, -(-2 * len(parts) // MOST_ORDERS))
    for start in range(0, len(parts), step):
        turned = (*parts[start:], *parts[:start])
        yield turned
        yield turned[::-1]


def _along(order: Sequence[str], name: str, valued: Callable[[frozenset[str]], Values]) -> dict[str, float]:
    """What each part moves when they come in this order."""
    come: frozenset[str] = frozenset()
    last = valued(come)[name]
    moved = {}
    for part in order:
        come |= {part}
        now = valued(come).get(name, last)
        moved[part] = now - last
        last = now
    return moved


def _mean(rows: Sequence[Mapping[str, float]], parts: Sequence[str]) -> dict[str, float]:
    return {part: sum(row[part] for row in rows) / len(rows) for part in parts}
