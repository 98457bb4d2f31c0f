"""A pack for use: from the cache where the same files were read before, else read and checked.

All files are read each time, so an edited pack is never missed; what takes long is making nouns of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cbassess import cache
from cbassess.model.pack import Pack
from cbassess.packs.folders import Shelf, read_folder
from cbassess.packs.freezing import frozen, thawed


def open_pack(folder: Path, language: str = "en") -> Pack:
    """The pack in `folder` with its texts in `language`, English where a text is missing.

    Raises PackError with all problems, and UsageError where the pack does not have the language.
    """
    return _opened(read_folder(folder), str(folder), language)


def pack_from_files(files: Mapping[str, bytes], language: str = "en") -> Pack:
    """The pack that was read from these files once, as `Pack.files` has them; raises as `open_pack` does."""
    return _opened(Shelf(dict(files), sorted(files)), "the kept pack", language)


def _opened(shelf: Shelf, place: str, language: str) -> Pack:
    if shelf.problems:
        return _read(shelf, place, language)
    key = cache.key_of("pack", shelf.hash, language)
    kept = cache.find(key)
    parts = thawed(kept) if kept is not None else None
    if parts is not None:
        return Pack(*parts, shelf.hash, language, shelf.contents)
    pack = _read(shelf, place, language)
    cache.keep(key, frozen((pack.instrument, pack.rulebook, dict(pack.conditions))))
    return pack


def _read(shelf: Shelf, place: str, language: str) -> Pack:
    from cbassess.packs.loading import pack_on

    return pack_on(shelf, place, language)
