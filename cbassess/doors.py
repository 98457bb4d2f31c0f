"""A package as a door: each name is loaded from its module when somebody first asks for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def door(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose names live elsewhere.

    Args:
        package: its `__name__`.
        homes: name -> where it lives, such as `cbassess.workflow.records.Records`.
    """

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, attribute = homes[name].rpartition(".")
        found = getattr(import_module(module), attribute)
        setattr(sys.modules[package], name, found)  # the next look-up finds it at once
        return found

    return find
