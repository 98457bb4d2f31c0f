"""Screens on which the plan is fitted to the pace at which it gets done."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from cbassess.tui import words
from cbassess.tui.screens.working import WorkingPage
from cbassess.tui.texts.layout import SUCCESS, text
from cbassess.tui.texts.pace import pace_line

FIT, ALL, OWN = "1", "2", "3"
LEAST, MOST = 10, 100


class PacingPage(WorkingPage):
    """The choice is saved at once, and the plan made anew with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "pace", words.PACE, tooltip=words.PACE_HELP, id="plan.pace"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the latest plan is fitted."""
        return self.case.latest if action == "pace" else super().check_action(action, parameters)

    def action_pace(self) -> None:
        """Choose what the plan counts on."""
        self.edit.choose(
            lambda: f"{words.PACE_ASK}  ({pace_line(self.case.pace)})",
            lambda: [words.PACE_FIT, words.PACE_ALL, words.PACE_OWN],
            self._take_pace,
        )

    def _take_pace(self, digit: str) -> str:
        if digit == FIT:
            return self._choose("fit") if self.case.pace.share is not None else words.PACE_UNKNOWN_WHY
        if digit == OWN:
            self.edit.ask(lambda: words.PACE_SHARE_ASK, lambda: words.PACE_SHARE_FORM, "", self._take_share)
            return ""
        return self._choose("off") if digit == ALL else words.CHOOSE_HELP

    def _take_share(self, typed: str) -> str:
        percent = typed.removesuffix("%").strip()
        if not (percent.isascii() and percent.isdigit() and LEAST <= int(percent) <= MOST):
            return words.PACE_SHARE_FORM
        return self._choose(f"{int(percent) / 100:g}")

    def _choose(self, choice: str) -> str:
        desk, seller = self.case.desk, self.case.wave.seller.name

        def save() -> bool:
            desk.records.choose_pace(seller, choice, desk.today(), desk.now())
            return True

        if not self.attempt(save):
            return words.NOT_SAVED
        self.case = self.case.anew()
        self.show_state(text(words.saved_as(words.PACE), SUCCESS))
        self.show_work()
        return ""
