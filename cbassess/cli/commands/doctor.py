"""`cbassess doctor`: where everything lies, and whether it is well. Safe to paste into a bug report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cbassess.cli import clock, options, talk, terminal
from cbassess.plain_text import escaped_controls, one_line
from cbassess.words import Words, phrase, words_in

if TYPE_CHECKING:
    from cbassess.model.diagnosis import Diagnosis

STATES = {
    "none": phrase("not begun yet"),
    "empty": phrase("not begun yet"),
    "sound": phrase("sound"),
    "damaged": phrase("damaged"),
    "rows_damaged": phrase("damaged in one place at least"),
    "newer": phrase("of a newer cbassess"),
    "foreign": phrase("of another program"),
    "interrupted": phrase("interrupted while saving"),
    "unreadable": phrase("not readable"),
}


@click.command()
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@options.pack
@options.language
def doctor(format_name: str, pack_folder: Path | None, language: str) -> int:
    """Tell where everything lies and whether it is well.

    Nothing is changed, and no answer and no name of a seller is shown. Exit code 0 where nothing is wrong, else 2.
    """
    from cbassess.workflow.doctor import examine  # what only this command needs

    words = words_in(language)
    found = examine(pack_folder, clock.today(), terminal.facts(), words)
    if format_name == "json":
        data = found.model_dump(mode="json", by_alias=True)
        talk.put(escaped_controls(json.dumps(data, indent=2, ensure_ascii=False)) + "\n")
    else:
        talk.put("".join(f"{line}\n" for line in _lines(found, words)))
    return talk.DONE if found.healthy else talk.WRONG_INPUT


def _lines(found: Diagnosis, words: Words) -> Iterator[str]:
    for title, facts in _blocks(found, words):
        yield words(title)
        yield from (f"  {words(label)}: {one_line(value)}" for label, value in facts if value)
        yield ""
    if not found.findings:
        yield words("Nothing is wrong.")
    for finding in found.findings:
        mark = words("WRONG") if finding.wrong else words("Note")
        yield one_line(f"{mark}: {finding.message} {finding.cure}")


def _blocks(found: Diagnosis, words: Words) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    program, pack = found.program, found.pack
    libraries = ", ".join(f"{name} {version or '-'}" for name, version in program.libraries.items())
    yield (
        phrase("Program"),
        [
            ("cbassess", f"{program.version}, {program.folder}"),
            ("Python", f"{program.python}, SQLite {found.store.sqlite}, {program.system}"),
            (phrase("Libraries"), libraries),
        ],
    )
    yield phrase("History"), list(_history(found, words))
    yield (
        phrase("Pack"),
        [
            (phrase("Folder"), pack.folder),
            (phrase("Title"), f"{pack.title} {pack.version}".strip()),
            ("SHA-256", pack.hash),
            (phrase("Facts to be looked at again"), f"{len(pack.stale)} / {pack.dated_facts}"),
        ],
    )
    yield phrase("Terminal"), list(_terminal(found, words))


def _history(found: Diagnosis, words: Words) -> Iterator[tuple[str, str]]:
    store = found.store
    yield phrase("Folder"), f"{store.folder.path} {store.folder.mode}".strip()
    yield phrase("File"), f"{store.file.path} {store.file.mode}".strip()
    yield phrase("State"), words(STATES[store.state])
    yield phrase("Version"), f"{store.schema_version} / {store.known_version}"
    counted = words("{sellers} sellers, {waves} waves, {answers} answers, {size} KB")
    yield (
        phrase("Holds"),
        counted.format(
            sellers=store.sellers, waves=store.waves, answers=store.answers, size=f"{store.bytes / 1024:,.0f}"
        ),
    )
    for copy in store.copies:
        state = words("sound") if copy.sound else words("damaged")
        yield phrase("Copy"), f"{copy.name}, {copy.made_on}, {copy.bytes / 1024:,.0f} KB, {state}"
    yield phrase("Room on the disk"), f"{store.free_bytes / 1024**2:,.0f} MB"


def _terminal(found: Diagnosis, words: Words) -> Iterator[tuple[str, str]]:
    facts = found.terminal
    yield phrase("Kind"), facts.kind if facts.is_terminal else words("none")
    yield phrase("Size"), " x ".join(str(one) for one in facts.size)
    yield phrase("Colours"), facts.colours
    yield phrase("Characters"), facts.encoding
    yield phrase("Language"), facts.language
    yield phrase("Inside of"), ", ".join(facts.inside)
