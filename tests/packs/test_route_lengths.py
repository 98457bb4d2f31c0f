"""How many questions a seller sees: about 35 as an importer, 40 as an exporter to one market, 55 as both.

Held over the worked cases, and over sellers who answer at random: such a seller has every channel and every
kind of goods at once more often than anybody real, so the limits there are a little wider and the middle is
held as well. A shop adds questions of its own, eleven at most.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from statistics import median

import pytest

from cbassess.model.instrument import Item
from cbassess.model.responses import Response, ResponseSet
from cbassess.workflow import evaluate
from tests.packs.vignettes_for_tests import PACK, VIGNETTES, assessment_of

ON_ROUTE = ("answered", "dont_know", "declined")
WALKS = 150
ONE_MARKET = ("us", "eu", "uk", "brazil", "gulf", "africa", "india", "russia")

Fixed = Callable[[random.Random], dict[str, Response]]

KINDS: dict[str, Fixed] = {
    "importer without a shop": lambda _: {"profile.side": "import", "offline.shop_status": "none"},
    "importer with a shop": lambda rng: {
        "profile.side": "import",
        "offline.shop_status": rng.choice(("planned", "open")),
    },
    "exporter to one market": lambda rng: {
        "profile.side": "export",
        "markets.now": (rng.choice(ONE_MARKET),),
        "markets.planned": ("none",),
    },
    "both without a shop": lambda _: {"profile.side": "both", "offline.shop_status": "none"},
}

# Kind -> the most questions in the middle case and at all.
LIMITS = {
    "importer without a shop": (35, 40),
    "importer with a shop": (42, 51),
    "exporter to one market": (39, 45),
    "both without a shop": (49, 58),
}


def walk(fixed: dict[str, Response], rng: random.Random) -> list[str]:
    """The items that a seller answers who says something at random to each, and `fixed` where it is given."""
    given: dict[str, Response] = {}
    for item in PACK.items.values():
        given[item.id] = fixed.get(item.id) or _anything(item, rng)
    day = VIGNETTES["importer"].as_of
    states = evaluate(PACK, ResponseSet(seller="walk", responses=given), day).states
    return [item for item, state in states.items() if state in ON_ROUTE]


def _anything(item: Item, rng: random.Random) -> Response:
    if item.kind == "number":
        return float(rng.randint(int(item.min or 0), 40))
    if item.kind == "multi":
        alone = [option.id for option in item.options if option.exclusive]
        several = [option.id for option in item.options if not option.exclusive]
        if alone and rng.random() < 0.2:
            return (alone[0],)
        return tuple(rng.sample(several, rng.randint(1, 3)))
    return rng.choice(item.option_ids)


@pytest.mark.parametrize("kind", KINDS)
def test_random_sellers(kind: str) -> None:
    rng = random.Random(7)
    lengths = [len(walk(KINDS[kind](rng), rng)) for _ in range(WALKS)]
    middle, most = LIMITS[kind]
    assert median(lengths) <= middle
    assert max(lengths) <= most


# Worked case -> the most questions it may have. Where more than one market or a shop is in the story, that is said.
CASES = {
    "personal_shopper": 30,
    "direct_mail_side_job": 32,
    "livestream_importer": 38,
    "factory_without_brand": 40,
    "factory_first_sales": 42,  # bulk and single orders
    "export_starter": 38,
    "africa_only": 42,
    "southeast_asia_bags": 40,
    "gulf_mexico_parcels": 40,  # two markets
    "unsure_about_freeze": 40,  # three markets
    "both_little_money": 50,
    "both_sides": 55,
    "bonded_healthy": 42,  # plans a shop
    "importer": 43,  # plans a shop
    "group_leaders": 44,  # plans a shop
    "shop_hands_out_bonded": 48,  # has a shop
    "frozen_exporter": 46,  # two markets, plans three more
    "second_leg_exporter": 47,  # two markets, bulk and parcels
    "exporter": 50,  # two markets, plans a third
    "mature_exporter": 54,  # four markets, plans a fifth, bulk and parcels
}


def test_every_worked_case_has_its_limit() -> None:
    assert set(CASES) == set(VIGNETTES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_worked_case(name: str) -> None:
    assert assessment_of(VIGNETTES[name]).asked <= CASES[name]


def test_a_longer_walk_is_noticed() -> None:
    """So that the limits above can fail: with everything planned and a shop, both kinds see far more."""
    everything: dict[str, Response] = {
        "profile.side": "both",
        "profile.main_side": "import",
        "profile.channels": ("amazon", "own_site", "livestream"),
        "profile.monthly_orders": "over_3000",
        "profile.yearly_sales": "over_20m",
        "offline.shop_status": "open",
        "offline.carry_away": "yes",
        "markets.now": ("us", "eu", "gulf"),
    }
    assert len(walk(everything, random.Random(7))) > LIMITS["both without a shop"][1]
