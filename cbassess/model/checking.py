"""Plain data -> nouns, checked by pydantic: strict about types, closed to unknown keys, with all faults in one go.

Only what reads files, and what writes the schemas of them, loads this.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, TypeVar, get_type_hints

from msgspec.structs import fields
from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from cbassess.model.base import Noun, key_of

N = TypeVar("N", bound=Noun)

_CONFIG = core_schema.CoreConfig(strict=True, extra_fields_behavior="forbid", allow_inf_nan=False)


_adapters: dict[type[Noun], TypeAdapter[Any]] = {}


def adapter(noun: type[N]) -> TypeAdapter[N]:
    """What pydantic makes of a noun; made once, because that takes longer than checking a whole pack."""
    if noun not in _adapters:
        _adapters[noun] = TypeAdapter(noun)
    return _adapters[noun]


def checked(noun: type[N], data: object) -> N:
    """The noun that the data is; ValidationError with all that does not fit."""
    return adapter(noun).validate_python(data)


def types_of(noun: type[Noun]) -> dict[str, Any]:
    """The type of each field, by its key in data."""
    return {key_of(name): kind for name, kind in get_type_hints(noun, include_extras=True).items()}


def core_schema_of(noun: type[Noun], handler: GetCoreSchemaHandler) -> CoreSchema:
    """A table with the keys of the noun, then the noun; what is one already is taken as it is."""
    names = {key_of(name): name for name in noun.__struct_fields__}
    defaults = {one.name: one.default for one in fields(noun) if not one.required}

    def made(data: Any, check: core_schema.ValidatorFunctionWrapHandler) -> Noun:
        if isinstance(data, noun):
            return data
        return noun(**{names[key]: value for key, value in check(data).items()})

    types = types_of(noun)
    parts = {key: _field(handler.generate_schema(types[key]), name, defaults) for key, name in names.items()}
    said = {"additionalProperties": False, "description": inspect.cleandoc(noun.__doc__ or "")}
    table = core_schema.typed_dict_schema(parts, cls=noun, config=_CONFIG, metadata={"pydantic_js_updates": said})
    # The name under which the schema of a file refers to it.
    reference = f"{noun.__module__}.{noun.__qualname__}:{id(noun)}"
    return core_schema.no_info_wrap_validator_function(made, table, ref=reference)


def _field(schema: CoreSchema, name: str, defaults: Mapping[str, Any]) -> core_schema.TypedDictField:
    if name in defaults:
        schema = core_schema.with_default_schema(schema, default=defaults[name])
    return core_schema.typed_dict_field(schema, required=name not in defaults)
