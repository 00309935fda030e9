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
        ("since the festival of 2018 (2 March 2018), until summer 2021", "2018-03-02", "2021-08"),
        ("May 2018 (15 May 2018) to 2020", "2018-05-15", "2020"),
        ("2018 (until 2 March 2018)", "2018", "2018-03-02"),
        ("18 months (May 2018 – October 2019)", "2018-05", "2019-10"),
        ("Start: May 2018, end: April 2020", "2018-05", "2020-04"),
        ("Beginn: Mai 2018; Ende: April 2020", "2018-05", "2020-04"),
        ("2018 márciusától 2020 áprilisáig", "2018-03", "2020-04"),
        ("5/2018 → 4/2020", "2018-05", "2020-04"),
        ("First phase: 2018; second phase: 2019-2020", "2018", "2020"),
        ("dwa lata od marca 2018", "2018-03", "2020-02"),
        ("May 2017 (extended until June 2021)", "2017-05", "2021-06"),
        ("Signed in June 2018; runs to December 2020", "2018-06", "2020-12"),
        ("2018 (extended to the end of 2021)", "2018", "2021"),
        ("Phase 1: 2017-2018; phase 2: 2019-2020", "2017", "2020"),
        ("Three years from May 2018", "2018-05", "2021-04"),
        ("24 months from 1 May 2018", "2018-05-01", "2020-04-30"),
        ("for two years starting in 2018", "2018", "2019"),
        ("seit Mai 2018, Laufzeit 24 Monate", "2018-05", "2020-04"),
        ("2018年5月起，为期两年", "2018-05", "2020-04"),
        ("April 2018 – April 2019, extended until October 2020", "2018-04", "2020-10"),
        ("May 2018 – April 2019 (prolonged until December 2020)", "2018-05", "2020-12"),
        ("2018年5月至2019年5月（延长至2020年12月）", "2018-05", "2020-12"),
        ("March 2018 to March 2019; extension to November 2020 agreed", "2018-03", "2020-11"),
        ("May 2018 - May 2020 (extended by one year)", "2018-05", "2021-05"),
        ("May 2018 until April 2020 (replaces the agreement that was extended in 2016)", "2018-05", "2020-04"),
        ("MoU of 5 June 2017; March 2018 until September 2020", "2018-03", "2020-09"),
        ("Signed on 4 May 2017; 2018-2020", "2018", "2020"),
        ("June 2018 – May 2020 (agreement signed on 20 April 2018 in Bologna)", "2018-06", "2020-05"),
        ("Letter of intent signed 12/03/2018. Duration: April 2018 to April 2020", "2018-04", "2020-04"),
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
        ("2018 (agreement of 2 March 2017)", "2018"),
        ("March 2018 (as a follow-up to an agreement of 2015)", "2018-03"),
        ("since March 2017", "2017-03"),
        ("2018", "2018"),
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


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("from 29 February 2018 to 31 June 2020", "date-impossible"),
        ("May 2018 – April 2019, extended", "period-extended"),
    ],
)
def test_what_is_doubtful_about_a_period_is_said(text: str, finding: str) -> None:
    assert finding in {doubt.finding for doubt in read_period([cell(text)]).doubts}


def test_an_extension_that_is_not_agreed_yet_is_no_doubt() -> None:
    assert not read_period([cell("May 2018 until May 2020 (extension under discussion)")]).doubts


@pytest.mark.parametrize("text", ["May 2018 to May 2019; June 2020 to June 2021"])
def test_two_periods_without_a_word_between_them_are_doubtful(text: str) -> None:
    read = read_period([cell(text)])
    assert [doubt.finding for doubt in read.doubts] == ["period-ambiguous"]


@pytest.mark.parametrize(
    "text",
    [
        "May 2018 to May 2020 (pause March 2019 to June 2019)",
        "Phase 1: 2018 – 2019; phase 2: 2020 – 2021",
        "May 2018 to May 2020, extended until May 2021",
    ],
)
def test_a_second_range_that_is_explained_is_not_doubtful(text: str) -> None:
    assert "period-ambiguous" not in [doubt.finding for doubt in read_period([cell(text)]).doubts]
