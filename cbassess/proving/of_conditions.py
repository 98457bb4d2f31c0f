"""Each condition can hold and can fail where it counts."""

from __future__ import annotations

from collections.abc import Iterator

from cbassess.model.proof import Place
from cbassess.model.rulebook import Action, Trend
from cbassess.proving.formulas import Formula, all_of, any_of, none_of
from cbassess.proving.gaps import accepted_cells
from cbassess.proving.sellers import Sellers
from cbassess.proving.statements import Statement

KIND = "conditions that can hold and can fail where they count"


def statements(sellers: Sellers) -> Iterator[Statement]:
    """All conditions of the pack, each with its gate: who is asked it at all."""
    pack = sellers.pack
    for row in pack.instrument.contradictions:
        place = Place(("contradiction", row.when), ("when",))
        yield from _both(sellers, place, row.when, sellers.finished, "for a seller who answered everything")
    for item in pack.items.values():
        if item.ask_when is not None:
            yield from _both(sellers, Place(("item", item.id), ("ask_when",)), item.ask_when, sellers.coherent, "")
    for fact in pack.rulebook.facts:
        yield from _both(sellers, Place(("fact", fact.id), ("when",)), fact.when, sellers.coherent, "")
    for trend in pack.rulebook.trends:
        yield from _of_trend(sellers, trend)
    for action in pack.rulebook.actions:
        yield from _of_action(sellers, action)
    yield from _of_dates(sellers)
    yield from _of_accepted_gaps(sellers)


def _of_trend(sellers: Sellers, trend: Trend) -> Iterator[Statement]:
    owner = ("trend", trend.id)
    yield from _both(sellers, Place(owner, ("applies_when",)), trend.applies_when, sellers.coherent, "")
    gate = all_of(sellers.coherent, sellers.holds(trend.applies_when))
    for index, signal in enumerate(trend.signals):
        place = Place(owner, ("signals", index, "when"))
        yield _can_hold(sellers, place, signal.when, gate, "while the trend applies")
        if signal.when != trend.applies_when:  # said on purpose: a part of the relevance that everybody has
            yield _can_fail(sellers, place, signal.when, gate, "while the trend applies")


def _of_action(sellers: Sellers, action: Action) -> Iterator[Statement]:
    owner = ("action", action.id)
    if action.applies_when is not None:
        yield from _both(sellers, Place(owner, ("applies_when",)), action.applies_when, sellers.coherent, "")
    fires = all_of(sellers.coherent, sellers.judged.fires[action.id])
    for index, against in enumerate(action.contraindications):
        place = Place(owner, ("contraindications", index, "when"))
        yield from _both(sellers, place, against.when, fires, "while the action would help")
    earlier: list[Formula] = []
    for index, lift in enumerate(action.band_when):
        place = Place(owner, ("band_when", index, "when"))
        gate = all_of(fires, none_of(*earlier))
        where = "while the action would help" + (" and no earlier line decides the band" if earlier else "")
        yield from _both(sellers, place, lift.when, gate, where)
        earlier.append(sellers.holds(lift.when))


def _of_dates(sellers: Sellers) -> Iterator[Statement]:
    for fact in sellers.pack.rulebook.calendar:
        naming = [
            sellers.judged.fires[action.id] for action in sellers.pack.actions.values() if fact.id in action.dates
        ]
        if fact.when is not None:
            gate = all_of(sellers.coherent, any_of(*naming)) if naming else sellers.coherent
            where = "while a step that names the date would help" if naming else ""
            yield from _both(sellers, Place(("date", fact.id), ("when",)), fact.when, gate, where)


def _of_accepted_gaps(sellers: Sellers) -> Iterator[Statement]:
    for index, gap in enumerate(sellers.pack.rulebook.accepted_gaps):
        if gap.when is not None:
            below = any_of(sellers.stands_at(gap.item, *accepted_cells(sellers, gap)), sellers.doubts(gap.item))
            place = Place(("accepted_gap", str(index)), ("when",))
            yield from _both(sellers, place, gap.when, all_of(sellers.coherent, below), "for whom the gap is")


def _both(sellers: Sellers, place: Place, text: str, gate: Formula, where: str) -> Iterator[Statement]:
    yield _can_hold(sellers, place, text, gate, where)
    yield _can_fail(sellers, place, text, gate, where)


def _can_hold(sellers: Sellers, place: Place, text: str, gate: Formula, where: str) -> Statement:
    message = " ".join(f"The condition never holds {where}".split()) + "."
    seller = all_of(gate, sellers.holds(text))
    return Statement(KIND, "never-holds-here", place, message, _about(place), seller, somebody=True)


def _can_fail(sellers: Sellers, place: Place, text: str, gate: Formula, where: str) -> Statement:
    message = " ".join(f"The condition never fails {where}".split()) + "."
    seller = all_of(gate, sellers.fails(text))
    return Statement(KIND, "always-holds-here", place, message, _about(place), seller, somebody=True)


def _about(place: Place) -> str:
    return ".".join(str(part) for part in (place.owner[1], *place.below))
