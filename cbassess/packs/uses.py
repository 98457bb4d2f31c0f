"""Which items and facts a condition uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbassess.model.expressions import And, Atom, Expression, FactRef, Not, Or


def leaves(expression: Expression) -> Iterator[Atom | FactRef]:
    """The comparisons and fact names of a condition, without looking into the facts."""
    ahead = [expression]
    while ahead:
        node = ahead.pop()
        if isinstance(node, And | Or):
            ahead += node.parts
        elif isinstance(node, Not):
            ahead.append(node.part)
        else:
            yield node


def facts_in(expression: Expression) -> tuple[str, ...]:
    """Names of the facts that a condition mentions, sorted."""
    return tuple(sorted({leaf.fact for leaf in leaves(expression) if isinstance(leaf, FactRef)}))


def atoms_behind(expression: Expression, facts: Mapping[str, Expression]) -> frozenset[Atom]:
    """All comparisons of a condition and of the facts behind it; facts without an entry are passed over."""
    atoms: set[Atom] = set()
    seen: set[str] = set()
    ahead = [expression]
    while ahead:
        for leaf in leaves(ahead.pop()):
            if not isinstance(leaf, FactRef):
                atoms.add(leaf)
            elif leaf.fact not in seen and leaf.fact in facts:
                seen.add(leaf.fact)
                ahead.append(facts[leaf.fact])
    return frozenset(atoms)


def items_behind(expression: Expression, facts: Mapping[str, Expression]) -> frozenset[str]:
    """Ids of all items of a condition and of the facts behind it."""
    return frozenset(atom.item for atom in atoms_behind(expression, facts))
