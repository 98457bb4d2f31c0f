from __future__ import annotations

import sys
from types import ModuleType

import pytest

from cbassess.doors import door


def test_a_name_is_loaded_once_and_an_unknown_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    package = ModuleType("package_for_doors")
    monkeypatch.setitem(sys.modules, package.__name__, package)
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    find = door(package.__name__, {"to_hue": "colorsys.rgb_to_hsv"})
    assert "colorsys" not in sys.modules
    assert find("to_hue") is sys.modules["colorsys"].rgb_to_hsv
    assert vars(package)["to_hue"] is find("to_hue")
    with pytest.raises(AttributeError, match="module 'package_for_doors' has no attribute 'hue'"):
        find("hue")
