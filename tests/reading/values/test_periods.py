"""The period of cooperation."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell
from ucap.reading.values.periods import read_period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("November 2019 until November 2020", "2019-11", "2020-11"),
        ("from May 2018 to December 2020", "2018-05", "2020-12"),
        ("2018 – 2020", "2018", "2020"),
        ("18 months (May 2018 – October 2019)", "2018-05", "2019-10"),
        ("Start: May 2018, end: April 2020", "2018-05", "2020-04"),
        ("May 2017 (extended until June 2021)", "2017-05", "2021-06"),
        ("Signed in June 2018; runs to December 2020", "2018-06", "2020-12"),
        ("2018 (extended to the end of 2021)", "2018", "2021"),
        ("Phase 1: 2017-2018; phase 2: 2019-2020", "2017", "2020"),
    ],
)
def test_a_period_with_both_ends(text: str, start: str, end: str) -> None:
    period = read_period([cell(text)]).value
    assert (period.start, period.end, period.text) == (start, end, text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("May 2017 (as a follow-up to an earlier project)", "2017-05"),
        ("June 2018 (following the memorandum of March 2017)", "2018-06"),
        ("Autumn 2017 (as a follow-up to the twinning of 1987)", "2017-09"),
        ("2017 (follow up to 2012)", "2017"),
        ("since March 2017", "2017-03"),
        ("2018", "2018"),
        ("Three years from May 2018", "2018-05"),
        ("2018 – ongoing", "2018"),
    ],
)
def test_a_single_date_starts_the_period_and_its_end_is_open(text: str, start: str) -> None:
    period = read_period([cell(text)]).value
    assert (period.start, period.end) == (start, None)


def test_a_period_may_have_an_end_only() -> None:
    period = read_period([cell("until December 2020")]).value
    assert (period.start, period.end) == (None, "2020-12")


@pytest.mark.parametrize("text", ["N/A", "three years", "not yet fixed"])
def test_a_text_without_date_is_kept(text: str) -> None:
    read = read_period([cell(text)])
    assert (read.value.start, read.value.end, read.value.text) == (None, None, text)
    assert [str(source) for _, source in read.sources] == [text]
