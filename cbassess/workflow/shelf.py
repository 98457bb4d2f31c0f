"""The packs at hand: the one that is open, those that were kept with the history, and any folder."""

from __future__ import annotations

from cbassess.errors import InputError, UsageError
from cbassess.model.history import PackCopy
from cbassess.model.pack import Pack
from cbassess.packs.opening import pack_from_files
from cbassess.store.history import History

SHIPPED = "shipped"
SHORTEST_HASH = 6


class PackShelf:
    """Finds packs again by their hash, each read once."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._read: dict[tuple[str, str], Pack | None] = {}

    def keep(self, pack: Pack) -> None:
        """Keep a pack with the history; one without files (it was never on a disk) cannot be kept."""
        if pack.files:
            self._history.packs.keep(copy_of(pack))

    def find(self, pack_hash: str, like: Pack) -> Pack | None:
        """The pack of this hash in the language of another; None where it is not at hand.

        A kept pack that this version of the program can no longer read is not at hand either.
        """
        if pack_hash == like.hash:
            return like
        key = pack_hash, like.language
        if key not in self._read:
            self._read[key] = self._find(pack_hash, like.language)
        return self._read[key]

    def named(self, name: str, language: str = "en") -> Pack:
        """The kept pack whose hash begins like this.

        Raises:
            UsageError: there is none, or more than one.
            PackError: it cannot be read.
        """
        kept = self._history.packs.all()
        fitting = [one for one in kept if len(name) >= SHORTEST_HASH and one[0].startswith(name.lower())]
        if len(fitting) == 1:
            copy = self._history.packs.find(fitting[0][0])
            if copy is not None:
                return pack_from_files(copy.files, language)
        known = "; ".join(f"{pack_hash[:12]} ({title} {version})" for pack_hash, title, version in kept)
        problem = "More than one kept pack begins like this." if fitting else "This is no folder and no pack at hand."
        raise UsageError(
            name, "unknown-pack", problem, f"Name a folder, `{SHIPPED}`, or one of: {known or 'none yet'}."
        )

    def _find(self, pack_hash: str, language: str) -> Pack | None:
        copy = self._history.packs.find(pack_hash)
        if copy is None:
            return None
        try:
            pack = pack_from_files(copy.files)
            spoken = language in pack.instrument.languages
            return pack_from_files(copy.files, language) if spoken and language != "en" else pack
        except InputError:
            return None


def copy_of(pack: Pack) -> PackCopy:
    """What is kept of a pack."""
    return PackCopy(pack.hash, pack.instrument.title, pack.instrument.version, pack.files)
