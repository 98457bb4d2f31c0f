"""Opens the app in a terminal, and tells how it ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from cbassess.settings import Settings
from cbassess.tui.app import AssessApp
from cbassess.tui.desk import Desk
from cbassess.workflow import Records, pack_in


def run(pack_folder: Path | None = None, language: str = "en", settings: Settings | None = None) -> int:
    """Run the app until the seller leaves, and give the exit code: 0, 1 after a fault of ours, 128 + signal.

    Args:
        pack_folder: the pack; the shipped one where there is none.
        language: language of the interface, and of the pack's texts where it has them.
        settings: how this person likes it; our defaults where there are none.

    Raises:
        PackError: the pack cannot be used.
        UsageError: there is no such language.
        SettingsError: a key is moved that there is not, or two meet.
        StoreError: the history cannot be used.
    """
    settings = settings or Settings()
    find = partial(pack_in, folder=pack_folder)
    pack = find(language)
    with Records.open() as records:
        app = AssessApp(Desk(pack, records, pack_in=find), language, settings)
        app.run(mouse=settings.mouse)
    return app.return_code or 0
