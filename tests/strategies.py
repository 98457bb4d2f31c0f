"""Random packs, sellers and days for property tests.

Packs are made as a writer would make them: conditions are text in the language, parsed by the real
parser. Skip logic looks only at items of the section `who`, which are never indicators, so that a
better answer cannot change which indicators there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cbassess.model.expressions import Expression
from cbassess.model.instrument import Instrument, Item, Option, Section
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from cbassess.model.rulebook import (
    Action,
    Band,
    BandLift,
    Contraindication,
    Cost,
    DatedFact,
    Fact,
    Indicator,
    Level,
    PlanRules,
    Policy,
    Rates,
    Rulebook,
    Signal,
    TimeCriticality,
    Trend,
)
from cbassess.packs.conditions import Scope, parse_condition

DAY = dt.date(2026, 11, 22)
BANDS = ("emergency", "unlawful_now", "protect", "improve", "expand")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
OPTIONS = ("a", "b", "c", "d")

days = st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
weights = st.integers(1, 5).map(float)


def _item(item_id: str, kind: str, ask_when: str | None = None) -> Item:
    options = tuple(Option(id=o, text=f"Option {o}") for o in OPTIONS) if kind in ("scale", "choice", "multi") else ()
    bounds = {"min": 0.0, "max": 100.0, "unit": "units"} if kind == "number" else {}
    return Item(
        id=item_id, kind=kind, stem=f"{item_id}?", why="w", how="h", ask_when=ask_when, options=options, **bounds
    )


def atoms(item: Item) -> SearchStrategy[str]:
    """Comparisons of one item, as text."""
    signs = st.sampled_from(COMPARISONS)
    option = st.sampled_from(OPTIONS)
    number = st.integers(0, 100)
    answered = st.just(f"answered({item.id})")
    match item.kind:
        case "scale":
            compared = st.builds(lambda s, o: f'{item.id} {s} "{o}"', signs, option)
            listed = st.lists(option, min_size=1, max_size=3).map(lambda o: f"{item.id} in {o!r}")
            return compared | listed | answered
        case "choice":
            return st.builds(lambda s, o: f'{item.id} {s} "{o}"', st.sampled_from(("==", "!=")), option) | answered
        case "multi":
            inside = option.map(lambda o: f'"{o}" in {item.id}')
            several = st.builds(lambda a, b: f'has_any({item.id}, "{a}", "{b}")', option, option)
            return inside | several | st.builds(lambda s, n: f"count({item.id}) {s} {n}", signs, st.integers(0, 4))
        case "number":
            return st.builds(lambda s, n: f"{item.id} {s} {n}", signs, number) | answered
        case "date":
            return st.builds(lambda s, n: f"days_until({item.id}) {s} {n}", signs, st.integers(-400, 400))
        case _:
            return answered


def conditions(items: list[Item], facts: tuple[str, ...] = ()) -> SearchStrategy[str]:
    """Conditions over the items and facts, as text."""
    base: SearchStrategy[str] = st.sampled_from(items).flatmap(atoms)
    if facts:
        base = base | st.sampled_from(facts)
    return st.recursive(
        base,
        lambda inner: (
            st.builds(lambda a, b, op: f"({a} {op} {b})", inner, inner, st.sampled_from(("and", "or")))
            | inner.map(lambda one: f"(not {one})")
        ),
        max_leaves=5,
    )


def responses_to(item: Item) -> SearchStrategy[Response]:
    """Answers to an item, and the reasons not to give one."""
    values: Mapping[str, SearchStrategy[Response]] = {
        "scale": st.sampled_from(OPTIONS),
        "choice": st.sampled_from(OPTIONS),
        "multi": st.sets(st.sampled_from(OPTIONS), min_size=1).map(lambda s: tuple(sorted(s))),
        "number": st.integers(0, 100).map(float),
        "date": days,
        "text": st.just("words"),
    }
    return values[item.kind] | st.sampled_from((Missing.DONT_KNOW, Missing.DECLINED))


@st.composite
def packs(draw: DrawFn) -> Pack:
    """A pack with random skip logic, facts, trends and actions."""
    who = [_item(f"who.{kind}", kind) for kind in ("choice", "scale", "multi", "number", "date", "text")]
    who += [_item("who.hours", "number"), _item("who.budget", "number")]
    facts = tuple(
        Fact(id=f"fact_{n}", when=draw(conditions(who, tuple(f"fact_{m}" for m in range(n)))), phrase="p")
        for n in range(draw(st.integers(0, 2)))
    )
    names = tuple(fact.id for fact in facts)
    asked = [
        _item(f"how.{n}".replace(".", ".item_"), "scale", draw(st.none() | conditions(who, names)))
        for n in range(draw(st.integers(2, 5)))
    ]
    instrument = Instrument(
        title="Random",
        version="1.0.0",
        languages=("en",),
        sections=(
            Section(id="who", title="Who", intro="i", items=tuple(who)),
            Section(id="how", title="How", intro="i", items=tuple(asked)),
        ),
    )
    everywhere = conditions([*who, *asked], names)
    rulebook = draw(_rulebooks(asked, facts, everywhere))
    return Pack(instrument, rulebook, _trees(instrument, rulebook), hash="0" * 64)


@st.composite
def _rulebooks(draw: DrawFn, asked: list[Item], facts: tuple[Fact, ...], condition: SearchStrategy[str]) -> Rulebook:
    trends = []
    names: list[str] = []
    for n in range(draw(st.integers(1, 3))):
        actions = draw(_actions(f"trend_{n}", asked, condition, names))
        names += [action.id for action in actions]
        trends.append(
            Trend(
                id=f"trend_{n}",
                title="Trend",
                direction="export",
                summary="s",
                why="w",
                applies_when=draw(condition),
                signals=tuple(
                    Signal(when=draw(condition), weight=draw(weights), because="b")
                    for _ in range(draw(st.integers(1, 3)))
                ),
                indicators=tuple(
                    Indicator(item=item.id, weight=draw(weights))
                    for item in draw(st.lists(st.sampled_from(asked), min_size=1, unique_by=lambda one: one.id))
                ),
                actions=actions,
            )
        )
    return Rulebook(
        title="Random",
        version="1.0.0",
        policy=Policy(dont_know=draw(st.sampled_from(("weakest", "unknown")))),
        plan=PlanRules(
            hours_per_week="who.hours",
            budget="who.budget",
            budget_months=6,
            currency="CNY",
            quarters=4,
            default_hours=4,
            few_hours=6,
            steps_with_few_hours=2,
            steps_at_once=3,
            blocking_bands=("emergency", "unlawful_now"),
            expansion_bands=("expand",),
            least_cost_bands=("emergency", "unlawful_now"),
        ),
        time_criticality=TimeCriticality(horizon_days=180, points=10),
        rates=Rates(base="CNY", as_of=DAY, note="n", per_unit={"USD": 7.0}),
        bands=tuple(Band(id=band, title=band, meaning="m") for band in BANDS),
        levels=tuple(Level(id=f"level_{n}", title="t", from_=float(n), meaning="m") for n in (0, 40, 80)),
        facts=facts,
        trends=tuple(trends),
        sources=(),
        calendar=(
            DatedFact(
                id="some-day",
                title="t",
                from_=draw(days),
                confidence=draw(st.sampled_from(("high", "unconfirmed"))),
                stale_after=DAY,
                when=draw(st.none() | condition),
                note="n",
            ),
        ),
    )


@st.composite
def _actions(
    draw: DrawFn, trend: str, asked: list[Item], condition: SearchStrategy[str], earlier: list[str]
) -> tuple[Action, ...]:
    actions: list[Action] = []
    for n in range(draw(st.integers(1, 4))):
        known = [*earlier, *(action.id for action in actions)]
        targets = draw(st.lists(st.sampled_from(asked), min_size=1, max_size=2, unique_by=lambda one: one.id))
        effort = draw(st.integers(0, 60))
        cost = draw(st.integers(0, 60))
        actions.append(
            Action(
                id=f"{trend}_action_{n}",
                trend=trend,
                title=f"Do {n}",
                why="w",
                steps=("one", "two"),
                achieves={item.id: draw(st.sampled_from(OPTIONS[1:])) for item in targets},
                applies_when=draw(st.none() | condition),
                contraindications=tuple(
                    Contraindication(when=draw(condition), because="b") for _ in range(draw(st.integers(0, 1)))
                ),
                requires=tuple(draw(st.lists(st.sampled_from(known), max_size=2, unique=True))) if known else (),
                band=draw(st.sampled_from(BANDS)),
                band_when=tuple(
                    BandLift(when=draw(condition), band=draw(st.sampled_from(BANDS)), because="b")
                    for _ in range(draw(st.integers(0, 1)))
                ),
                effort_hours=(effort, effort + draw(st.integers(0, 20))),
                cost=Cost(min=cost, max=cost + 10, currency=draw(st.sampled_from(("CNY", "USD")))),
                lead_weeks=(1, 1 + draw(st.integers(0, 10))),
                dates=draw(st.sampled_from(((), ("some-day",)))),
                proof="p",
                practice=True,
            )
        )
    return tuple(actions)


def _trees(instrument: Instrument, rulebook: Rulebook) -> dict[str, Expression]:
    texts = [item.ask_when for item in instrument.items if item.ask_when]
    texts += [fact.when for fact in rulebook.facts]
    for trend in rulebook.trends:
        texts += [trend.applies_when, *(signal.when for signal in trend.signals)]
    for action in rulebook.actions:
        texts += [one.when for one in (*action.contraindications, *action.band_when)]
        texts += [action.applies_when] if action.applies_when else []
    texts += [dated.when for dated in rulebook.calendar if dated.when]
    scope = Scope({item.id: item for item in instrument.items}, {fact.id: fact.when for fact in rulebook.facts})
    return {text: parse_condition(text, scope) for text in texts}


@st.composite
def packs_and_responses(draw: DrawFn) -> tuple[Pack, dict[str, Response]]:
    """A pack and one seller's answers to some of its items."""
    pack = draw(packs())
    return pack, draw(answers(pack))


@st.composite
def answers(draw: DrawFn, pack: Pack) -> dict[str, Response]:
    """Answers to some of a pack's items, on its route or not."""
    given: dict[str, Response] = {}
    for item in pack.items.values():
        if draw(st.integers(0, 4)):
            given[item.id] = draw(responses_to(item))
    return given
