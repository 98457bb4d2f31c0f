"""Packs, as front ends ask for them.

The checks of packs are loaded only when one is checked: every other command starts without them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cbassess.errors import Problem, UsageError
from cbassess.model.pack import Pack
from cbassess.packs import opening, places
from cbassess.words import LANGUAGES
from cbassess.workflow import situating
from cbassess.workflow.shelf import SHIPPED, PackShelf

if TYPE_CHECKING:
    from cbassess.model.upgrade import PackDiff


def open_pack(folder: Path | None = None, language: str = "en") -> Pack:
    """The pack in `folder`, or the shipped one; PackError lists everything that is wrong with it."""
    pack = opening.open_pack(folder or places.shipped_pack(), language)
    situating.note_as_read(pack)
    return pack


def pack_in(language: str, folder: Path | None = None) -> Pack:
    """The pack in a language that the app speaks, in English where the pack has no texts in it.

    Raises:
        PackError: the pack cannot be used.
        UsageError: neither the pack nor the app has the language.
    """
    try:
        return open_pack(folder, language)
    except UsageError:
        if language not in LANGUAGES:
            raise
        return open_pack(folder)


def find_pack(name: str, language: str = "en") -> Pack:
    """The pack that a person means: a folder, `shipped`, or the beginning of the hash of a pack in the history.

    The history is opened only for a hash. UsageError names the packs that there are.
    """
    if name == SHIPPED or Path(name).is_dir():
        return open_pack(None if name == SHIPPED else Path(name), language)
    from cbassess.store.history import History
    from cbassess.store.home import data_folder

    with History.open(data_folder()) as history:
        return PackShelf(history).named(name, language)


def diff_packs(old: Pack, new: Pack) -> PackDiff:
    """What became of a pack: kept, reworded, changed, new, retired."""
    from cbassess.carrying import diffing

    return diffing.diff_packs(old, new)


def check_pack(folder: Path | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong or doubtful about a pack, sorted by place."""
    from cbassess.packs import checking

    return checking.check_pack(folder or places.shipped_pack())


def note_translated(language: str, rows: tuple[str, ...] = (), folder: Path | None = None) -> tuple[Path, ...]:
    """Note that the translations (all, or of these rows) fit their originals as they are now; the files written.

    UsageError where the language or a row is not there, or a file cannot be written.
    """
    from cbassess.packs import stamping

    return stamping.note_translated(folder or places.shipped_pack(), language, rows)
