"""The sheet for paper and chat: what is printed can be replied, and the check letter catches what it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from cbassess.packs.paper_codes import CHECKS, OPTIONS, Codes
from cbassess.packs.paper_reply import read_reply
from cbassess.packs.paper_sheet import WIDTH, paper_sheet
from cbassess.packs.values import parse_value
from cbassess.workflow import open_pack

PACKS = {language: open_pack(None, language) for language in ("en", "zh-CN")}
PACK = PACKS["en"]
CODES = Codes(PACK.instrument)


def responses_to(item: Item) -> st.SearchStrategy[Response]:
    said: st.SearchStrategy[Response]
    match item.kind:
        case "multi":
            alone = [option.id for option in item.options if option.exclusive]
            several = st.sets(st.sampled_from([one for one in item.option_ids if one not in alone]), min_size=1)
            said = several.map(lambda chosen: tuple(one for one in item.option_ids if one in chosen))
            if alone:
                said |= st.sampled_from([(one,) for one in alone])
        case "scale" | "choice":
            said = st.sampled_from(item.option_ids)
        case _:
            said = st.integers(int(item.min or 0), int(item.max or 99)).map(float)
    return said | st.sampled_from([Missing.DONT_KNOW, Missing.DECLINED])


ANSWERS = st.fixed_dictionaries({}, optional={item.id: responses_to(item) for item in PACK.instrument.items})


def written(item: Item, response: Response) -> Iterator[str]:
    """The codes that a person copies from the sheet."""
    if isinstance(response, Missing):
        yield CODES.of_item(item) + ("?" if response is Missing.DONT_KNOW else "n")
    elif isinstance(response, float):
        yield f"{CODES.of_item(item)}={response:g}" if response < 1e6 else f"{CODES.of_item(item)}={response:.0f}"
    else:
        for option in response if isinstance(response, tuple) else (response,):
            yield CODES.of_option(item, item.option_ids.index(str(option)))


def reply_to(answers: Mapping[str, Response]) -> list[str]:
    return [code for item, response in answers.items() for code in written(PACK.items[item], response)]


@given(answers=ANSWERS, data=st.data())
def test_what_is_copied_from_the_sheet_comes_back(answers: dict[str, Response], data: st.DataObject) -> None:
    codes = reply_to(answers)
    shuffled = data.draw(st.permutations(codes))
    between = data.draw(st.sampled_from([" ", "\n", ", ", "；", "  ", "、"]))
    text = between.join(shuffled)
    read = read_reply(data.draw(st.sampled_from([text, text.upper()])), PACK.instrument)
    assert not read.problems
    assert read.responses == answers
    assert all(line.checked for line in read.lines)


@given(answers=ANSWERS)
def test_without_check_letters_it_is_read_as_well_and_said_to_be_unchecked(answers: dict[str, Response]) -> None:
    read = read_reply(" ".join(code[1:] for code in reply_to(answers)), PACK.instrument)
    assert not read.problems
    assert read.responses == answers
    assert not any(line.checked for line in read.lines)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_every_code_of_the_printed_sheet_is_read_as_its_answer(pack: Pack) -> None:
    text = paper_sheet(pack.instrument, pack.language, set(pack.items))
    assert max(map(cell_len, text.splitlines())) <= WIDTH
    printed = re.findall(r"^  ([a-z]\d+[a-z]) ", text.partition("==")[2], re.MULTILINE)
    assert len(printed) == sum(len(item.options) for item in pack.instrument.items)
    expected = [(item, option.id) for item in pack.instrument.items for option in item.options]
    for code, (item, option) in zip(printed, expected, strict=True):
        read = read_reply(code, pack.instrument)
        assert not read.problems
        assert read.responses == {item.id: parse_value(item, [option] if item.kind == "multi" else option)}


def test_a_single_wrong_character_is_caught_wherever_it_stands() -> None:
    """Every code there is, with each of its characters changed into every other one."""
    for item in PACK.instrument.items:
        for place, option in enumerate(item.options):
            code = CODES.of_option(item, place)
            for at, character in enumerate(code):
                alphabet = CHECKS if at == 0 else "0123456789" if character.isdigit() else OPTIONS
                for other in set(alphabet) - {character}:
                    wrong = code[:at] + other + code[at + 1 :]
                    assert read_reply(wrong, PACK.instrument).problems, (code, wrong, option)


def test_digits_that_changed_places_and_slips_are_caught() -> None:
    for item in PACK.instrument.items:
        number = CODES.numbers[item.id]
        for place in range(len(item.options)):
            check, letter = CODES.of_option(item, place)[0], OPTIONS[place]
            slipped = [number + by for by in range(-22, 23) if by]
            for other in {int(str(number)[::-1]), *slipped} - {number}:
                assert read_reply(f"{check}{other}{letter}", PACK.instrument).problems, (number, other)


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read = read_reply(text, PACK.instrument)
    assert set(read.responses) <= set(PACK.items)


@given(st.from_regex(r"([a-z]?\d{1,3}[a-z?]{0,3}(=\S{0,5})?[ ,]){1,20}", fullmatch=True))
def test_nearly_a_reply_is_read_or_refused_code_by_code(text: str) -> None:
    read = read_reply(text, PACK.instrument)
    assert read.lines or read.problems
    assert all(problem.message and problem.place for problem in read.problems)
