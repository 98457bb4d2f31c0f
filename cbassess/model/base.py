"""What all nouns share: frozen, closed to unknown keys, and quick to load.

A noun says its types in annotations. They are checked by pydantic where text becomes nouns (`checking`), which is the
only place that loads it: on the way from a key to the screen nothing has to be checked that mypy has checked already.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, NoReturn, Self, TypeVar, dataclass_transform

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
class Noun:
    """A frozen value. Fields are its annotations; in data a field is called as here, without a `_` at its end.

    No `dataclass`, because that compiles five functions for each class, which takes longer than all else at a start;
    no `Struct`, because pydantic checks it and its figures become floats.

    Attributes:
        model_fields: names of the fields in their order.
        defaults: values of the fields that need not be given.
    """

    model_fields: ClassVar[tuple[str, ...]] = ()
    defaults: ClassVar[Mapping[str, object]] = MappingProxyType({})
    _floats: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        own = [name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar")]
        cls.model_fields = (*cls.model_fields, *own)
        cls.defaults = {**cls.defaults, **{name: cls.__dict__[name] for name in own if name in cls.__dict__}}
        cls._floats = (*cls._floats, *(name for name in own if _FLOATS.match(str(cls.__annotations__[name]))))

    def __init__(self, **given: Any) -> None:
        values = {**self.defaults, **given}
        if values.keys() != {*self.model_fields}:
            _refuse(type(self), given)
        for name in self._floats:
            values[name] = _floated(values[name])
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be taken away")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={self.__dict__[name]!r}' for name in self.model_fields)})"

    @property
    def _values(self) -> tuple[object, ...]:
        values = self.__dict__
        return tuple([values[name] for name in self.model_fields])

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """The noun that plain data is; pydantic's ValidationError with all that does not fit."""
        from cbassess.model.checking import checked

        return checked(cls, data)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: Any) -> Any:
        from cbassess.model.checking import core_schema_of

        return core_schema_of(cls, handler)

    def model_copy(self, *, update: Mapping[str, Any] = MappingProxyType({})) -> Self:
        """The same with some fields changed."""
        fields = {name: self.__dict__[name] for name in self.model_fields}
        return type(self)(**{**fields, **update})

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
            key_of(name) if by_alias else name: _plain(self.__dict__[name], mode, by_alias)
            for name in self.model_fields
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


def _refuse(noun: type[Noun], given: Mapping[str, object]) -> NoReturn:
    unknown = sorted(given.keys() - {*noun.model_fields})
    missing = [name for name in noun.model_fields if name not in given and name not in noun.defaults]
    raise TypeError(f"{noun.__name__}: missing {missing}, unknown {unknown}")
