"""Everything that the command line says, and its exit codes. stdout is data, stderr is talk.

0 done, 1 a fault of ours or of the machine, 2 wrong use or wrong input, 3 incomplete where complete was
asked for, 130 stopped by the person at the keyboard, 141 the reader of our output went away.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from pathlib import Path

import click

from cbassess.errors import InputError
from cbassess.plain_text import one_line, without_controls

DONE = 0
FAULT = 1
WRONG_INPUT = 2
INCOMPLETE = 3
STOPPED = 130
READER_GONE = 141

PACKAGE = Path(__file__).parents[1]

REPORT = (
    "Please report it with the line above; your answers are not in it. "
    "With CBASSESS_DEBUG=1 the full trace is shown: read it before you pass it on, it may hold answers."
)


def prepare_streams() -> None:
    """A terminal that cannot show a character (gbk, ASCII) gets a question mark, and never an error.

    A stream that the caller closed leads nowhere; a file of ours must not take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as we run
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def put(text: str) -> None:
    """Write data to stdout as it is, unsafe characters replaced; ends the command where that fails."""
    try:
        sys.stdout.write(without_controls(text))
        sys.stdout.flush()
    except BrokenPipeError:
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        say(f"The output cannot be written: {error.strerror}.")
        raise click.exceptions.Exit(FAULT) from None


def put_bytes(content: bytes) -> None:
    """Write the bytes of a file to stdout, for a program that reads them; a usage error in a terminal."""
    if sys.stdout.isatty():
        raise click.UsageError("This format is for files. Name one with -o.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        say(f"The output cannot be written: {error.strerror}.")
        raise click.exceptions.Exit(FAULT) from None


def say(text: str, end: str = "\n") -> None:
    """Write talk to stderr; nobody listening is no fault."""
    with contextlib.suppress(OSError):
        sys.stderr.write(without_controls(text) + end)
        sys.stderr.flush()


def report_input(error: InputError) -> int:
    """Say what is wrong with what was handed in, each problem with its place and its cure."""
    for problem in error.problems:
        say(f"{one_line(problem.place)}: {one_line(problem.message)} [{problem.code}]")
        if problem.hint:
            say(f"    {one_line(problem.hint)}")
    return WRONG_INPUT


def report_usage(error: click.ClickException) -> int:
    """Say what is wrong with the words of the command line."""
    shown = io.StringIO()
    error.show(shown)
    say(shown.getvalue().rstrip("\n"))
    return WRONG_INPUT


def report_fault(error: Exception) -> int:
    """Say that we failed, in one sentence without any value of the data."""
    say(f"cbassess failed: {type(error).__name__} in {_place(error)}. What was saved before is untouched.")
    say(REPORT)
    if os.environ.get("CBASSESS_DEBUG") == "1":
        say("".join(traceback.format_exception(error)))
    return FAULT


def _place(error: Exception) -> str:
    """Module and line of ours at which it went wrong; a message or a variable could hold an answer."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [frame for frame in frames if frame[0].is_relative_to(PACKAGE)]
    if not ours:
        return "an unknown place"
    path, line = ours[-1]
    return f"{path.relative_to(PACKAGE.parent).as_posix()}, line {line}"
