"""The app goes on in another language, at the same place and with all that was typed."""

from __future__ import annotations

from textual.app import App

from cbassess.model.pack import Pack
from cbassess.tui.desk import Desk
from cbassess.tui.screens.base import Rewordable
from cbassess.tui.speaking import speaker
from cbassess.words import LANGUAGES


class Interpreter:
    """Knows the pack in each language that was spoken so far."""

    def __init__(self, desk: Desk, language: str) -> None:
        speaker.language = language
        self._desk = desk
        self._packs: dict[str, Pack] = {language: desk.pack}

    async def next_language(self, app: App[None]) -> None:
        """Let every screen speak the next language; PackError where the pack cannot be read in it."""
        following = LANGUAGES[(LANGUAGES.index(speaker.language) + 1) % len(LANGUAGES)]
        pack = self._packs.get(following) or self._desk.pack_in(following)
        self._packs[following] = pack
        speaker.language = following
        with app.batch_update():
            for screen in app.screen_stack:
                if isinstance(screen, Rewordable):
                    await screen.reword(pack)
