"""The words of the readiness panel fit their column: a line of it is one line, and what is too long is cut."""

from __future__ import annotations

import pytest

from cbassess.cells import cells
from cbassess.tui import words
from cbassess.tui.speaking import speaker
from cbassess.tui.texts.panel import MOVED
from cbassess.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["MOVED", "MOVED_SURER", "MOVED_VAGUER", "MOVED_NEW", "MOVED_GONE"])
def test_a_word_for_a_movement_fits_its_column(language: str, word: str) -> None:
    speaker.language = language
    assert 0 < cells(getattr(words, word)) <= MOVED
