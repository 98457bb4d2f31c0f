from __future__ import annotations

import pytest

from cbassess.words import CURRENCIES, phrase, words_in

CHINESE = words_in("zh-CN")


def test_a_text_is_said_in_the_language() -> None:
    assert CHINESE("Readiness") == "准备度"
    assert CHINESE.plural("{} hour", "{} hours", 1) == CHINESE.plural("{} hour", "{} hours", 2) == "{} 小时"


def test_english_is_the_text_itself() -> None:
    english = words_in("en")
    assert english("Readiness") == "Readiness"
    assert english.plural("{} hour", "{} hours", 1) == "{} hour"
    assert english.plural("{} hour", "{} hours", 2) == "{} hours"
    assert phrase("Readiness") == "Readiness"


def test_what_is_not_in_the_catalogue_stays_english() -> None:
    assert CHINESE("a text that nobody marked") == "a text that nobody marked"


def test_the_empty_text_is_empty_and_not_the_header_of_the_catalogue() -> None:
    assert CHINESE("") == ""


@pytest.mark.parametrize(
    "language", ["fr", "", "..", "../zh-CN", "zh/CN", "/etc", "zh-CN\n", "zh-CN/../zh-CN", "\x00", "zh." * 9]
)
def test_a_language_without_a_catalogue_is_english(language: str) -> None:
    assert words_in(language)("Readiness") == "Readiness"


def test_a_catalogue_is_read_once() -> None:
    assert words_in("zh-CN") is CHINESE


def test_currencies_have_names_and_unusual_ones_their_code() -> None:
    assert CHINESE.currency("CNY") == "元"
    assert len({CHINESE.currency(code) for code in CURRENCIES}) == len(CURRENCIES)
    assert CHINESE.currency("XAF") == "XAF"
    assert words_in("en").currency("CNY") == "CNY"
