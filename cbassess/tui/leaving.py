"""Leaving and pausing when a signal says so, whatever state the terminal is in."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from rich.console import Console, Group
from rich.segment import Segments
from rich.text import Text
from textual.app import App

from cbassess.tui import words

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_SECONDS = {"SIGHUP": 1.5}
_PATIENCE = 5.0
_LOOK_SECONDS = 5.0


def exit_code(number: int) -> int:
    """The exit code of a program that a signal has ended."""
    return 128 + number


def leave_in_any_case(number: int) -> None:
    """End the process soon, should it not have ended by then.

    When a terminal goes away, the thread that writes to it dies, and everything else would wait for it for ever:
    the process would stay behind. Every answer is on the disk already, so nothing is lost by a hard end. Without a
    terminal there is nothing to put in order either, and it need not be given long.
    """
    seconds = _SECONDS.get(signal.Signals(number).name, _PATIENCE)
    timer = threading.Timer(seconds, os._exit, (exit_code(number),))
    timer.daemon = True
    timer.start()


def handle(loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Let signals be handled between two turns of the loop, and never in the middle of one.

    Textual pauses and goes on right where the signal meets it. Where that is within a write to the terminal, it waits
    for itself for ever.

    Args:
        loop: of the app.
        leave: what ends the app, with the number of the signal.
    """
    for number in SIGNALS:
        loop.add_signal_handler(number, leave, number)
    for name in ("SIGTSTP", "SIGCONT"):
        pause = getattr(signal, name, None)
        textuals = signal.getsignal(pause) if pause else None
        if pause and callable(textuals):
            loop.add_signal_handler(pause, textuals, pause, None)


def leave_on_signals(app: App[Any]) -> None:
    """End the app in order when a signal asks for it, and in any case soon."""

    def leave(number: int) -> None:
        leave_in_any_case(number)
        app.exit(return_code=exit_code(number))

    handle(asyncio.get_running_loop(), leave)
    _leave_with_terminal(app, lambda: leave(signal.SIGHUP))


def _leave_with_terminal(app: App[Any], leave: Callable[[], None]) -> None:
    """End the app when its terminal is gone and no signal has said so.

    Under `nohup` a signal that comes while the app starts is lost; the thread that reads keys would then spin for ever.
    """
    if sys.__stdin__ is None or not sys.__stdin__.isatty() or not hasattr(select, "poll"):
        return
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno(), 0)  # that it hung up is told without being asked for

    def look() -> None:
        if any(event & select.POLLHUP for _, event in terminal.poll(0)):
            leave()

    app.set_interval(_LOOK_SECONDS, look)


def crash_report(console: Console) -> Segments:
    """The fault that is being handled, without the value of any variable: those are a seller's answers."""
    from rich.traceback import Traceback  # costs a twentieth of a second, and is hardly ever needed

    told = Group(Traceback(show_locals=False, width=None), Text(words.CRASHED))
    return Segments(console.render(told, console.options))
