"""Questions of a command before it does what cannot simply be taken back."""

from __future__ import annotations

import sys

from cbassess.cli import talk
from cbassess.errors import UsageError
from cbassess.words import Words

YES = frozenset({"y", "yes", "是", "好"})


def require_yes(question: str, words: Words, option: str = "") -> None:
    """Ask; go on only after a yes.

    Args:
        question: what to ask.
        words: the language.
        option: the option that answers for those who cannot be asked, where there is one.

    Raises:
        UsageError: the answer was no, or there is nobody to ask.
    """
    if not is_yes(question, words):
        hint = f"Where nobody can be asked, add {option}." if option else ""
        raise UsageError("cbassess", "not-confirmed", "There was no yes; nothing was changed.", hint)


def is_yes(question: str, words: Words) -> bool:
    """Whether the answer is yes; nobody there to answer is a no."""
    return _answer(f"{question} [{words('y/N')}]").casefold() in YES


def require_text(question: str, wanted: str) -> None:
    """Ask for a text to be typed; go on only if it is typed exactly.

    Raises:
        UsageError: something else was typed.
    """
    if _answer(question) != wanted:
        raise UsageError("cbassess", "not-confirmed", "That was something else; nothing was changed.", "")


def _answer(question: str) -> str:
    talk.say(f"{question} ", end="")
    line = sys.stdin.readline()
    if not line:
        talk.say("")
    return " ".join(line.split())
