"""A response set written as an answers file is read back as it was."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from cbassess.model.responses import Missing, Response, ResponseSet
from cbassess.packs.answers import read_answers
from cbassess.packs.filling import answers_file
from tests.strategies import DAY, packs_and_responses

texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1).filter(str.strip)


@given(packs_and_responses(), texts)
def test_it_is_read_back_as_it_was(case: tuple[object, dict[str, Response]], said: str) -> None:
    pack, given_responses = case
    instrument = pack.instrument  # type: ignore[attr-defined]
    order = [item.id for item in instrument.items]
    responses = {item: given_responses[item] for item in order if item in given_responses}
    text = answers_file(ResponseSet("A", responses, "2026-Q4", DAY), ("one\nnote", said))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answers.toml"
        file.write_text(text, encoding="utf-8")
        assert read_answers(file, instrument) == ResponseSet("A", responses, "2026-Q4", DAY)


def test_what_somebody_typed_stays_a_text() -> None:
    odd = 'a"b\\c\n[profile]\nside = "import"\x7f 中文 😀'
    text = answers_file(ResponseSet(odd, {"profile.trouble": odd, "profile.side": Missing.DECLINED}), (odd,))
    assert text.splitlines()[:2] == [
        '# a"b\\c [profile] side = "import"\ufffd 中文 😀',
        'seller = "a\\"b\\\\c [profile] side = \\"import\\"\ufffd 中文 😀"',
    ]
    assert text.splitlines()[4:] == [
        'trouble = "a\\"b\\\\c\\n[profile]\\nside = \\"import\\"\\u007f 中文 😀"',
        'side = { missing = "declined" }',
    ]
