"""What a plan is called: the id is there, in plain letters and digits, whatever the script of the lead city's name."""

from __future__ import annotations

import pytest

from ucap.frames import build
from ucap.reading import read
from ucap.reading.identity import slug


@pytest.mark.parametrize(
    ("city", "plan_id"), [("Wuxi", "wuxi"), ("麒麟湖镇", "9e92-9e9f-6e56-9547"), ("Xanadu on Sea", "xanadu-on-sea")]
)
def test_each_plan_with_a_lead_city_has_an_id_and_rows_in_all_tables(city: str, plan_id: str) -> None:
    text = f"City:\t{city}\tGraz\nCountry:\tChina\tAustria\nPopulation:\t2 million\t290,000\n"
    plan = read("plan.txt", text.encode())[0]
    assert plan.id == plan_id == slug(plan_id)
    assert build([plan]).plans["plan"].tolist() == [plan_id]
