"""Full screens and dialogs. Who opens one names it here, and it is loaded when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cbassess.doors import door

if TYPE_CHECKING:
    from cbassess.tui.screens.compare import CompareScreen
    from cbassess.tui.screens.course import CourseScreen
    from cbassess.tui.screens.delete_seller import DeleteSellerScreen
    from cbassess.tui.screens.evidence import EvidenceScreen
    from cbassess.tui.screens.export import ExportScreen
    from cbassess.tui.screens.filter import FilterScreen
    from cbassess.tui.screens.find import FindScreen
    from cbassess.tui.screens.goal import GoalScreen
    from cbassess.tui.screens.help import HelpScreen
    from cbassess.tui.screens.name_seller import NewSellerScreen, RenameScreen
    from cbassess.tui.screens.open_items import OpenItemsScreen
    from cbassess.tui.screens.palette import PaletteScreen
    from cbassess.tui.screens.pick import PickScreen
    from cbassess.tui.screens.pick_item import PickItemScreen
    from cbassess.tui.screens.plan import PlanScreen
    from cbassess.tui.screens.questionnaire import QuestionnaireScreen
    from cbassess.tui.screens.results import ResultsScreen
    from cbassess.tui.screens.review import ReviewScreen
    from cbassess.tui.screens.step import StepScreen
    from cbassess.tui.screens.still_true import StillTrueScreen
    from cbassess.tui.screens.suppose import SupposeScreen
    from cbassess.tui.screens.upgrade import UpgradeScreen
    from cbassess.tui.screens.what_if import WhatIfScreen
    from cbassess.tui.screens.write_backup import WriteBackupScreen

__all__ = [
    "CompareScreen",
    "CourseScreen",
    "DeleteSellerScreen",
    "EvidenceScreen",
    "ExportScreen",
    "FilterScreen",
    "FindScreen",
    "GoalScreen",
    "HelpScreen",
    "NewSellerScreen",
    "OpenItemsScreen",
    "PaletteScreen",
    "PickItemScreen",
    "PickScreen",
    "PlanScreen",
    "QuestionnaireScreen",
    "RenameScreen",
    "ResultsScreen",
    "ReviewScreen",
    "StepScreen",
    "StillTrueScreen",
    "SupposeScreen",
    "UpgradeScreen",
    "WhatIfScreen",
    "WriteBackupScreen",
]

_HOMES = {
    "CompareScreen": "compare",
    "CourseScreen": "course",
    "DeleteSellerScreen": "delete_seller",
    "EvidenceScreen": "evidence",
    "ExportScreen": "export",
    "FilterScreen": "filter",
    "FindScreen": "find",
    "GoalScreen": "goal",
    "HelpScreen": "help",
    "NewSellerScreen": "name_seller",
    "OpenItemsScreen": "open_items",
    "PaletteScreen": "palette",
    "PickItemScreen": "pick_item",
    "PickScreen": "pick",
    "PlanScreen": "plan",
    "QuestionnaireScreen": "questionnaire",
    "RenameScreen": "name_seller",
    "ResultsScreen": "results",
    "ReviewScreen": "review",
    "StepScreen": "step",
    "StillTrueScreen": "still_true",
    "SupposeScreen": "suppose",
    "UpgradeScreen": "upgrade",
    "WhatIfScreen": "what_if",
    "WriteBackupScreen": "write_backup",
}
"""Screen -> its module here; the imports above say the same to the type checker."""

__getattr__ = door(__name__, {name: f"{__name__}.{home}.{name}" for name, home in _HOMES.items()})
