"""Tables of a document -> nouns, one by one, so that one wrong row does not hide the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from msgspec import Struct, field
from pydantic import ValidationError

from cbassess.errors import Problem
from cbassess.model.base import Noun, key_of
from cbassess.packs.documents import Document, Spot
from cbassess.packs.explaining import MAX_EXPLAINED, explain
from cbassess.packs.quoting import nearest, shown

N = TypeVar("N", bound=Noun)
Raw = Mapping[str, Any]

NOTHING: Mapping[str, str] = MappingProxyType({})

# Nobody mends more in one go; a hostile pack could have millions.
MAX_PROBLEMS = 1_000


class Placed(Struct, Generic[N], frozen=True):
    """A noun and the place that it was read from."""

    spot: Spot
    noun: N


class Names(Struct):
    """The ids of one kind that the pack gives.

    Attributes:
        known: every id that stands in the files, also of rows that are wrong otherwise.
        complete: false where a row has no usable id, so that nothing can be called unknown.
    """

    known: dict[str, Spot] = field(default_factory=dict)
    complete: bool = True

    def missing(self, name: str) -> bool:
        """Whether it is certain that nothing has this name."""
        return self.complete and name not in self.known


class Shaper(Struct):
    """Reads the tables of one document and keeps what is wrong with them in `problems`."""

    document: Document
    problems: list[Problem]
    _seen: set[str] = field(default_factory=set)

    def table(self, key: str, model: type[N], required: bool = True) -> Placed[N] | None:
        """The noun of the table `[key]`; None where it is missing or wrong.

        Where the table is not required and not there, the noun is made of the model's own values.
        """
        self._seen.add(key)
        spot = self.document.spot(key)
        raw = self.document.data.get(key, None if required else {})
        if raw is None:
            self.problems.append(spot.problem("missing-key", f"The table [{key}] is missing."))
            return None
        if not isinstance(raw, Mapping):
            self.problems.append(spot.problem("wrong-type", f"This must be a table, not {shown(raw)}."))
            return None
        return self._noun(spot, raw, model)

    def _rows(self, key: str) -> Iterator[tuple[Spot, Raw]]:
        """Each table of the list `[[key]]` with its place."""
        self._seen.add(key)
        spot = self.document.spot(key)
        raw = self.document.data.get(key, [])
        if not isinstance(raw, list):
            self.problems.append(spot.problem("wrong-type", f"This must be a list of tables, not {shown(raw)}."))
            return
        for index, row in enumerate(raw):
            if len(self.problems) > MAX_PROBLEMS:
                return
            if isinstance(row, Mapping):
                yield spot / index, row
            else:
                self.problems.append((spot / index).problem("wrong-type", f"This must be a table, not {shown(row)}."))

    def require(self, key: str) -> None:
        """Report it where there is no row in `[[key]]`."""
        if self.document.data.get(key, []) == []:
            self.problems.append(self.document.spot(key).problem("missing-key", f"There is no [[{key}]] table."))

    def nouns(
        self,
        key: str,
        model: type[N],
        names: Names | None = None,
        fill: Callable[[Raw], Raw] = dict,
        given: Mapping[str, str] = NOTHING,
    ) -> list[Placed[N]]:
        """The nouns of the list `[[key]]`; wrong rows are left out, their ids still go into `names`.

        fill: changes a row by what its file says, such as the section in front of an item's id.
        given: keys that the file's name decides; a row may not hold them itself.
        """
        placed = []
        for spot, row in self._rows(key):
            if names is not None:
                self._name(fill(row), spot, names)
            noun = self._noun(spot, fill(row), model, given)
            if noun is not None:
                placed.append(noun)
        return placed

    def top(self, model: type[N], given: Mapping[str, str] = NOTHING) -> Placed[N] | None:
        """The noun of the keys at the top of the document that no other method has read; call it last."""
        rest = {key: value for key, value in self.document.data.items() if key not in self._seen}
        keys = [key_of(name) for name in model.__struct_fields__]
        own = {key: value for key, value in rest.items() if key in keys}
        self._unknown(rest.keys() - own.keys(), [*keys, *self._seen])
        return self._noun(self.document.spot(), own, model, given)

    def close(self) -> None:
        """Report the keys at the top of the document that no method has read; call it last."""
        self._unknown(self.document.data.keys() - self._seen, list(self._seen))

    def _unknown(self, keys: set[str], known: list[str]) -> None:
        for key in islice(sorted(keys), MAX_EXPLAINED):
            message = f"{shown(key)} is not a key here."
            self.problems.append(self.document.spot(key).problem("unknown-key", message, nearest(key, sorted(known))))

    def _noun(self, spot: Spot, raw: Raw, model: type[N], given: Mapping[str, str] = NOTHING) -> Placed[N] | None:
        for key in given.keys() & raw.keys():
            message = f"`{key}` is not a key here: the name of the file says it."
            self.problems.append((spot / key).problem("unknown-key", message, "Take the key out."))
        try:
            return Placed(spot, model.model_validate({**raw, **given}))
        except ValidationError as error:
            self.problems += explain(error, spot, raw, model)
            return None

    def _name(self, row: Raw, spot: Spot, names: Names) -> None:
        name = row.get("id")
        if not isinstance(name, str):
            names.complete = False
        elif name in names.known:
            first = names.known[name]
            line = first.document.line_of(first.path)
            where = f"{first.document.name} line {line}"
            self.problems.append((spot / "id").problem("duplicate-id", f"{shown(name)} stands in {where} already."))
        else:
            names.known[name] = spot
