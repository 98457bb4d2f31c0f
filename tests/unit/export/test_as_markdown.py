from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cbassess.export import formats
from cbassess.export.as_markdown import escaped
from cbassess.model.assessment import Assessment
from cbassess.model.comparison import Comparison
from cbassess.plain_text import one_line
from tests.documents_for_tests import assessment, comparison, with_text

render = partial(formats.render, format_name="md")

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"text", "strong_open", "strong_close", "code_inline", "text_special"}
HOSTILE = [
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "=== no underline",
    "--- no rule",
    "> no quote",
    "<script>alert(1)</script>",
    "[link](javascript:alert(1)) ![image](x) <http://example.org>",
    "*no* _emphasis_ **strong** ~~struck~~ `code`",
    "a | b | c",
    "&lt; &#35; &amp;",
    "back\\slash \\* \\",
    "two\n\nparagraphs\n# heading",
    "    no code block",
    "~~~ no fence",
    "``` no fence",
    "[ref]: http://example.org",
]


def inline(text: str) -> list[Token]:
    return [child for token in MARKDOWN.parse(text) for child in token.children or []]


def shown(text: str) -> str:
    return "".join(token.content for token in inline(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_text_is_shown_letter_by_letter(text: str) -> None:
    assert shown(escaped(text)) == one_line(text)
    assert [token.type for token in MARKDOWN.parse(escaped(text))] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(f"| {escaped(text)} |\n| --- |").strip() == one_line(text).strip()


@given(st.text(max_size=60).filter(lambda text: bool(text.strip())))
def test_no_text_at_all_is_markup(text: str) -> None:
    assert shown(escaped(text)) == one_line(text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("document", [assessment(), comparison()], ids=["assessment", "comparison"])
def test_a_hostile_text_changes_no_structure(document: Assessment | Comparison, text: str) -> None:
    plain = [token.type for token in MARKDOWN.parse(render(with_text(document, "plain")))]
    hostile = MARKDOWN.parse(render(with_text(document, text)))
    assert [token.type for token in hostile] == plain
    assert {child.type for token in hostile for child in token.children or []} <= OURS


def test_lists_that_follow_each_other_stay_apart() -> None:
    markdown = MARKDOWN.render(render(assessment()))
    answers = markdown.split("Then you can answer")[1].split("</ul>")[0]
    assert "Proof" not in answers
