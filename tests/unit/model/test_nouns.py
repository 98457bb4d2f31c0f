"""Nouns: frozen, closed, equal by value; checked where data becomes one."""

from __future__ import annotations

import copy
import pickle
from typing import Annotated

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from cbassess.model.base import Limits, Noun, Rows
from cbassess.model.evaluation import Interval
from cbassess.model.instrument import Item, Option


class Leaf(Noun):
    name: str
    size: float = 1.0


class Tree(Noun):
    from_: Annotated[int, Limits(ge=1)]
    leaves: Rows[Leaf] = ()
    sizes: dict[str, float] | None = None
    span: tuple[float, float] = (0.0, 1.0)


TREE = Tree(from_=2, leaves=(Leaf(name="a"), Leaf(name="b", size=3)))
DATA = {"from": 2, "leaves": [{"name": "a"}, {"name": "b", "size": 3}]}


def test_data_becomes_a_noun_and_the_noun_the_same_data() -> None:
    assert Tree.model_validate(DATA) == TREE
    assert Tree.model_validate(TREE.model_dump(by_alias=True)) == TREE
    assert TREE.model_dump()["leaves"][1] == {"name": "b", "size": 3.0}
    assert TREE.model_dump(mode="json", by_alias=True, exclude={"sizes"}) == {
        "from": 2,
        "leaves": [{"name": "a", "size": 1.0}, {"name": "b", "size": 3.0}],
        "span": [0.0, 1.0],
    }


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({**DATA, "colour": "red"}, "extra_forbidden"),
        ({"leaves": []}, "missing"),
        ({**DATA, "from": "2"}, "int_type"),
        ({**DATA, "from": 0}, "greater_than_equal"),
        ({**DATA, "leaves": [{"name": "a", "size": float("nan")}]}, "finite_number"),
        ({**DATA, "leaves": [{"name": 1}]}, "string_type"),
        ({**DATA, "leaves": [{"name": "a", "from": 1}]}, "extra_forbidden"),
    ],
)
def test_data_that_does_not_fit_is_refused(data: dict[str, object], kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Tree.model_validate(data)
    assert [error["type"] for error in caught.value.errors()] == [kind]


def test_an_int_where_a_float_belongs_is_written_as_a_float() -> None:
    made = Tree(from_=1, leaves=(Leaf(name="a", size=2),), sizes={"x": 3}, span=(0, 4))
    assert repr(made) == "Tree(from_=1, leaves=(Leaf(name='a', size=2.0),), sizes={'x': 3.0}, span=(0.0, 4.0))"
    assert repr(Interval.between(0, 1)) == "Interval(low=0.0, value=0.5, high=1.0)"


def test_unknown_and_missing_fields_are_refused() -> None:
    with pytest.raises(TypeError, match="Unexpected keyword argument 'colour'"):
        Leaf(name="a", colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Missing required argument 'name'"):
        Leaf()  # type: ignore[call-arg]


def test_nothing_can_be_set_or_taken_away() -> None:
    leaf = Leaf(name="a")
    with pytest.raises(AttributeError, match="immutable type: 'Leaf'"):
        leaf.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable type: 'Leaf'"):
        del leaf.name
    assert leaf == Leaf(name="a")


def test_equal_by_value_and_by_kind() -> None:
    assert Leaf(name="a") == Leaf(name="a") != Leaf(name="b")
    assert hash(Leaf(name="a")) == hash(Leaf(name="a"))
    assert Leaf(name="a") != ("a", 1.0)
    item = Item(id="a.b", kind="choice", stem="?", why="?", how="?", options=(Option(id="x", text="X"),))
    again = replace(item)
    assert item.option_ids == ("x",)  # a value that is kept after it was asked for makes no difference
    assert item == again
    assert replace(item, options=()).option_ids == ()


@pytest.mark.parametrize("copied", [copy.copy(TREE), copy.deepcopy(TREE), pickle.loads(pickle.dumps(TREE))])  # noqa: S301
def test_copies_are_equal(copied: Tree) -> None:
    assert copied == TREE


def test_a_noun_in_data_is_taken_as_it_is() -> None:
    assert Tree.model_validate({"from": 2, "leaves": TREE.leaves}).leaves[0] is TREE.leaves[0]
