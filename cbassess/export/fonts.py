"""Typefaces for the PDF: those of the extra, else those of the machine."""

from __future__ import annotations

import importlib.util
from pathlib import Path

PACKAGE, FAMILY = "pylopdf_fonts_zh_cn", "Noto Sans SC"

# The first that is there is taken. All of them have Latin letters too.
FAMILIES = (FAMILY, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC")


def folder() -> Path | None:
    """Where the typefaces of the extra are; None where it is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None
