"""The form for phones: ODK takes it without a warning, and it asks what we would ask."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import shutil
from functools import lru_cache
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from pyxform.xls2xform import convert

from cbassess.engine.situation import Ruling, situate
from cbassess.export.xlsform import xlsform
from cbassess.export.xpath import field
from cbassess.model.instrument import Item
from cbassess.model.pack import Pack
from cbassess.model.responses import Missing, Response
from cbassess.packs.loading import load_pack
from cbassess.packs.places import shipped_pack
from tests.conftest import TORTURE
from tests.packs_for_tests import changed, write_pack

DAY = dt.date(2026, 11, 22)
ROUNDS = 2_000 if TORTURE else 100


@lru_cache
def packs() -> tuple[Pack, Pack]:
    return load_pack(shipped_pack()), load_pack(shipped_pack(), "zh-CN")


@lru_cache
def content() -> bytes:
    form = xlsform(packs())
    assert not form.untranslated
    return form.content


def rows(content: bytes, sheet: str) -> list[dict[str, str]]:
    head, *body = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    return [{key: str(cell) for key, cell in zip(head, row, strict=True) if cell is not None} for row in body]


def test_pyxform_takes_it_without_a_warning() -> None:
    made = convert(io.BytesIO(content()), validate=False)
    assert made.warnings == []
    assert "selected(" in made.xform


@pytest.mark.skipif(not shutil.which("java"), reason="ODK Validate needs java")
def test_odk_validate_takes_it_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(content())
    assert convert(tmp_path / "form.xlsx", validate=True).warnings == []


def test_every_item_is_there_in_both_languages_with_why_and_how() -> None:
    english, chinese = packs()
    survey = {row["name"]: row for row in rows(content(), "survey") if "name" in row}
    choices = rows(content(), "choices")
    for pack, language in ((english, "English (en)"), (chinese, "简体中文 (zh)")):
        for item in pack.instrument.items:
            row = survey[field(item.id)]
            assert row[f"label::{language}"].startswith(item.stem[:40])
            assert row[f"hint::{language}"] == " ".join(item.how.split())
            assert row[f"guidance_hint::{language}"] == " ".join(item.why.split())
            listed = [row for row in choices if row["list_name"] == field(item.id)]
            shown = {row["name"]: row[f"label::{language}"] for row in listed}
            assert {option.id: option.text for option in item.options}.items() <= shown.items()


XPATH = re.compile(r"\$\{(\w+)\}")


class Phone:
    """Goes through the form as ODK does, with the XPath of libxml2 and ODK's own functions added."""

    def __init__(self, survey: list[dict[str, str]]) -> None:
        self.survey = survey
        functions = etree.FunctionNamespace(None)
        functions["if"] = lambda _, test, yes, no: yes if test else no
        functions["selected"] = lambda _, chosen, option: option in str(chosen).split()
        functions["count-selected"] = lambda _, chosen: float(len(str(chosen).split()))
        functions["decimal-date-time"] = lambda _, day: float(_day(day))
        functions["int"] = lambda _, number: float(int(number))

    def worked_out(self, expression: str, values: dict[str, str]) -> object:
        return etree.XPath(XPATH.sub(lambda found: f"'{values.get(found[1], '')}'", expression))(etree.Element("x"))

    def asked(self, answers: dict[str, str]) -> set[str]:
        """The fields that are shown, one after the other; what is not shown has no value."""
        answers = {**answers, "as_of": DAY.isoformat()}
        values, shown = dict[str, str](), set[str]()
        for row in self.survey:
            name = row.get("name", "")
            if row["type"] == "calculate":
                values[name] = _text(self.worked_out(row["calculation"], values))
            elif "relevant" not in row or self.worked_out(row["relevant"], values):
                shown.add(name)
                values[name] = answers.get(name, "")
        return shown


def _day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal() if text else 0


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def some_answer(item: Item, chance: random.Random) -> Response | None:
    roll = chance.random()
    if roll < 0.12:
        return None
    if roll < 0.24:
        return chance.choice([Missing.DONT_KNOW, Missing.DECLINED])
    if item.kind == "multi":
        alone = [option.id for option in item.options if option.exclusive]
        others = [option for option in item.option_ids if option not in alone]
        if alone and chance.random() < 0.3:
            return (alone[0],)
        chosen = chance.sample(others, chance.randint(1, min(3, len(others))))
        return tuple(option for option in item.option_ids if option in chosen)
    if item.options:
        return chance.choice(item.option_ids)
    if item.kind == "number":
        return float(chance.randint(int(item.min or 0), min(100, int(item.max or 100))))
    return DAY + dt.timedelta(days=chance.randint(-100, 300)) if item.kind == "date" else "text"


def as_field(item: Item, response: Response) -> dict[str, str]:
    if isinstance(response, Missing):
        return {field(item.id) + ("" if item.options else "_missing"): response.value}
    if isinstance(response, tuple):
        return {field(item.id): " ".join(response)}
    return {field(item.id): _text(response)}


def same_route(pack: Pack, survey: list[dict[str, str]], rounds: int, seed: int) -> None:
    phone, ruling, chance = Phone(survey), Ruling(pack), random.Random(seed)
    for _ in range(rounds):
        answers = {item.id: some_answer(item, chance) for item in pack.instrument.items}
        given = {name: answer for name, answer in answers.items() if answer is not None}
        states = situate(ruling, given, DAY).states
        wanted = {field(name) for name, state in states.items() if state not in ("off_route", "waiting")}
        fields = dict(pair for name, one in given.items() for pair in as_field(pack.items[name], one).items())
        shown = phone.asked(fields) & {field(name) for name in pack.items}
        assert shown == wanted, (sorted(shown ^ wanted), given)


def test_the_phone_asks_what_we_would_ask() -> None:
    same_route(packs()[0], rows(content(), "survey"), ROUNDS, seed=11)


CONDITIONS = [
    "not answered(profile.next_fair)",
    "days_until(profile.next_fair) < 90",
    "count(profile.channels) >= 2",
    'not has_any(profile.channels, "amazon", "own_site")',
    'profile.side in ("export", "both") or answered(profile.trouble)',
    'not (brand.mark_filed >= "home" and profile.hours_per_week > 4)',
    'brand.own_brand != "no" and not (sells_export or profile.budget <= 1000)',
]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_form_of_condition_means_the_same_on_a_phone(tmp_path: Path, condition: str) -> None:
    last = 'how = "Look at the licence."\nask_when = '
    files = changed("questions/brand.toml", f"{last}'sells_import'", f"{last}'{condition}'")
    pack = load_pack(write_pack(tmp_path, files))
    form = xlsform([pack])
    assert not form.untranslated
    assert convert(io.BytesIO(form.content), validate=False).warnings == []
    same_route(pack, rows(form.content, "survey"), 60, seed=3)


def test_a_condition_that_a_form_cannot_say_is_named(tmp_path: Path) -> None:
    files = changed("questions/profile.toml", '{ id = "both", text', '{ id = "declined", text')
    form = xlsform([load_pack(write_pack(tmp_path, files))])
    assert "brand.own_brand" in [item for item, _ in form.untranslated]
    assert all("profile.side has an option 'declined'" in because for _, because in form.untranslated)
    survey = {row.get("name"): row for row in rows(form.content, "survey")}
    assert all("relevant" not in survey[field(item)] for item, _ in form.untranslated)
    assert convert(io.BytesIO(form.content), validate=False).warnings == []
