"""Values of a record as people read them."""

from __future__ import annotations

import pytest

from ucap.plan.pointers import Field, Json
from ucap.plan.words import in_words

BILBAO = {"name": "Bilbao", "written": "Bilbao", "side": "europe", "lead": False, "region": None, "country_code": "ES"}


@pytest.mark.parametrize("value", [None, "", [], {}])
def test_nothing_is_said_of_what_is_empty(value: Json) -> None:
    assert in_words(value) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-11", "2019-11"),
        (1440000, "1,440,000"),
        (4102.0, "4,102"),
        (2.15899, "2.15899"),
        (True, "yes"),
        (False, "no"),
        (["DE", "IT"], "DE and IT"),
        (["Green roofs, and walls", "Wetlands"], "Green roofs, and walls; Wetlands"),
        (BILBAO, "Bilbao (Side: Europe, Country: Spain)"),
        (
            {"goal": 8, "stated": True, "text": "SDG8 Decent Work"},
            "8 (Stated in the SDG row: yes, Text: SDG8 Decent Work)",
        ),
    ],
)
def test_a_value_is_put_into_words(value: Json, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("value", "field", "words"),
    [
        ("GB", "/cities/1/country_code", "United Kingdom"),
        (["DE", "IT"], "/europe/countries", "Germany and Italy"),
        ("circular-economy", "/topics/0/topic", "Circular economy"),
        ("planned", "/activities/0/status", "Planned"),
        ("visit", "/activities/0/kind", "Visit"),
        ("GB", "/title", "GB"),
    ],
)
def test_a_code_is_given_by_its_name_where_it_is_one(value: Json, field: str, words: str) -> None:
    assert in_words(value, Field.parse(field).kind) == words
