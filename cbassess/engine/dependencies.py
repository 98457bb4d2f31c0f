"""What a condition looks at: its atoms, its facts, and all items behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbassess.model.expressions import And, Atom, Expression, FactRef, Not, Or


def leaves_of(expression: Expression) -> Iterator[Atom | FactRef]:
    """The comparisons and fact names that the expression is built of."""
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves_of(part)
        case Not(part):
            yield from leaves_of(part)
        case leaf:
            yield leaf


def atoms_of(expression: Expression) -> Iterator[Atom]:
    """The comparisons that stand in the expression itself."""
    return (leaf for leaf in leaves_of(expression) if not isinstance(leaf, FactRef))


def facts_of(expression: Expression) -> Iterator[str]:
    """Names of the facts that stand in the expression itself."""
    return (leaf.fact for leaf in leaves_of(expression) if isinstance(leaf, FactRef))


def items_of(expression: Expression, facts: Mapping[str, Expression]) -> frozenset[str]:
    """Ids of all items that the expression depends on, through facts too."""
    own = frozenset(atom.item for atom in atoms_of(expression))
    return own.union(*(items_of(facts[fact], facts) for fact in facts_of(expression)))
