"""Full screens and dialogs. Who opens one names it here, and it is loaded when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cbassess.tui.screens.compare import CompareScreen
    from cbassess.tui.screens.export import ExportScreen
    from cbassess.tui.screens.help import HelpScreen
    from cbassess.tui.screens.new_seller import NewSellerScreen
    from cbassess.tui.screens.palette import PaletteScreen
    from cbassess.tui.screens.pick_wave import PickWaveScreen
    from cbassess.tui.screens.questionnaire import QuestionnaireScreen
    from cbassess.tui.screens.results import ResultsScreen

__all__ = [
    "CompareScreen",
    "ExportScreen",
    "HelpScreen",
    "NewSellerScreen",
    "PaletteScreen",
    "PickWaveScreen",
    "QuestionnaireScreen",
    "ResultsScreen",
]

_HOMES = {
    "CompareScreen": "compare",
    "ExportScreen": "export",
    "HelpScreen": "help",
    "NewSellerScreen": "new_seller",
    "PaletteScreen": "palette",
    "PickWaveScreen": "pick_wave",
    "QuestionnaireScreen": "questionnaire",
    "ResultsScreen": "results",
}
"""Screen -> its module here; the imports above say the same to the type checker."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found
