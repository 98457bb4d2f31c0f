"""What the facts that `doctor` gathered mean: what is wrong, what is worth knowing, and the cure of each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator

from cbassess.model.diagnosis import Finding, PackFacts, StoreFacts, TerminalFacts
from cbassess.words import Words, phrase

LITTLE_ROOM = 50 * 1024 * 1024
OLD_COPY = dt.timedelta(days=30)
PRIVATE = ("", "0600", "0400")

# state of the history -> message, cure
_STATES = {
    "damaged": (
        phrase("The history is damaged."),
        phrase("Start cbassess: it sets the file aside and offers the newest good copy."),
    ),
    "rows_damaged": (
        phrase("Something in the history is not what was written."),
        phrase("Keep a copy of the file, then go on from the newest good copy: cbassess restore"),
    ),
    "newer": (phrase("The history was written by a newer cbassess."), phrase("Install the newer one.")),
    "foreign": (
        phrase("The file of the history belongs to another program."),
        phrase("Move it, or set CBASSESS_HOME to another folder."),
    ),
    "unreadable": (
        phrase("The history cannot be read."),
        phrase("Check the rights on the file and on its folder, and that it is a file and no link."),
    ),
}


def findings(
    store: StoreFacts, pack: PackFacts, terminal: TerminalFacts, today: dt.date, words: Words
) -> tuple[Finding, ...]:
    """All findings, the history first."""
    return (*_about_store(store, today, words), *_about_pack(pack, words), *_about_terminal(terminal, words))


def _about_store(store: StoreFacts, today: dt.date, words: Words) -> Iterator[Finding]:
    if store.state in _STATES:
        message, cure = _STATES[store.state]
        yield _wrong(f"history-{store.state}", words(message), words(cure))
    if store.state == "interrupted":
        message = words("The last save was interrupted.")
        yield _note("history-interrupted", message, words("The next start puts it in order; nothing is lost."))
    if os.name == "posix" and store.file.mode not in PRIVATE:
        message = words("Others on this computer may read the file of the history.")
        yield _wrong("not-private", message, words("The next start takes the rights of others away."))
    if not store.writable:
        message = words("Nothing can be saved: the file of the history or its folder can only be read.")
        yield _wrong("read-only", message, words("Check the rights on the file and on its folder."))
    if store.free_bytes < LITTLE_ROOM:
        yield _wrong("little-room", words("There is hardly any room left on the disk."), words("Make room."))
    yield from _about_copies(store, today, words)


def _about_copies(store: StoreFacts, today: dt.date, words: Words) -> Iterator[Finding]:
    bad = [copy.name for copy in store.copies if not copy.sound]
    if bad:
        message = words("These copies of the history are damaged: {names}.").format(names=", ".join(bad))
        yield _wrong("copy-damaged", message, words("Delete them, and write a backup now: cbassess backup FILE"))
    good = [copy for copy in store.copies if copy.sound]
    if store.answers and not (good and abs(today - good[0].made_on) <= OLD_COPY):
        message = words("There is no good copy of the history from the last 30 days.")
        yield _note("no-recent-copy", message, words("Write a backup: cbassess backup FILE"))
    if store.set_aside:
        message = words.plural(
            "{count} damaged file was set aside beside the history.",
            "{count} damaged files were set aside beside the history.",
            store.set_aside,
        )
        yield _note("set-aside", message.format(count=store.set_aside), words("Delete it when it is not needed."))


def _about_pack(pack: PackFacts, words: Words) -> Iterator[Finding]:
    if pack.errors:
        yield _wrong("pack", words("The pack cannot be used."), words("See what is wrong: cbassess pack check"))
    if pack.stale:
        message = words.plural(
            "{count} dated fact of the pack should have been looked at again.",
            "{count} dated facts of the pack should have been looked at again.",
            len(pack.stale),
        )
        cure = words("Look for a newer pack; the plan marks these facts.")
        yield _note("stale-facts", message.format(count=len(pack.stale)), cure)


def _about_terminal(terminal: TerminalFacts, words: Words) -> Iterator[Finding]:
    if terminal.is_terminal and terminal.kind in ("", "dumb"):
        message = words("This terminal cannot show the app.")
        yield _note("dumb-terminal", message, words("Line by line it goes with: cbassess answer --plain"))
    if terminal.is_terminal and not terminal.shows_chinese:
        message = words("This terminal cannot show Chinese characters.")
        yield _note("no-chinese", message, words("Set its character set to UTF-8."))


def _wrong(code: str, message: str, cure: str) -> Finding:
    return Finding(code=code, wrong=True, message=message, cure=cure)


def _note(code: str, message: str, cure: str) -> Finding:
    return Finding(code=code, wrong=False, message=message, cure=cure)
