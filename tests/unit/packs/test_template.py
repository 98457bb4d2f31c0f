"""The answers template: nothing in it is an answer yet, and filled in it is an answers file."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import openpyxl
import pytest

from cbassess.errors import AnswersError
from cbassess.model.instrument import Instrument, Item
from cbassess.packs.answers import read_answers
from cbassess.packs.loading import load_pack
from cbassess.packs.places import shipped_pack
from cbassess.packs.template import answers_template
from tests.packs_for_tests import TINY, changed, write_pack

FILLED = {"number": "{item.max:.15g}", "date": "2027-03-01", "text": '"[red]a \\" b"'}


def filled(item: Item) -> str:
    """An answer to the item as TOML: the last option, the largest number."""
    if item.kind == "multi":
        return str([option.id for option in item.options if not option.exclusive]).replace("'", '"')
    return f'"{item.option_ids[-1]}"' if item.options else FILLED[item.kind].format(item=item)


def fill_in(template: str, instrument: Instrument) -> str:
    """What somebody does with an editor: take `#` away, replace what stands after `=`."""
    for item in instrument.items:
        key = item.id.partition(".")[2]
        head, section, rest = template.partition(f"[{item.section}]")
        rest, count = re.subn(
            rf"^#{key} = .*$", lambda _, i=item, k=key: f"{k} = {filled(i)}", rest, count=1, flags=re.M
        )
        assert count == 1, item.id
        template = head + section + rest
    return re.sub(r"^#(seller|wave|as_of) =", r"\1 =", template, flags=re.M)


@pytest.fixture(params=["tiny", "shipped"])
def instrument(request: pytest.FixtureRequest, tmp_path: Path) -> Instrument:
    return load_pack(write_pack(tmp_path, TINY) if request.param == "tiny" else shipped_pack()).instrument


def test_nothing_is_answered_yet(tmp_path: Path, instrument: Instrument) -> None:
    template = answers_template(instrument)
    assert tomllib.loads(template) == {section.id: {} for section in instrument.sections}
    (tmp_path / "a.toml").write_text(template)
    with pytest.raises(AnswersError) as caught:
        read_answers(tmp_path / "a.toml", instrument)
    assert [problem.path for problem in caught.value.problems] == ["seller"]


def test_filled_in_it_is_read(tmp_path: Path, instrument: Instrument) -> None:
    file = tmp_path / "answers.toml"
    file.write_text(fill_in(answers_template(instrument), instrument), encoding="utf-8")
    answers = read_answers(file, instrument)
    assert answers.seller == "name of the firm"
    assert answers.wave == "2026-Q4"
    assert list(answers.responses) == [item.id for item in instrument.items]


def test_lines_fit_on_a_screen_and_every_option_is_explained(instrument: Instrument) -> None:
    template = answers_template(instrument)
    assert max(map(len, template.splitlines())) <= 102
    for item in instrument.items:
        for option in item.options:
            assert re.search(rf"^#   {option.id}  +\S", template, flags=re.M)


def test_texts_cannot_leave_their_comment(tmp_path: Path) -> None:
    files = changed(
        "questions/profile.toml", '"In which direction do you sell?"', r'"one\nseller = 1\r\n[x]\rside = 2"'
    )
    instrument = load_pack(write_pack(tmp_path, files)).instrument
    assert tomllib.loads(answers_template(instrument)) == {"profile": {}, "brand": {}}


def test_in_chinese_it_is_an_answers_file_as_well(tmp_path: Path) -> None:
    instrument = load_pack(shipped_pack(), "zh-CN").instrument
    template = answers_template(instrument, "zh-CN")
    assert template.startswith("# 回答：")
    assert tomllib.loads(template) == {section.id: {} for section in instrument.sections}
    file = tmp_path / "answers.toml"
    file.write_text(fill_in(template, instrument), encoding="utf-8")
    answers = read_answers(file, instrument)
    assert answers.seller == "公司名称"
    assert list(answers.responses) == [item.id for item in instrument.items]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_no_seller_has_to_read_a_condition_as_the_pack_has_it(language: str) -> None:
    from cbassess import workflow

    pack = workflow.open_pack(None, language)
    conditions = {item.ask_when for item in pack.items.values() if item.ask_when}
    text = workflow.answers_template(pack).content
    assert isinstance(text, str)
    packed = workflow.answers_template(pack, "xlsx").content
    assert isinstance(packed, bytes)
    cells = {str(cell) for row in openpyxl.load_workbook(io.BytesIO(packed)).worksheets[0].values for cell in row}
    assert len(conditions) > 20
    for condition in conditions:
        assert f": {condition}\n" not in text
        assert condition not in cells
