"""What all nouns share: frozen, closed to unknown keys, and quick to load.

A noun says its types in annotations. They are checked by pydantic where text becomes nouns (`checking`), which is the
only place that loads it: on the way from a key to the screen nothing has to be checked that mypy has checked already.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar, dataclass_transform

from msgspec import Struct
from msgspec.structs import force_setattr

Row = TypeVar("Row")


class Limits:
    """What a value must keep to where it is read, in the words of pydantic's `Field`."""

    __is_annotated_types_grouped_metadata__ = True  # by this pydantic knows that it may ask for the parts

    def __init__(self, **limits: Any) -> None:
        self.limits = limits

    def __iter__(self) -> Iterator[object]:
        """The limits as pydantic keeps them."""
        from pydantic import Field

        return iter(Field(**self.limits).metadata)


# TOML gives lists; a noun keeps tuples. Only the outer list is taken leniently, its rows stay strict.
Rows = Annotated[tuple[Row, ...], Limits(strict=False)]

Text = Annotated[str, Limits(min_length=1, max_length=2_000)]
Title = Annotated[str, Limits(min_length=1, max_length=200)]
LongId = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=130)]
Id = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
SourceId = Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=64)]
Version = Annotated[str, Limits(pattern=r"^\d+\.\d+\.\d+$", max_length=32)]

# A condition is known by its text: `Pack.conditions` holds the typed tree of each.
ConditionText = Annotated[str, Limits(min_length=1, max_length=500)]


# The types whose figures are floats; a union with texts has none that must be one.
_FLOATS = re.compile(r"(Annotated\[)?(float|tuple\[float|dict\[str, (tuple\[)?float)\b")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Noun(Struct, frozen=True, dict=True):
    """A frozen value. Fields are its annotations; in data a field is called as here, without a `_` at its end.

    They are given by name. A class says `kw_only=True` where one that must be given comes after one that need not.
    """

    _floats: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = (name for name, kind in cls.__annotations__.items() if _FLOATS.match(str(kind)))
        cls._floats = (*cls._floats, *own)

    def __post_init__(self) -> None:
        """Figures are floats, so that the same one is always written with the same bytes."""
        for name in self._floats:
            force_setattr(self, name, _floated(getattr(self, name)))

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """The noun that plain data is; pydantic's ValidationError with all that does not fit."""
        from cbassess.model.checking import checked

        return checked(cls, data)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: Any) -> Any:
        from cbassess.model.checking import core_schema_of

        return core_schema_of(cls, handler)

    def model_dump(
        self,
        *,
        mode: Literal["python", "json"] = "python",
        by_alias: bool = False,
        exclude: Collection[str] = (),
    ) -> dict[str, Any]:
        """The same as plain data, in the order of the fields.

        Args:
            mode: `json` makes lists of tuples, and texts of dates.
            by_alias: called as in data, without a `_` at the end.
            exclude: fields to leave out.
        """
        return {
            key_of(name) if by_alias else name: _plain(getattr(self, name), mode, by_alias)
            for name in self.__struct_fields__
            if name not in exclude
        }

    def model_dump_json(self, *, indent: int | None = None, by_alias: bool = False) -> str:
        """The same as JSON text."""
        data = self.model_dump(mode="json", by_alias=by_alias)
        return json.dumps(data, indent=indent, ensure_ascii=False, allow_nan=False)


def _floated(value: object) -> object:
    """An int as a float, in a table or tuple as well, so that the same figure is always written with the same bytes."""
    if type(value) is int:
        return float(value)
    if type(value) is dict:
        return {key: _floated(part) for key, part in value.items()}
    return tuple([_floated(part) for part in value]) if type(value) is tuple else value


def key_of(name: str) -> str:
    """How a field is called in data."""
    return name.removesuffix("_")


def _plain(value: object, mode: Literal["python", "json"], by_alias: bool) -> Any:
    if isinstance(value, Noun):
        return value.model_dump(mode=mode, by_alias=by_alias)
    if isinstance(value, tuple | list):
        parts = [_plain(part, mode, by_alias) for part in value]
        return tuple(parts) if isinstance(value, tuple) and mode == "python" else parts
    if isinstance(value, Mapping):
        return {key: _plain(part, mode, by_alias) for key, part in value.items()}
    return value.isoformat() if mode == "json" and isinstance(value, dt.date) else value
