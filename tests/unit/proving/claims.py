"""What a counterexample claims, put to the engine: the solver is not asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from cbassess.engine.evaluating import evaluate
from cbassess.engine.firing import at_least
from cbassess.engine.situation import Ruling, Situation, situate
from cbassess.engine.standing import value_of
from cbassess.model.evaluation import Evaluation
from cbassess.model.pack import Pack
from cbassess.model.proof import Finding
from cbassess.model.responses import Missing, Response, Value
from cbassess.model.rulebook import Action
from cbassess.packs.answers import read_answers

AS_OF = dt.date(2026, 11, 22)


class Seller:
    """The seller of an answers file, as the engine sees them."""

    def __init__(self, pack: Pack, responses: dict[str, Response]) -> None:
        self.pack = pack
        self.ruling = Ruling(pack)
        self.situation: Situation = situate(self.ruling, responses, AS_OF)
        self.found: Evaluation = evaluate(self.situation)
        self.helping = {one.action for one in self.found.fired if one.needed_by is None}
        self.held_back = {one.action for one in self.found.not_now}
        self.pending = set(self.found.pending)

    def worth(self, item: str) -> float:
        """What the answer counts, from 0 to 1; a "don't know" is the weakest."""
        response = self.situation.responses[item]
        if response is Missing.DONT_KNOW:
            return 0.0
        assert not isinstance(response, Missing)
        return value_of(self.ruling.indicators[item], self.pack.items[item], response)

    def lifters(self, item: str) -> set[str]:
        """Actions that achieve more on the item than what is answered."""
        return set(self._lifters(item))

    def _lifters(self, item: str) -> Iterator[str]:
        indicator = self.ruling.indicators[item]
        for action in self.pack.rulebook.actions:
            if item in action.achieves:
                target = _value(action, item)
                if value_of(indicator, self.pack.items[item], target) > self.worth(item):
                    yield action.id


def _value(action: Action, item: str) -> Value:
    target = action.achieves[item]
    return target if isinstance(target, str) else float(target)


def no_way_up(seller: Seller, finding: Finding) -> None:
    item = finding.place.owner[2]
    assert seller.worth(item) <= 0.5
    assert seller.lifters(item).isdisjoint(seller.helping | seller.held_back | seller.pending)


def way_held_back(seller: Seller, finding: Finding) -> None:
    ways = seller.lifters(finding.place.owner[2])
    assert ways.isdisjoint(seller.helping | seller.pending)
    assert ways & seller.held_back
    assert finding.message.endswith(f": {', '.join(a for a in seller.pack.actions if a in ways & seller.held_back)}.")


def way_waits(seller: Seller, finding: Finding) -> None:
    ways = seller.lifters(finding.place.owner[2])
    assert ways.isdisjoint(seller.helping)
    assert ways & seller.pending


def chain_ends(seller: Seller, finding: Finding) -> None:
    item = finding.place.owner[2]
    assert not seller.helping
    assert seller.worth(item) < 1.0
    assert seller.lifters(item).isdisjoint(seller.held_back | seller.pending)


def chain_held_back(seller: Seller, finding: Finding) -> None:
    assert not seller.helping
    way_held_back(seller, finding)


def chain_waits(seller: Seller, finding: Finding) -> None:
    assert not seller.helping
    way_waits(seller, finding)


def step_lowers(seller: Seller, finding: Finding) -> None:
    action, item = finding.place.owner[1], str(finding.place.below[1])
    target = _value(seller.pack.actions[action], item)
    assert action in seller.helping
    assert value_of(seller.ruling.indicators[item], seller.pack.items[item], target) <= seller.worth(item)
    assert seller.situation.responses[item] != target


def advice_contradicts(seller: Seller, finding: Finding) -> None:
    action = seller.pack.actions[finding.place.owner[1]]
    assert action.id in seller.helping
    done = dict(seller.situation.responses)
    for item, target in action.achieves.items():
        now = done.get(item, Missing.NOT_REACHED)
        missed = isinstance(now, Missing) or not at_least(item, now, target, seller.ruling)
        if seller.situation.states[item] != "off_route" and missed:
            done[item] = _value(action, item)
    told = Seller(seller.pack, done).found.contradictions
    assert any(finding.message.endswith(because) for because in told)


CLAIMS: dict[str, Callable[[Seller, Finding], None]] = {
    "no-way-up": no_way_up,
    "way-held-back": way_held_back,
    "way-waits": way_waits,
    "chain-ends": chain_ends,
    "chain-held-back": chain_held_back,
    "chain-waits": chain_waits,
    "step-lowers": step_lowers,
    "advice-contradicts": advice_contradicts,
}


def hold_to_its_word(pack: Pack, finding: Finding, text: str, folder: Path) -> None:
    """Read the file as `assess` does; AssertionError where the engine does not find what is claimed."""
    file = folder / "answers.toml"
    file.write_text(text, encoding="utf-8")
    read = read_answers(file, pack.instrument)
    assert read.as_of == AS_OF
    seller = Seller(pack, dict(read.responses))
    assert seller.found.contradictions == ()
    assert seller.found.set_aside == ()
    assert {"open", "waiting"}.isdisjoint(seller.found.states.values())
    if finding.place.owner[0] == "indicator":
        item = finding.place.owner[2]
        trends = [trend for trend in seller.found.trends if any(row.item == item for row in trend.indicators)]
        assert any(trend.applies and trend.relevance.low > 0 for trend in trends)
    CLAIMS[finding.code](seller, finding)
