"""The questionnaire as a workbook to fill in: drop-downs for options, why we ask and how to find out as notes.

Beside each cell to fill in stands, in the last column, the id of what belongs there; a hidden sheet tells which option
each text of a list means. Both are hints for `packs.answers_sheet`, which reads the book back and trusts neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cbassess.export.workbook import SOFT, Sheet, Workbook
from cbassess.model.instrument import Instrument, Item, Section
from cbassess.plain_text import one_line
from cbassess.words import Words, phrase, words_in

WIDTHS = (72.0, 46.0, 18.0, 34.0, 30.0)
QUESTION, ANSWER, MISSING, REMARK, ID = range(5)

MISSING_WORDS = {"dont_know": phrase("don't know"), "declined": phrase("rather not say")}

GUIDE = (
    phrase("Write your answers into the framed cells of the second column. Where there is an arrow, choose."),
    phrase("A red corner has a note: why we ask, and how to find out."),
    phrase("Leave empty what does not apply to you. The third column is for what you do not know or rather not say."),
    phrase("Questions with several answers have a row for each; choose the mark beside all that fit."),
)


def questionnaire(
    instrument: Instrument, language: str, asked_if: Mapping[str, str] | None = None, mark: str = "x"
) -> bytes:
    """The workbook.

    Args:
        instrument: what is asked.
        language: of the words around it.
        asked_if: item id -> in words when it is asked; without them its condition stands there as the pack has it.
        mark: what is put beside the options of a multi.
    """
    words = words_in(language)
    with Workbook(None, language) as book:
        writer = _Writer(book, words, mark, asked_if or {})
        writer.head(instrument)
        for section in instrument.sections:
            writer.section(section)
        writer.finish()
    return book.content


class _Writer:
    """Puts rows on the visible sheet and the meaning of their lists on the hidden one."""

    def __init__(self, book: Workbook, words: Words, mark: str, asked_if: Mapping[str, str]) -> None:
        self._words, self._mark, self._asked_if = words, mark, asked_if
        self._sheet: Sheet = book.sheet(words("Questionnaire"), WIDTHS)
        self._lists: Any = book.book.add_worksheet("lists")
        self._lists.hide()
        self._listed = 0
        self._open = book.style(text_wrap=True, locked=False, border=1, border_color=SOFT)
        self._number = book.style(locked=False, border=1, border_color=SOFT, num_format="General", align="left")
        self._day = book.style(locked=False, border=1, border_color=SOFT, num_format="yyyy-mm-dd", align="left")
        self._quiet = book.style(font_color=SOFT, text_wrap=True, italic=True)
        self._indented = book.style(text_wrap=True, align="left", indent=3)
        self._faint = book.style(font_color="#B6C2CC", font_size=8)
        self._missing = self._list("", list(MISSING_WORDS), [words(text) for text in MISSING_WORDS.values()])
        self._marks = self._list("", ["yes"], [mark])

    def head(self, instrument: Instrument) -> None:
        """Title, how to fill it in, and the three cells about the seller."""
        words, sheet = self._words, self._sheet
        sheet.heading(f"{instrument.title}, {instrument.version}", title=True)
        for line in GUIDE:
            sheet.wide(words(line), 4)
        sheet.next += 1
        heads = (words("Question"), words("Answer"), words("If there is none"), words("Asked only if"))
        sheet.heads(heads)
        self._first = sheet.next
        sheet.page.freeze_panes(sheet.next, 0)
        sheet.page.repeat_rows(sheet.next - 1)
        self._asked(words("Name of the firm"), "seller", self._open)
        self._asked(words("Quarter, such as 2026-Q4 (may stay empty)"), "wave", self._open)
        self._asked(words("Day of the answers, such as 2026-11-30 (may stay empty)"), "as_of", self._day)

    def section(self, section: Section) -> None:
        """The heading of a section and its items."""
        self._sheet.heading(section.title)
        self._sheet.wide(section.intro, 4)
        for item in section.items:
            if item.kind == "multi":
                self._multi(item)
            else:
                self._single(item)

    def finish(self) -> None:
        """Only what is to be filled in can be changed by accident; there is no password."""
        self._sheet.page.protect("", {"format_columns": True, "format_rows": True})
        self._sheet.page.set_column(ID, ID, WIDTHS[ID], None, {"level": 1})

    def _single(self, item: Item) -> None:
        styles = {"number": self._number, "date": self._day}
        row = self._asked(_stem(item, self._words), item.id, styles.get(item.kind, self._open), item)
        rule = self._rule(item)
        if rule:
            self._sheet.page.data_validation(row, ANSWER, row, ANSWER, rule)
        self._choose(row, MISSING, self._missing)

    def _multi(self, item: Item) -> None:
        row = self._asked(item.stem, item.id, None, item)
        self._choose(row, MISSING, self._missing)
        for option in item.options:
            row = self._asked(option.text, f"{item.id}={option.id}", self._open)
            self._sheet.page.write_string(row, QUESTION, one_line(option.text), self._indented)
            self._choose(row, ANSWER, self._marks)

    def _asked(self, text: str, name: str, style: Any, item: Item | None = None) -> int:
        """A row to fill in, or the head of one question with several; its number is given back."""
        sheet, row = self._sheet, self._sheet.next
        condition = self._asked_if.get(item.id, item.ask_when) if item and item.ask_when else ""
        sheet.row([text, None, None, condition, None])
        sheet.page.write_string(row, ID, name, self._faint)
        if condition:
            sheet.page.write_string(row, REMARK, one_line(condition), self._quiet)
        if style is not None:
            sheet.page.write_blank(row, ANSWER, None, style)
        if item is not None:
            sheet.page.write_blank(row, MISSING, None, self._open)
            why = self._words("Why we ask: {why}").format(why=one_line(item.why))
            how = self._words("How to find out: {how}").format(how=one_line(item.how))
            sheet.page.write_comment(row, QUESTION, f"{why}\n\n{how}", {"x_scale": 3, "y_scale": 2, "author": ""})
        return row

    def _rule(self, item: Item) -> dict[str, object]:
        """What the cell takes, as the spreadsheet checks it while it is filled in."""
        message = {
            "error_title": "cbassess",
            "error_message": self._words("Choose from the list, or keep to the range."),
        }
        if item.options:
            source = self._list(item.id, list(item.option_ids), [option.text for option in item.options])
            return {"validate": "list", "source": source, **message}
        if item.kind == "number":
            kind = "integer" if item.whole else "decimal"
            return {"validate": kind, "criteria": "between", "minimum": item.min, "maximum": item.max, **message}
        return {}

    def _choose(self, row: int, column: int, source: str) -> None:
        self._sheet.page.data_validation(row, column, row, column, {"validate": "list", "source": source})

    def _list(self, item: str, ids: list[str], texts: list[str]) -> str:
        """Put a list on the hidden sheet; where it stands, as a spreadsheet says it."""
        first = self._listed
        for option, text in zip(ids, texts, strict=True):
            for column, value in enumerate((item, option, one_line(text))):
                self._lists.write_string(self._listed, column, value)
            self._listed += 1
        return f"=lists!$C${first + 1}:$C${self._listed}"


def _stem(item: Item, words: Words) -> str:
    if item.kind != "number":
        return item.stem
    text = words("{question} ({least} to {most}, {unit})")
    return text.format(question=item.stem, least=f"{item.min:,.10g}", most=f"{item.max:,.10g}", unit=item.unit)
