"""What goes wrong with the history is told in the language of the person who answers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cbassess.errors import StoreError
from cbassess.store import faults
from cbassess.store.faults import plain_faults
from cbassess.words import words_in

CODES = tuple(faults._SENTENCES)


def fault_of(code: int) -> sqlite3.OperationalError:
    fault = sqlite3.OperationalError("as SQLite says it")
    fault.sqlite_errorcode = code
    return fault


def trouble(fault: Exception, path: Path) -> StoreError:
    with pytest.raises(StoreError) as found, plain_faults(path):
        raise fault
    return found.value


@pytest.mark.parametrize(
    "fault",
    [
        *map(fault_of, CODES),
        fault_of(sqlite3.SQLITE_CORRUPT),
        fault_of(sqlite3.SQLITE_MISUSE),
        OSError(5, "Input/output error"),
        UnicodeEncodeError("utf-8", "\ud800", 0, 1, "half"),
    ],
)
def test_it_is_whole_in_both_languages(fault: Exception) -> None:
    path = Path("/home/李/{braces}/history.sqlite3")
    told = trouble(fault, path)
    english, chinese = str(told), told.said(words_in("zh-CN"))
    assert str(path) in english
    assert str(path) in chinese
    assert english.replace(str(path), "").isascii()
    assert chinese.startswith(("历史记录", "磁盘", "您"))


def test_a_sentence_without_a_translation_stays_as_it_is() -> None:
    assert StoreError("A {brace} stays.").said(words_in("zh-CN")) == "A {brace} stays."
