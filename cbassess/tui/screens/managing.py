"""The half of the first screen that manages: rename, archive, hand over, delete, and back up everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from cbassess.tui import screens, words
from cbassess.tui.roster import SellerWaves
from cbassess.tui.screens.roster import RosterPage
from cbassess.tui.texts.layout import SUCCESS


class ManagingPage(RosterPage):
    """What is rarely done stands in a list, so that no letter of the first screen can do harm."""

    MANAGING: ClassVar[list[BindingType]] = [
        Binding("m", "manage", words.MANAGE, tooltip=words.MANAGE_HELP, id="home.manage"),
        Binding("a", "archive_shown", words.ARCHIVE_SHOWN, tooltip=words.ARCHIVE_SHOWN_HELP, id="home.archive"),
        Binding("b", "back_up", words.BACK_UP, tooltip=words.BACK_UP_HELP, id="home.back_up"),
    ]

    def action_manage(self) -> None:
        """Ask what is to be done with the highlighted seller."""
        if self.row is None:
            return
        of_seller = self.row.of
        tasks = [
            "rename",
            "unarchive" if of_seller.seller.archived else "archive",
            "hand_over",
            "delete",
            "back_up",
            "archive_hidden" if self.with_archive else "archive_shown",
        ]
        screen = screens.PickScreen(of_seller.seller.name, [words.TASKS[task] for task in tasks])
        self.app.push_screen(screen, lambda place: None if place is None else self._manage(tasks[place], of_seller))

    def _manage(self, task: str, of_seller: SellerWaves) -> None:
        match task:
            case "rename":
                self.app.push_screen(screens.RenameScreen(of_seller.seller.name), partial(self._rename, of_seller))
            case "archive" | "unarchive":
                self._archive(of_seller, task == "archive")
            case "hand_over":
                self._write_backup(words.HAND_OVER_TITLE, words.HAND_OVER_ABOUT, of_seller.seller.name)
            case "delete":
                self.app.push_screen(screens.DeleteSellerScreen(of_seller), partial(self._delete, of_seller))
            case "back_up":
                self.action_back_up()
            case _:
                self.action_archive_shown()

    def _managed(self, work: Callable[[], None]) -> bool:
        def did() -> bool:
            work()
            return True

        return bool(self.attempt(did))

    def _rename(self, of_seller: SellerWaves, name: str | None) -> None:
        before = of_seller.seller.name
        if name is None or name == before:
            return
        if self._managed(partial(self.desk.sellers.rename, before, name)):
            self.read_again(self.wave)
            self._done(words.renamed(before, name))

    def _archive(self, of_seller: SellerWaves, archived: bool) -> None:
        name = of_seller.seller.name
        if self._managed(partial(self.desk.sellers.archive, name, archived)):
            self.read_again(self.wave)
            self._done(words.put_away(name) if archived else words.taken_out(name))

    def _delete(self, of_seller: SellerWaves, confirmed: bool | None) -> None:
        if not confirmed:
            return
        name = of_seller.seller.name
        backup = self.attempt(lambda: self.desk.sellers.delete(name, self.desk.now()))
        if backup is not None:
            self.read_again(None)
            self._done(words.deleted(name, str(backup)))

    def action_archive_shown(self) -> None:
        """Show or hide the sellers of the archive."""
        self.with_archive = not self.with_archive
        self.read_again(self.wave)

    def action_back_up(self) -> None:
        """Write everything into a file."""
        self._write_backup(words.BACK_UP_TITLE, words.BACK_UP_ABOUT, None)

    def _write_backup(self, title: str, about: str, seller: str | None) -> None:
        kind = "backup" if seller is None else "seller"
        name = f"cbassess-{kind}-{self.desk.today().isoformat()}.json"
        make = partial(self.desk.backups.text, self.desk.now(), seller)
        self.app.push_screen(screens.WriteBackupScreen(title, about, name, make), self._tell_written)

    def _tell_written(self, path: Path | None) -> None:
        if path is not None:
            self._done(words.backed_up(str(path)))

    def _done(self, sentence: str) -> None:
        self.tell(sentence, SUCCESS)
