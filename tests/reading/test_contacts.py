"""E-mail addresses of the contact line."""

from __future__ import annotations

from time import process_time

import pytest

from tests.reading.helpers import traced
from ucap.reading.record import read_contacts


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("IUC-ASIA_office@iuc-asia.eu", ["IUC-ASIA_office@iuc-asia.eu"]),
        ("IUC-ASIA office@iuc-asia.eu", ["IUC-ASIA office@iuc-asia.eu"]),
        ("iuc@granada.example / IUC-ASIA_office@iuc-asia.eu", ["iuc@granada.example", "IUC-ASIA_office@iuc-asia.eu"]),
        ("Ms Li, li.wei@wuxi.gov.cn, or li.wei@wuxi.gov.cn", ["li.wei@wuxi.gov.cn"]),
        ("p.verhoeven [at] breda.example / info@breda.example", ["p.verhoeven@breda.example", "info@breda.example"]),
        ("office(at)innsbruck.example", ["office@innsbruck.example"]),
        ("anna {AT} ghent [dot] example", ["anna@ghent.example"]),
        ("mailto:IUC-ASIA_office@iuc-asia.eu", ["IUC-ASIA_office@iuc-asia.eu"]),
        ("the office at ghent.example", []),
        ("the programme office", []),
    ],
)
def test_each_address_is_a_contact_once(line: str, addresses: list[str]) -> None:
    assert [read.value for read in read_contacts([traced(line)])] == addresses


@pytest.mark.parametrize("unit", ["a", "a.", "a@", "a@b-", "a@b.c-", "a [at] ", "a(at)b[dot]", "mailto: "])
def test_long_text_without_an_address_takes_no_time(unit: str) -> None:
    """With a pattern that starts again at each letter, the first takes a minute."""
    began = process_time()
    read_contacts([traced(unit * (200_000 // len(unit)))])
    assert process_time() - began < 3
