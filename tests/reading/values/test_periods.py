"""The period of cooperation."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell
from ucap.reading.values.date_tokens import dates_of
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
        ("2018年5月，为期两年", "2018-05", "2020-04"),
        ("2018年5月，共18个月", "2018-05", "2019-10"),
        ("自 2019 年 10 月 1 日起，为期三年", "2019-10-01", "2022-09-30"),
        ("April 2018 – April 2019, extended until October 2020", "2018-04", "2020-10"),
        ("May 2018 – April 2019 (prolonged until December 2020)", "2018-05", "2020-12"),
        ("2018年5月至2019年5月（延长至2020年12月）", "2018-05", "2020-12"),
        ("March 2018 to March 2019; extension to November 2020 agreed", "2018-03", "2020-11"),
        ("2018年10月至2020年12月（原定至2020年6月，经三方同意延长）", "2018-10", "2020-12"),
        ("May 2018 – May 2021 (originally until May 2020, then extended)", "2018-05", "2021-05"),
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
        ("May 2018 – May 2020 (originally until May 2021, then extended)", "period-extended"),
    ],
)
def test_what_is_doubtful_about_a_period_is_said(text: str, finding: str) -> None:
    assert finding in {doubt.finding for doubt in read_period([cell(text)]).doubts}


@pytest.mark.parametrize(
    "text",
    [
        "2018年10月至2020年12月（原定至2020年6月，经三方同意延长）",
        "May 2018 – May 2021 (originally until 2020, extended)",
    ],
)
def test_an_extension_of_which_the_original_end_is_said_is_no_doubt(text: str) -> None:
    assert not read_period([cell(text)]).doubts


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


@pytest.mark.parametrize(
    "text",
    """от март 2018 г. до септември 2020 г.
од марта 2018. до септембра 2020.
від березня 2018 року до вересня 2020 року
del març de 2018 fins al setembre de 2020
minn Marzu 2018 sa Settembru 2020
Márta 2018 go dtí Meán Fómhair 2020
maaliskuusta 2018 syyskuuhun 2020
märtsist 2018 septembrini 2020
no 2018. gada marta līdz 2020. gada septembrim
2018 m. kovo mėn. – 2020 m. rugsėjo mėn.
od marca 2018 do konca septembra 2020
dal mese di marzo 2018 al mese di settembre 2020
Μαρ. 2018 - Σεπτ. 2020
2018. márciustól 2020. szeptemberig
2018 márciusától 2020 szeptemberéig
Mart 2018 – Eylül 2020
Mawrth 2018 – Medi 2020
od ožujka 2018. do rujna 2020.""".splitlines(),
)
def test_months_are_read_in_the_languages_of_the_partners(text: str) -> None:
    read = read_period([cell(text)])
    assert (read.value.start, read.value.end, read.doubts) == ("2018-03", "2020-09", ())


@pytest.mark.parametrize(
    "text",
    """24 de luni, începând cu 1 mai 2018
24 månader från 1 maj 2018
24 hónap 2018. május 1-től
24 месеца от 1 май 2018 г.
24 mesos a partir de l'1 de maig de 2018
dve leti od 1. maja 2018
24 kuud alates 1. maist 2018
24 mėnesiai nuo 2018 m. gegužės 1 d.""".splitlines(),
)
def test_a_length_of_time_is_read_in_the_languages_of_the_partners(text: str) -> None:
    read = read_period([cell(text)])
    assert (read.value.start, read.value.end) == ("2018-05-01", "2020-04-30")


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("Mjesečina 2018 – studenoga 2020", True),
        ("since Mhonth 2018", True),
        ("IUC cooperation 2018-2020", False),
        ("2018 – 2020", False),
        ("since 2018", False),
        ("Project 2018-2020", False),
        ("Autumn 2017 (as a follow-up to the twinning of 1987)", False),
    ],
)
def test_a_word_that_nothing_knows_before_a_year_of_the_period_is_a_doubt(text: str, is_doubtful: bool) -> None:
    doubts = [doubt.finding for doubt in read_period([cell(text)]).doubts]
    assert ("period-ambiguous/unread" in doubts) is is_doubtful


@pytest.mark.parametrize(
    ("countries", "text", "end"),
    [
        (["CN", "HR"], "2018 – listopad 2019", "2019-10"),
        (["CN", "PL"], "2018 – listopad 2019", "2019-11"),
        (["CN", "HR", "CZ"], "2018 – listopad 2019", "2019-11"),
        (["CN"], "od ožujka 2018. do listopada 2019.", "2019-10"),
        (["CN"], "2018 – listopad 2019", "2019-11"),
        (["CN", "HR"], "2018 – studenoga 2019.", "2019-11"),
    ],
)
def test_a_month_that_means_another_one_elsewhere_is_that_of_the_plans_country(
    countries: list[str], text: str, end: str
) -> None:
    with dates_of(countries):
        assert read_period([cell(text)]).value.end == end


def test_thousands_of_years_in_one_period_take_no_longer_than_a_few_of_them_each() -> None:
    read = read_period([cell("abcd 2018 " * 3000)])
    assert [doubt.finding for doubt in read.doubts] == ["period-ambiguous/unread"]
