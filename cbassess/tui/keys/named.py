"""All bindings of the app by their ids, read from the classes that have them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import cbassess.tui
from cbassess.tui.screens.base import Page


class NamedKeys(Struct):
    """What stands behind an id.

    Attributes:
        id: such as `home.new_seller`; what comes before the dot is its group.
        keys: as Textual spells them, in the order of the class.
        meaning: the sentence of the key help, in English; the short word where there is none.
        owners: the classes that have it.
        first: whether the key is looked at before a text field is asked.
    """

    id: str
    keys: tuple[str, ...] = ()
    meaning: str = ""
    owners: set[type[DOMNode]] = field(default_factory=set)
    first: bool = False

    @property
    def group(self) -> str:
        """What comes before the dot."""
        return self.id.partition(".")[0]

    @property
    def is_of_a_screen(self) -> bool:
        """Whether a certain screen has it, and not the app or something that many screens have."""
        return any(issubclass(owner, Screen) and owner is not Page for owner in self.owners)

    def is_with(self, other: NamedKeys) -> bool:
        """Whether one class has both, by itself or by what it is made from."""
        pairs = ((mine, its) for mine in self.owners for its in other.owners)
        return any(issubclass(mine, its) or issubclass(its, mine) for mine, its in pairs)


def named_keys() -> Mapping[str, NamedKeys]:
    """Every binding of ours that has an id, by id."""
    found: dict[str, NamedKeys] = {}
    for owner in _classes():
        declared = [one for one in vars(owner).get("BINDINGS", ()) if isinstance(one, Binding) and one.id]
        for one in Binding.make_bindings(declared):
            named = found.setdefault(one.id or "", NamedKeys(one.id or ""))
            named.keys = tuple(dict.fromkeys((*named.keys, one.key)))
            named.meaning = named.meaning or one.tooltip or one.description
            named.owners.add(owner)
            named.first = named.first or one.priority
    return found


def _classes() -> Iterator[type[DOMNode]]:
    """The classes of the app, its screens and widgets: in the order of their modules and lines."""
    for module in pkgutil.walk_packages(cbassess.tui.__path__, f"{cbassess.tui.__name__}."):
        loaded = importlib.import_module(module.name)
        for one in vars(loaded).values():
            is_ours = isinstance(one, type) and one.__module__ == module.name and issubclass(one, DOMNode)
            if is_ours and one is not App:
                yield one
