"""`docs/reference/command-line.md`, written from the commands themselves: `python -m tools.command_line`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cbassess.cli.group import program

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "command-line.md"

HEAD = """\
<!-- Written by `make generate` from the commands. Do not edit. -->

# Command line

stdout is data, stderr is talk. Exit codes: 0 done, 1 a fault of ours, 2 wrong use or wrong input, 3 answers incomplete
where complete ones were asked for, 130 stopped with Ctrl+C.

What is wrong with a pack or an answers file is listed whole, each with its place and its cure;
[problems](../problems.md) has every code. What is asked for wrongly is refused with one of these codes, and nothing is
written:

| Code | Meaning |
|---|---|
"""

REFUSALS = {
    "backup-changed": "The backup file was changed, damaged or cut.",
    "backup-newer": "The backup was written by a newer cbassess.",
    "backup-wrong": "The backup file does not hold a sound history.",
    "bad-readiness": "Readiness goes from 0 to 100.",
    "cannot-read": "The file cannot be read; the message says why.",
    "cannot-write": "The file or folder cannot be written; the message says why.",
    "empty-history": "Nothing has been answered or imported yet.",
    "file-exists": "The file exists already; `--force` replaces it.",
    "is-folder": "The name is that of a folder; name a file in it.",
    "is-link": "The name is a link; name the file that it leads to.",
    "needs-file": "The format is for files and cannot be shown in a terminal; name a file.",
    "no-day": "The answers do not say of which day they tell.",
    "other-seller": "The two are of different sellers.",
    "no-copy": "There is no good copy of the history to go back to.",
    "no-folder": "The folder of the output file does not exist.",
    "no-solver": "Proofs need the extra `prove`, which is not installed.",
    "no-terminal": "The app needs a terminal; `cbassess assess` does not.",
    "no-name": "It was asked for a seller, and no name was given.",
    "not-a-backup": "The file is no backup of cbassess, or was cut.",
    "not-a-file": "The name is that of a device or a pipe.",
    "not-a-pack": "The pack that comes with the program is missing: install it again.",
    "no-reason": "A step is dropped with a reason.",
    "not-confirmed": "What cannot simply be taken back was not confirmed.",
    "not-empty": "A new pack, or a set of counterexamples, needs an empty folder.",
    "not-in-this-format": "The format can hold a plan or a comparison, but not the answer to a question.",
    "not-installed": "What was asked for needs an extra; the message says how to install it.",
    "one-wave": "A wave cannot be compared with itself.",
    "past-quarter": "The quarter is over on the day of the assessment.",
    "port-taken": "Another program listens at this port; `--port` names another one.",
    "seller-exists": "There is a seller of this name already.",
    "too-far-away": "A goal can lie up to three years ahead.",
    "trend-off-route": "The trend does not concern the seller; those that do are named.",
    "unknown-action": "There is no such action; the nearest is named.",
    "too-long": "A text is too long; the message says how long it may be.",
    "unknown-format": "There is no such format; the nearest is named.",
    "unknown-item": "There is no such item; the nearest is named.",
    "unknown-language": "The pack has no such language; those that it has are named.",
    "unknown-name": "There is no step, item or trend of that name; the nearest is named.",
    "unknown-pack": "There is no such pack at hand; those that there are are named.",
    "unknown-part": "The step has no part of this number.",
    "unknown-section": "The questionnaire has no such section; those that it has are named.",
    "unknown-seller": "There is no such seller; those that there are are named.",
    "unknown-step": "There is no such step; the nearest is named.",
    "unknown-text": "No original of a translation has this row; the nearest is named.",
    "unknown-trend": "There is no such trend; the nearest is named.",
    "unknown-wave": "There is no such wave; those that there are are named.",
    "wave-exists": "The seller has a wave of this label already.",
    "which-seller": "There is more than one seller: say which.",
}


def page() -> str:
    """The whole page."""
    rows = "".join(f"| `{code}` | {meaning} |\n" for code, meaning in REFUSALS.items())
    root = click.Context(program, info_name="cbassess", terminal_width=100, **program.context_settings)
    return HEAD + rows + "".join(_sections(program, root))


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _sections(inner, click.Context(inner, info_name=name, parent=context, terminal_width=100))


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
