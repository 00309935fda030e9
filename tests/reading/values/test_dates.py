"""Dates as people write them."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.reading.values.date_tokens import dates_of
from ucap.reading.values.dates import find_dates, match_date, precedes


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("September 2019", "2019-09", "2019-09"),
        ("2020. június vége", "2020-06", "2020-06"),
        ("2020 végén", "2020", "2020"),
        ("м. октомври 2019 г.", "2019-10", "2019-10"),
        ("м. май – м. септември 2020 г.", "2020-05", "2020-09"),
        ("kesäkuun lopussa 2020", "2020-06", "2020-06"),
        ("vuoden 2020 lopussa", "2020", "2020"),
        ("2020. aasta juuni lõpus", "2020-06", "2020-06"),
        ("2020 m. birželio pabaigoje", "2020-06", "2020-06"),
        ("2020. gada jūnija beigās", "2020-06", "2020-06"),
        ("pod koniec maja 2019 r.", "2019-05", "2019-05"),
        ("w I połowie 2019 r.", "2019-01", "2019-06"),
        ("w drugiej połowie 2019 r.", "2019-07", "2019-12"),
        ("krajem lipnja 2020", "2020-06", "2020-06"),
        ("koncom júna 2020", "2020-06", "2020-06"),
        ("la sfârșitul lunii iunie 2020", "2020-06", "2020-06"),
        ("στα τέλη Ιουνίου 2020", "2020-06", "2020-06"),
        ("12–14 września 2018 r.", "2018-09-12", "2018-09-14"),
        ("listopad 2020 r. – luty 2021 r.", "2020-11", "2021-02"),
        ("2.º semestre de 2019", "2019-07", "2019-12"),
        ("3.er trimestre de 2019", "2019-07", "2019-09"),
        ("de maio de 2018 até ao final de 2020", "2018-05", "2020"),
        ("Winter 2018/19 to summer 2021", "2018-12", "2021-08"),
        ("October to January 2019/20", "2019-10", "2020-01"),
        ("5 October – January 2019/2020", "2019-10-05", "2020-01"),
        ("May – July 2019/20", "2019-05", "2019-07"),
        ("2019. május 28. – június 2", "2019-05-28", "2019-06-02"),
        ("2018. október", "2018-10", "2018-10"),
        ("2020. első negyedév", "2020-01", "2020-03"),
        ("2019 m. birželio 4", "2019-06-04", "2019-06-04"),
        ("1° ottobre 2018", "2018-10-01", "2018-10-01"),
        ("tra il 4 e il 6 giugno 2019", "2019-06-04", "2019-06-06"),
        ("seconda metà del 2019", "2019-07", "2019-12"),
        ("seconda metà di giugno 2019", "2019-06", "2019-06"),
        ("1.ª quinzena de junho de 2019", "2019-06", "2019-06"),
        ("März 2018 bis einschließlich Dezember 2020", "2018-03", "2020-12"),
        ("March 2018 up to and including May 2020", "2018-03", "2020-05"),
        ("från mars 2018 till och med maj 2020", "2018-03", "2020-05"),
        ("w dniach 4-6 czerwca 2019 r.", "2019-06-04", "2019-06-06"),
        ("na przełomie maja i czerwca 2019", "2019-05", "2019-06"),
        ("w październiku 2019 r.", "2019-10", "2019-10"),
        ("ve dnech 4. až 6. června 2019", "2019-06-04", "2019-06-06"),
        ("v červnu 2019", "2019-06", "2019-06"),
        ("V červnu 2019", "2019-06", "2019-06"),
        ("Dne 12. června 2019", "2019-06-12", "2019-06-12"),
        ("in de week van 4 juni 2019", "2019-06-04", "2019-06-10"),
        ("tweede helft van 2019", "2019-07", "2019-12"),
        ("a doua jumătate a anului 2019", "2019-07", "2019-12"),
        ("hösten 2019", "2019-09", "2019-11"),
        ("i juni 2019", "2019-06", "2019-06"),
        ("από Μάρτιο 2018 έως Δεκέμβριο 2020", "2018-03", "2020-12"),
        ("през май 2019", "2019-05", "2019-05"),
        ("FY2019", "2019", "2019"),
        ("Sept. 2019", "2019-09", "2019-09"),
        ("June, 2019", "2019-06", "2019-06"),
        ("Sept '18", "2018-09", "2018-09"),
        ("Novemeber 2018", "2018-11", "2018-11"),
        ("Oktober 2018", "2018-10", "2018-10"),
        ("12 février 2018", "2018-02-12", "2018-02-12"),
        ("2018 May 12", "2018-05-12", "2018-05-12"),
        ("2018.05", "2018-05", "2018-05"),
        ("2017", "2017", "2017"),
        ("31 May 2017", "2017-05-31", "2017-05-31"),
        ("the 2nd of July, 2018", "2018-07-02", "2018-07-02"),
        ("3rd of April 2019", "2019-04-03", "2019-04-03"),
        ("Monday, 3 April 2019", "2019-04-03", "2019-04-03"),
        ("Saturday the 3rd of May 2019", "2019-05-03", "2019-05-03"),
        ("May 11, 2018", "2018-05-11", "2018-05-11"),
        ("12-Sep-2018", "2018-09-12", "2018-09-12"),
        ("14.06.2018", "2018-06-14", "2018-06-14"),
        ("14. 06. 2018", "2018-06-14", "2018-06-14"),
        ("20/11/2019", "2019-11-20", "2019-11-20"),
        ("11/20/2019", "2019-11-20", "2019-11-20"),
        ("2018-09-12", "2018-09-12", "2018-09-12"),
        ("2018. 10. 01. – 2021. 09. 30.", "2018-10-01", "2021-09-30"),
        ("09/2018", "2018-09", "2018-09"),
        ("2018-09", "2018-09", "2018-09"),
        ("2018年9月", "2018-09", "2018-09"),
        ("2018 年 9 月 12 日", "2018-09-12", "2018-09-12"),
        ("2018 9 年 月", "2018-09", "2018-09"),
        ("2018 9 12 年 月 日", "2018-09-12", "2018-09-12"),
        ("2020年春季", "2020-03", "2020-05"),
        ("二〇一八年八月", "2018-08", "2018-08"),
        ("二零一九年十二月二十一日", "2019-12-21", "2019-12-21"),
        ("二〇二〇年", "2020", "2020"),
        ("Week 38, 2019", "2019-09-16", "2019-09-22"),
        ("Vecka 38, 2019", "2019-09-16", "2019-09-22"),
        ("viikko 38/2019", "2019-09-16", "2019-09-22"),
        ("KW 38 im Jahr 2019", "2019-09-16", "2019-09-22"),
        ("KW 38-40/2019", "2019-09-16", "2019-10-06"),
        ("weeks 38 and 39, 2019", "2019-09-16", "2019-09-29"),
        ("2019-W38-W39", "2019-09-16", "2019-09-29"),
        ("week 52 2019 – week 2 2020", "2019-12-23", "2020-01-12"),
        ("calendar week 1/2020", "2019-12-30", "2020-01-05"),
        ("2019-W38", "2019-09-16", "2019-09-22"),
        ("Winter 2019/2020", "2019-12", "2020-02"),
        ("winter 2019-2020", "2019-12", "2020-02"),
        ("Autumn term 2018/2019", "2018-09", "2018-12"),
        ("Easter 2020", "2020-04", "2020-04"),
        ("Easter 2016", "2016-03", "2016-03"),
        ("Spring Festival 2019", "2019-02", "2019-02"),
        ("Chinese New Year 2020", "2020-01", "2020-01"),
    ],
)
def test_a_single_date_ends_when_it_starts(written: str, start: str, end: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end, found.length) == (start, end, len(written))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("12 to 20 September 2018", "2018-09-12", "2018-09-20"),
        ("30th May – 07th June 2017", "2017-05-30", "2017-06-07"),
        ("5-7 Nov 2018", "2018-11-05", "2018-11-07"),
        ("2017/11/20-24", "2017-11-20", "2017-11-24"),
        ("w/c 20 March 2017", "2017-03-20", "2017-03-26"),
        ("Week commencing 20 March 2017", "2017-03-20", "2017-03-26"),
        ("5/6 Nov 2018", "2018-11-05", "2018-11-06"),
        ("3, 4 and 5 May 2019", "2019-05-03", "2019-05-05"),
        ("from 3 to 5 May 2019", "2019-05-03", "2019-05-05"),
        ("28 February to 2 March 2020", "2020-02-28", "2020-03-02"),
        ("30/11-02/12/2018", "2018-11-30", "2018-12-02"),
        ("3 + 4 May 2018", "2018-05-03", "2018-05-04"),
        ("week from 12 to 16 May 2018", "2018-05-12", "2018-05-16"),
        ("May 2018, October 2018 and March 2019", "2018-05", "2019-03"),
        ("academic year 2018/19", "2018", "2019"),
        ("2018年11月30日至12月2日", "2018-11-30", "2018-12-02"),
        ("2018 年 5-7 月", "2018-05", "2018-07"),
        ("2018年5月12、13日", "2018-05-12", "2018-05-13"),
        ("May 11-13, 2018", "2018-05-11", "2018-05-13"),
        ("May 30 – June 7, 2017", "2017-05-30", "2017-06-07"),
        ("12.-20.09.2018", "2018-09-12", "2018-09-20"),
        ("12.09.-20.09.2018", "2018-09-12", "2018-09-20"),
        ("9. 9. – 4. 10. 2019", "2019-09-09", "2019-10-04"),
        ("1. 10. 2018 – 30. 9. 2021", "2018-10-01", "2021-09-30"),
        ("01.05.2018 – 30.04.2020", "2018-05-01", "2020-04-30"),
        ("2018年9月12日至20日", "2018-09-12", "2018-09-20"),
        ("the week of 3 June 2019", "2019-06-03", "2019-06-09"),
        ("October/November 2018", "2018-10", "2018-11"),
        ("January and March 2017", "2017-01", "2017-03"),
        ("December – February 2019", "2018-12", "2019-02"),
        ("November 2019 until November 2020", "2019-11", "2020-11"),
        ("05/2018-04/2020", "2018-05", "2020-04"),
        ("2018/19", "2018", "2019"),
        ("2018-20", "2018", "2020"),
        ("2018 – 2020", "2018", "2020"),
        ("Spring and Summer 2019", "2019-03", "2019-08"),
        ("Q1-Q2 2019", "2019-01", "2019-06"),
    ],
)
def test_a_range_takes_from_its_neighbour_what_a_date_leaves_out(written: str, start: str, end: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end, found.length) == (start, end, len(written))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("Autumn 2020", "2020-09", "2020-11"),
        ("summer of 2019", "2019-06", "2019-08"),
        ("Winter 2018", "2018-12", "2019-02"),
        ("winter 2018/19", "2018-12", "2019-02"),
        ("Q2 2019", "2019-04", "2019-06"),
        ("2019 Q2", "2019-04", "2019-06"),
        ("first quarter of 2020", "2020-01", "2020-03"),
        ("second half of 2019", "2019-07", "2019-12"),
        ("H1 2019", "2019-01", "2019-06"),
        ("1st half-year 2019", "2019-01", "2019-06"),
        ("2nd/3rd quarter 2019", "2019-04", "2019-09"),
        ("first and second half of 2019", "2019-01", "2019-12"),
        ("2018Q3", "2018-07", "2018-09"),
        ("Trim. IV 2020", "2020-10", "2020-12"),
        ("Herbst 2018", "2018-09", "2018-11"),
        ("the summer of 2019", "2019-06", "2019-08"),
        ("2018年第四季度", "2018-10", "2018-12"),
        ("2019年1季度", "2019-01", "2019-03"),
        ("2018年夏", "2018-06", "2018-08"),
    ],
)
def test_seasons_quarters_and_halves_are_their_months(written: str, start: str, end: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("early June 2019", "2019-06"),
        ("mid-October 2019", "2019-10"),
        ("End of November 2017", "2017-11"),
        ("the first week of May 2018", "2018-05"),
        ("early 2020", "2020"),
        ("end of 2019", "2019"),
        ("31 June 2018", "2018-06"),
        ("second half of May 2018", "2018-05"),
        ("mid to late May 2018", "2018-05"),
        ("Ende Mai 2018", "2018-05"),
        ("2018年5月上旬", "2018-05"),
        ("2018年底", "2018"),
        ("2018年年中", "2018"),
    ],
)
def test_a_vague_date_is_no_more_precise_than_what_it_names(written: str, value: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end) == (value, value)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("Since 2018", "2018", None),
        ("From May 2018 on", "2018-05", None),
        ("from 2018 onwards", "2018", None),
        ("2018 – ongoing", "2018", None),
        ("May 2018 to date", "2018-05", None),
        ("until June 2019", None, "2019-06"),
    ],
)
def test_an_open_range_has_one_end(written: str, start: str | None, end: str | None) -> None:
    found = match_date(written + ":")
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "May",
        "3 May",
        "the mayor",
        "March of the potters",
        "4 cities",
        "1.5 Mio",
        "31",
        "20190423",
        "20191323: 4",
        "20190423 people",
    ],
)
def test_without_a_year_there_is_no_date(text: str) -> None:
    assert match_date(text) is None


@pytest.mark.parametrize("text", ["2、2019.5.6: Fair", "1、2018.10.18-10.22", "3、2019年11月", "4 - 2019-11-05"])
def test_the_number_of_an_item_is_no_day_of_the_date_behind_it(text: str) -> None:
    assert match_date(text) is None


@pytest.mark.parametrize(
    "text", ["5 May 2018 - 12 companies", "May 2018 – March of the potters", "May 2018, 60 persons"]
)
def test_numbers_and_words_behind_a_date_are_not_part_of_it(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert text[: found.length].endswith("2018")
    assert found.start == found.end


@pytest.mark.parametrize("text", ["2018年中国国际展览", "2018年冬奥会", "2018年春节"])
def test_a_chinese_name_behind_a_year_is_not_part_of_it(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert text[: found.length] == "2018年"


def test_a_long_text_is_looked_through_word_by_word_and_not_from_its_beginning_each_time() -> None:
    """Each word was looked at with all of the text before it: this took a quarter of an hour."""
    began = process_time()
    *_, (start, found) = find_dates("Tour 7 to Graz, " * 20_000 + "May 2019")
    assert (start, found.start) == (320_000, "2019-05")
    assert process_time() - began < 60


def test_eight_digits_are_a_day_where_an_item_begins_only() -> None:
    found = [[date.start for _, date in find_dates(text)] for text in ("Nr. 20201231 – U-CAP", "• 20190423: Fair")]
    assert found == [[], ["2019-04-23"]]


def test_dates_are_found_in_running_text() -> None:
    text = "Signed in June 2018; runs to 31 December 2020."
    assert [found.end for _, found in find_dates(text)] == ["2018-06", "2020-12-31"]


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d %b. %Y", "%B %d, %Y", "%d.%m.%Y", "%Y-%m-%d", "%A, %d %B %Y", "%Y年%m月%d日"]),
)
def test_every_day_in_every_notation_reads_as_itself(day: date, notation: str) -> None:
    found = match_date(day.strftime(notation))
    assert found is not None
    assert (found.start, found.end) == (day.isoformat(), day.isoformat())


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 900))
def test_a_range_of_two_days_has_both(day: date, days: int) -> None:
    end = date.fromordinal(day.toordinal() + days)
    found = match_date(f"{day:%d %B %Y} to {end:%d %B %Y}")
    assert found is not None
    assert (found.start, found.end) == (day.isoformat(), end.isoformat())


@given(st.text(alphabet="0123456789 .,-–/'QHMayJune年月日to", max_size=40))
def test_what_is_found_is_in_the_calendar_and_within_the_text(text: str) -> None:
    found = match_date(text)
    if found:
        assert 0 < found.length <= len(text)
        for value in filter(None, (found.start, found.end)):
            date.fromisoformat(value + "-01-01"[len(value) - 4 :])


@pytest.mark.parametrize(
    ("earlier", "later", "is_before"),
    [
        ("2017", "2018-05", True),
        ("2018", "2018-05", False),
        ("2018-04-19", "2018-06", True),
        ("2018-06-19", "2018-06", False),
    ],
)
def test_one_date_precedes_another_only_as_far_as_both_are_known(earlier: str, later: str, is_before: bool) -> None:
    assert precedes(earlier, later) is is_before


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("10-12/2019", "2019-10", "2019-12"),
        ("9-10.2019", "2019-09", "2019-10"),
        ("10-12.12.2019", "2019-12-10", "2019-12-12"),
        ("12/2019-02/2020", "2019-12", "2020-02"),
        ("2019.6-2020.12", "2019-06", "2020-12"),
        ("2019.6.3-6.5", "2019-06-03", "2019-06-05"),
        ("2019.4.18—4.22", "2019-04-18", "2019-04-22"),
        ("2019/4/18-4/22", "2019-04-18", "2019-04-22"),
        ("2019-04-18 – 04-22", "2019-04-18", "2019-04-22"),
        ("２０１９．４．１８－４．２２", "2019-04-18", "2019-04-22"),
        ("2019.12.28-1.3", "2019-12-28", "2020-01-03"),
        ("30 December 2019 – 3 January", "2019-12-30", "2020-01-03"),
        ("Jun-19", "2019-06", "2019-06"),
        ("13-Jun-19", "2019-06-13", "2019-06-13"),
        ("Apr.20-22, 2019", "2019-04-20", "2019-04-22"),
        ("Apr.20-22,2019", "2019-04-20", "2019-04-22"),
        ("Apr.20 to Apr.22, 2019", "2019-04-20", "2019-04-22"),
        ("Sept.20,2019", "2019-09-20", "2019-09-20"),
        ("Jun-19, 2020", "2020-06-19", "2020-06-19"),
        ("Jan.19-Mar.20", "2019-01", "2020-03"),
        ("April 20, 21 and 22, 2019", "2019-04-20", "2019-04-22"),
        ("Mai.18 – Okt.20", "2018-05", "2020-10"),
        ("12.IX.2019", "2019-09-12", "2019-09-12"),
        ("VI.2019", "2019-06", "2019-06"),
        ("~June 2019", "2019-06", "2019-06"),
        ("mid-May 2019", "2019-05", "2019-05"),
        ("S1 2019", "2019-01", "2019-06"),
        ("Q3/2019", "2019-07", "2019-09"),
        ("School year 2018/19", "2018", "2019"),
        ("2018-2019 school year", "2018", "2019"),
        ("20190423-20190426", "2019-04-23", "2019-04-26"),
        ("20190423至20190426", "2019-04-23", "2019-04-26"),
    ],
)
def test_what_officials_and_spreadsheets_write_are_dates(written: str, start: str, end: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end, found.length) == (start, end, len(written))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("de marzo de 2018 a septiembre de 2020", "2018-03", "2020-09"),
        ("maart 2018 tot september 2020", "2018-03", "2020-09"),
        ("da febbraio 2018 a settembre 2020", "2018-02", "2020-09"),
        ("von Jänner 2018 bis Dezember 2020", "2018-01", "2020-12"),
        ("tammikuu 2018 – lokakuu 2020", "2018-01", "2020-10"),
        ("Μάιος 2018 – Οκτώβριος 2020", "2018-05", "2020-10"),
        ("2018年4月——2020年10月", "2018-04", "2020-10"),
        ("二〇一八年四月至二〇二〇年十月", "2018-04", "2020-10"),
        ("du 3 au 5 juin 2019", "2019-06-03", "2019-06-05"),
        ("od 3 do 5 czerwca 2019", "2019-06-03", "2019-06-05"),
        ("vom 3. bis 5. Juni 2019", "2019-06-03", "2019-06-05"),
        ("primo semestre 2019", "2019-01", "2019-06"),
        ("II kwartał 2019", "2019-04", "2019-06"),
        ("1. Halbjahr 2019", "2019-01", "2019-06"),
    ],
)
def test_dates_are_read_in_the_languages_of_the_partners(written: str, start: str, end: str) -> None:
    found = match_date(written)
    assert found is not None
    assert (found.start, found.end, found.length) == (start, end, len(written))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2018, 2019 and 2020", "2018", "2020"),
        ("2017, 2018 und 2019", "2017", "2019"),
        ("2018、2019、2020年", "2018", "2020"),
        ("26. und 27. September 2019", "2019-09-26", "2019-09-27"),
        ("12. in 13. junij 2019", "2019-06-12", "2019-06-13"),
        ("2019-09-26 – 27", "2019-09-26", "2019-09-27"),
        ("2019年6月和7月", "2019-06", "2019-07"),
    ],
)
def test_a_list_goes_from_its_first_to_its_last(written: str, start: str, end: str) -> None:
    found = match_date(written + ": Workshop")
    assert found is not None
    assert (found.start, found.end, found.length) == (start, end, len(written))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Arbeitspaket 3. Am 12. Mai 2019 Treffen", "2019-05-12"),
        ("Gruppe 2. Im 5. Mai 2019", "2019-05-05"),
        ("Phase 1. Vom 12. Mai 2019", "2019-05-12"),
        ("WP 2. In 3. April 2019", "2019-04-03"),
    ],
)
def test_a_preposition_behind_another_number_joins_no_days(text: str, start: str) -> None:
    assert [found.start for _, found in find_dates(text)] == [start]


@pytest.mark.parametrize(
    "written",
    ["31 June 2019", "29.02.2019", "31/04/2019", "32 May 2019", "20190631: Fair", "from 1 May 2018 to 31 June 2020"],
)
def test_a_day_that_does_not_exist_is_known_as_such(written: str) -> None:
    found = match_date(written)
    assert found is not None
    assert found.is_impossible


@pytest.mark.parametrize("written", ["29.02.2020", "31 December 2019", "2020年2月29日", "28 May – 3 June 2019"])
def test_the_last_day_of_a_month_is_not_impossible(written: str) -> None:
    found = match_date(written)
    assert found is not None
    assert not found.is_impossible


def test_a_day_without_year_takes_that_of_the_heading_above() -> None:
    found = match_date("3 May: workshop", year=2019)
    assert found is not None
    assert (found.start, found.end) == ("2019-05-03", "2019-05-03")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018. May 2019: Visit", "2018"),
        ("2018. March 5, 2019: Visit", "2018"),
        ("2019 an exhibition opened", "2019"),
        ("2019 m² of roofs", "2019"),
        ("1° ottobre 2018: seminario", "1° ottobre 2018"),
        ("2019. május: látogatás", "2019. május"),
        ("2019. májustól: látogatás", "2019. májustól"),
        ("májustól 2019: látogatás", "májustól 2019"),
        ("20190423: Fair", "20190423"),
        ("20190423 – Fair", "20190423"),
        ("2018. Years of work followed", "2018"),
        ("2019. godina", "2019. godina"),
        ("2019. godine: posjet", "2019. godine"),
        ("2019. gads: vizīte", "2019. gads"),
        ("Anul 2019: vizită", "Anul 2019"),
    ],
)
def test_what_follows_a_date_is_no_part_of_it(text: str, date: str) -> None:
    found = match_date(text)
    assert found is not None
    assert text[: found.length] == date


@pytest.mark.parametrize(
    "text",
    """2n semestre 2019
2:a halvåret 2019
2-ро полугодие на 2019
semestrul al II-lea 2019
2. halvdel af 2019
2. Jahreshälfte 2019
2. polugodište 2019.
2019. második féléve
β' εξάμηνο 2019
2019. gada 2. pusgads
2019 m. II pusmetis""".splitlines(),
)
def test_parts_of_the_year_are_counted_in_the_languages_of_the_partners(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == ("2019-07", "2019-12")


@pytest.mark.parametrize(
    "text",
    """maandag 13 mei 2019
mandag den 13. maj 2019
måndag 13 maj 2019
maanantai 13.5.2019
poniedziałek, 13 maja 2019
pondělí 13. 5. 2019
ponedjeljak, 13. svibnja 2019.
понеделник, 13 май 2019
Δευτέρα 13 Μαΐου 2019
segunda-feira, 13 de maio de 2019
dilluns, 13 de maig de 2019""".splitlines(),
)
def test_a_day_may_bear_its_name_in_the_languages_of_the_partners(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == ("2019-05-13", "2019-05-13")


@pytest.mark.parametrize("text", ["Høst 2018", "høsten 2018", "hösten 2018", "efteråret 2018", "jesen 2018."])
def test_a_season_may_have_its_article_behind_it(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == ("2018-09", "2018-11")


@pytest.mark.parametrize(
    "text", ["2019. gada 3.–5. jūnijs", "2019 m. birželio 3–5 d.", "2019. június 3–5.", "del 3 al 5 de juny de 2019"]
)
def test_two_days_may_share_a_year_before_them(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == ("2019-06-03", "2019-06-05")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("de l'1 de maig de 2018 al 30 d'abril de 2020", "2018-05-01", "2020-04-30"),
        ("dall'8 maggio 2018", "2018-05-08", "2018-05-08"),
        ("dal 4 all'8 novembre 2019", "2019-11-04", "2019-11-08"),
        ("all'8 novembre 2019", "2019-11-08", "2019-11-08"),
        ("1 er semestre 2020", "2020-01", "2020-06"),
        ("17 th March 2019", "2019-03-17", "2019-03-17"),
        ("du 1er mai au 30 d’août 2018", "2018-05-01", "2018-08-30"),
    ],
)
def test_an_apostrophe_may_join_a_small_word_to_a_day_or_month(text: str, start: str, end: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("text", ["2-a 2019", "5n 2019", "3-i option"])
def test_endings_of_numbers_make_no_date_of_what_is_none(text: str) -> None:
    found = match_date(text)
    assert found is None or found.is_bare_year


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020 (spring) Ski school", "2020-03", "2020-05"),
        ("2020 (September): Market", "2020-09", "2020-09"),
        ("2019 (May–June): Courses", "2019-05", "2019-06"),
        ("2020（春季）：滑雪学校", "2020-03", "2020-05"),
        ("2019 (3 workshops)", "2019", "2019"),
        ("2018 (Graz, May)", "2018", "2018"),
        ("2019 (2018)", "2019", "2019"),
    ],
)
def test_a_bracket_behind_a_year_may_say_which_part_of_it(text: str, start: str, end: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "countries", "start"),
    [
        ("set. 2020: Online market", ["PT", "CN"], "2020-09"),
        ("10 out. 2019", ["PT"], "2019-10-10"),
        ("Sett. 2020", ["IT"], "2020-09"),
        ("targets set in 2019", ["PT"], "2019"),
        ("carried out 2019", ["PT"], "2019"),
        ("The rules were set. 2020 was quiet.", ["IE"], "2020"),
        ("Leto 2020", ["SI", "CN"], "2020"),
        ("Leto 2020", ["SK"], "2020-06"),
    ],
)
def test_a_short_month_that_is_an_english_word_needs_its_country_and_its_dot(
    text: str, countries: list[str], start: str
) -> None:
    with dates_of(countries):
        assert [found.start for _, found in find_dates(text)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        *("Beginn 2022", "zum Jahresende 2022", "gegen Ende 2022", "Jahresmitte 2022"),
        *("début d'année 2022", "fin de l’année 2022", "a fines de 2022", "comienzos de 2022", "halverwege 2022"),
        *("na začátku roku 2022", "v průběhu roku 2022", "koncom roka 2022", "v polovici roka 2022", "tijekom 2022."),
        *("finele anului 2022", "începutul lui 2022", "i början av året 2022", "starten af 2022", "alkuvuodesta 2022"),
        *("towards the end of 2022", "by year-end 2022", "the latter half of 2022", "the opening months of 2022"),
        *("2022年年中", "2022年年初", "2022年内", "2022年全年", "2022年期间"),
    ],
)
def test_a_vague_part_of_a_year_is_said_in_many_ways(text: str) -> None:
    found = match_date(text)
    assert found is not None
    assert found.length >= len(text.rstrip("."))
    assert found.start[:4] == "2022"
    assert len(found.start) == 4


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Spätsommer 2022", "2022-06", "2022-08"),
        ("à l'automne 2022", "2022-09", "2022-11"),
        ("under våren 2022", "2022-03", "2022-05"),
        ("vara anului 2022", "2022-06", "2022-08"),
        ("2022年春夏", "2022-03", "2022-08"),
        ("Jahreswechsel 2021/22", "2021", "2022"),
        ("Beginn im März 2022", "2022-03", "2022-03"),
        ("Deireadh Fómhair 2022", "2022-10", "2022-10"),
        ("2022年内蒙古考察", "2022", "2022"),
        ("2022年内部会议", "2022", "2022"),
        ("2022年内涝治理", "2022", "2022"),
        ("2022年全年龄友好城市", "2022", "2022"),
    ],
)
def test_words_for_parts_of_a_year_and_their_neighbours(text: str, start: str, end: str) -> None:
    found = match_date(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert not text[found.length :].startswith(("蒙", "部", "涝", "龄"))


@pytest.mark.parametrize(
    "text", ["Beginn der Bauarbeiten", "fines for smoke", "starten 2022", "under 2022 rules", "latter quarter of 2022"]
)
def test_words_that_name_no_part_of_a_year_begin_no_date(text: str) -> None:
    assert match_date(text) is None
