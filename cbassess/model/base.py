"""What all nouns share: frozen, strict about types, closed to unknown keys."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Row = TypeVar("Row")

# TOML gives lists; a noun keeps tuples. Only the outer list is taken leniently, its rows stay strict.
Rows = Annotated[tuple[Row, ...], Field(strict=False)]

Text = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=200)]
LongId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=130)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=64)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$", max_length=32)]

# A condition is known by its text: `Pack.conditions` holds the typed tree of each.
ConditionText = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Noun(BaseModel):
    """A frozen value with checked types; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)
