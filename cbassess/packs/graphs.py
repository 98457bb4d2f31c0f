"""Circles and long chains among things that name each other, such as facts and actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def circles(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """One circle for each start from which the search first meets one: `(a, b, a)`.

    Names that are no key of `graph` lead nowhere. Walks without recursion, because the length of a
    chain is the author's choice.
    """
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in graph:
        trail: dict[str, None] = {}  # in the order of the way here, and quick to look into
        ahead: list[tuple[str, bool]] = [(start, False)]
        while ahead:
            name, leaving = ahead.pop()
            if leaving:
                del trail[name]
                done.add(name)
            elif name in trail:
                way = list(trail)
                found.append((*way[way.index(name) :], name))
            elif name not in done and name in graph:
                trail[name] = None
                ahead.append((name, True))
                ahead += [(after, False) for after in graph[name]]
    return found


def chain_lengths(graph: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Name -> number of names on the longest chain that starts there. The graph must have no circle."""
    lengths: dict[str, int] = {}
    for start in graph:
        ahead = [start]
        while ahead:
            name = ahead[-1]
            after = [other for other in graph[name] if other in graph]
            open_ones = [other for other in after if other not in lengths]
            if open_ones:
                ahead += open_ones
                continue
            lengths[name] = 1 + max((lengths[other] for other in after), default=0)
            ahead.pop()
    return lengths
