"""Condition text -> typed tree, by the standard `ast` module and a white list.

Nothing is evaluated here. What is not named below is refused with a problem that says what to write
instead; names are looked up in the `Scope`, and types are checked against the instrument.
"""

from __future__ import annotations

import ast
import difflib
import math
import warnings
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from cbassess.model.expressions import (
    And,
    Answered,
    CompareNumber,
    CompareOption,
    Expression,
    FactRef,
    HasAny,
    Not,
    OneOf,
    Operator,
    Or,
)
from cbassess.model.instrument import Item

MAX_LENGTH = 500
MAX_DEPTH = 20

_OPERATORS: dict[type[ast.cmpop], Operator] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_FUNCTIONS = ("answered", "count", "days_until", "has_any")
_MEASURES: dict[str, tuple[Literal["count", "days_until"], str]] = {
    "count": ("count", "multi"),
    "days_until": ("days_until", "date"),
}


class ConditionProblem(Exception):
    """A condition that cannot be used: a code, what is wrong, and how to mend it."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class Scope(Struct, frozen=True):
    """The names that a condition may use: items by id, and facts by name (with their own text)."""

    items: Mapping[str, Item]
    facts: Mapping[str, str]


def parse_condition(text: str, scope: Scope) -> Expression:
    """The typed tree of `text`; ConditionProblem says why there is none."""
    if len(text) > MAX_LENGTH:
        raise ConditionProblem(
            "condition-too-long",
            f"The condition has {len(text)} characters; {MAX_LENGTH} are allowed.",
            "Split it into facts of the rulebook and use their names.",
        )
    try:
        with warnings.catch_warnings():
            # What Python finds doubtful about its own grammar would be printed past our messages.
            warnings.simplefilter("ignore")
            tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ConditionProblem(
            "condition-syntax",
            f"This cannot be read as a condition: {text!r} ({_reason(error)}).",
            'Write for example: brand.mark_filed <= "home" and sells_export',
        ) from None
    return _Reader(scope).read(tree.body, 1)


def _reason(error: BaseException) -> str:
    return error.msg if isinstance(error, SyntaxError) else "too deeply nested or a forbidden character"


class _Reader:
    """Walks the syntax tree once and builds the typed one; one method per form of the language."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def read(self, node: ast.expr, depth: int) -> Expression:
        if depth > MAX_DEPTH:
            raise ConditionProblem(
                "condition-too-deep",
                f"The condition is nested more than {MAX_DEPTH} levels deep.",
                "Split it into facts of the rulebook.",
            )
        match node:
            case ast.BoolOp(op=op, values=values):
                parts = tuple(self.read(value, depth + 1) for value in values)
                return And(parts) if isinstance(op, ast.And) else Or(parts)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.read(operand, depth + 1))
            case ast.Compare():
                return self._compare(node)
            case ast.Call():
                return self._call(node)
            case ast.Name(id=name):
                return self._fact(name)
            case ast.Attribute():
                item = self._item(node)
                raise ConditionProblem(
                    "condition-type",
                    f"{item.id} stands alone, but an answer is not true or false by itself.",
                    f'Compare it, for example {item.id} == "...", or write answered({item.id}).',
                )
        raise _not_allowed(node)

    def _fact(self, name: str) -> FactRef:
        if name not in self._scope.facts:
            raise ConditionProblem("condition-name", f"There is no fact {name!r}.", _nearest(name, self._scope.facts))
        return FactRef(name)

    def _item(self, node: ast.expr) -> Item:
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            raise _not_allowed(node, "An item is written as section.item here.")
        item_id = f"{node.value.id}.{node.attr}"
        item = self._scope.items.get(item_id)
        if item is None:
            raise ConditionProblem(
                "condition-name", f"There is no item {item_id!r}.", _nearest(item_id, self._scope.items)
            )
        return item

    def _compare(self, node: ast.Compare) -> Expression:
        if len(node.ops) != 1:
            raise ConditionProblem(
                "condition-not-allowed",
                "Two comparisons in a row cannot be used.",
                "Join them with `and`.",
            )
        left, op, right = node.left, node.ops[0], node.comparators[0]
        if isinstance(op, ast.In | ast.NotIn):
            inside = self._contains(left, right)
            return Not(inside) if isinstance(op, ast.NotIn) else inside
        operator = _OPERATORS.get(type(op))
        if operator is None:
            raise _not_allowed(op)
        if isinstance(left, ast.Constant) or _negative_number(left) is not None:
            left, right, operator = right, left, _MIRRORED[operator]
        return self._compare_one(left, operator, right)

    def _compare_one(self, left: ast.expr, operator: Operator, right: ast.expr) -> Expression:
        if isinstance(left, ast.Call):
            return self._compare_measure(left, operator, right)
        item = self._item(left)
        if item.kind in ("scale", "choice"):
            if item.kind == "choice" and operator not in ("==", "!="):
                raise _wrong_type(item, f"cannot be compared with {operator}, because its options have no order")
            return CompareOption(item.id, operator, self._option(item, right))
        if item.kind == "number":
            return CompareNumber(item.id, "value", operator, _number(right, item.id))
        raise _wrong_type(item, "cannot be compared", _USE_INSTEAD[item.kind].format(item=item.id))

    def _compare_measure(self, call: ast.Call, operator: Operator, right: ast.expr) -> Expression:
        name = self._function_name(call)
        if name not in _MEASURES:
            raise ConditionProblem(
                "condition-type", f"{name}() is true or false by itself.", "Leave the comparison out."
            )
        measure, kind = _MEASURES[name]
        (item,) = self._arguments(call, name, 1)
        if item.kind != kind:
            raise _wrong_type(item, f"cannot be used in {name}(), which takes a {kind} item")
        return CompareNumber(item.id, measure, operator, _number(right, f"{name}()"))

    def _contains(self, left: ast.expr, right: ast.expr) -> Expression:
        if isinstance(right, ast.Tuple | ast.List):
            item = self._item(left)
            if item.kind not in ("scale", "choice"):
                raise _wrong_type(item, "cannot be looked up in a list", f"Use has_any({item.id}, ...).")
            return OneOf(item.id, tuple(self._option(item, element) for element in right.elts))
        item = self._item(right)
        if item.kind != "multi":
            raise _wrong_type(item, "cannot stand after `in`", f'Write {item.id} == "..." instead.')
        return HasAny(item.id, (self._option(item, left),))

    def _call(self, node: ast.Call) -> Expression:
        name = self._function_name(node)
        if name in _MEASURES:
            raise ConditionProblem(
                "condition-type", f"{name}() is a number.", f"Compare it, for example {name}(...) >= 2."
            )
        if name == "answered":
            (item,) = self._arguments(node, name, 1)
            return Answered(item.id)
        item = self._item(node.args[0]) if node.args else self._arguments(node, name, 1)[0]
        if item.kind != "multi":
            raise _wrong_type(item, "cannot be used in has_any(), which takes a multi item")
        if len(node.args) < 2 or node.keywords:
            raise ConditionProblem("condition-type", "has_any() needs an item and at least one option.")
        return HasAny(item.id, tuple(self._option(item, argument) for argument in node.args[1:]))

    def _function_name(self, call: ast.Call) -> str:
        if not isinstance(call.func, ast.Name):
            raise _not_allowed(call.func)
        if call.func.id not in _FUNCTIONS:
            raise ConditionProblem(
                "condition-name", f"There is no function {call.func.id!r}.", _nearest(call.func.id, _FUNCTIONS)
            )
        return call.func.id

    def _arguments(self, call: ast.Call, name: str, count: int) -> tuple[Item, ...]:
        if len(call.args) != count or call.keywords:
            raise ConditionProblem("condition-type", f"{name}() needs {count} item between the parentheses.")
        return tuple(self._item(argument) for argument in call.args)

    def _option(self, item: Item, node: ast.expr) -> str:
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise _wrong_type(item, "can only be compared with one of its options, in quotes")
        if node.value not in item.option_ids:
            raise ConditionProblem(
                "unknown-option",
                f"{item.id} has no option {node.value!r}.",
                _nearest(node.value, item.option_ids),
            )
        return node.value


_USE_INSTEAD = {
    "multi": 'Write "option" in {item}, has_any({item}, ...) or count({item}) >= 2.',
    "date": "Write days_until({item}) < 30.",
    "text": "Write answered({item}).",
}


def _number(node: ast.expr, place: str) -> float:
    negative = _negative_number(node)
    if negative is not None:
        return negative
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        try:
            value = float(node.value)  # type: ignore[arg-type]  # narrowed by type() above
        except OverflowError:
            value = math.inf
        if math.isfinite(value):
            return value
    raise ConditionProblem("condition-type", f"{place} can only be compared with a number.")


def _negative_number(node: ast.expr) -> float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        return -_number(node.operand, "a minus sign")
    return None


def _wrong_type(item: Item, message: str, hint: str = "") -> ConditionProblem:
    return ConditionProblem("condition-type", f"{item.id} is a {item.kind} item and {message}.", hint)


def _not_allowed(node: ast.AST, hint: str = "") -> ConditionProblem:
    return ConditionProblem(
        "condition-not-allowed",
        f"{type(node).__name__} cannot be used in a condition.",
        hint or "Use and, or, not, comparisons, `in`, items, facts, and " + ", ".join(_FUNCTIONS) + ".",
    )


def _nearest(name: str, names: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(names), n=1)
    return f"Did you mean {close[0]!r}?" if close else ""
