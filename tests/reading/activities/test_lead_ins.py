"""Dates and places with which activities begin."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.activities.lead_ins import date_at_end, match_lead_in, split_at_lead_ins
from ucap.reading.places.cities import NamedCity, named_cities


def find_cities(text: str) -> list[NamedCity]:
    return named_cities(text, ())


@pytest.mark.parametrize(
    ("text", "start", "place", "rest"),
    [
        ("September 2019: Meeting.", "2019-09", "", "Meeting."),
        ("March 2017. Study visit.", "2017-03", "", "Study visit."),
        ("July 2018 EU mission to China.", "2018-07", "", "EU mission to China."),
        ("December 2017 “Belt and Road” Forum.", "2017-12", "", "“Belt and Road” Forum."),
        ("31 May 2017 in Brussels: Dialogue.", "2017-05-31", "Brussels", "Dialogue."),
        ("31 May 2017 (Brussels): Dialogue.", "2017-05-31", "Brussels", "Dialogue."),
        ("31 May 2017, Brussels: Dialogue.", "2017-05-31", "Brussels", "Dialogue."),
        ("27-29 May 2019 — Xiamen: Design week.", "2019-05-27", "Xiamen", "Design week."),
        ("March 2018 in Bilbao. Round table.", "2018-03", "Bilbao", "Round table."),
        ("March 2018 in Bilbao Stand at the fair.", "2018-03", "Bilbao", "Stand at the fair."),
        ("March 2018 in Bilbao meeting of mayors.", "2018-03", "Bilbao", "meeting of mayors."),
        ("March 2018 in Bilbao and Ghent.", "2018-03", "Bilbao and Ghent", ""),
        ("March 2018 in Wuxi China.", "2018-03", "Wuxi China", ""),
        (
            "March 2018 in Bilbao at the port office. Round table.",
            "2018-03",
            "Bilbao at the port office",
            "Round table.",
        ),
        ("9 May 2019 in Frankfurt (Oder): Seminar.", "2019-05-09", "Frankfurt (Oder)", "Seminar."),
        ("Guilin, 14 June 2018: Signing.", "2018-06-14", "Guilin", "Signing."),
        ("May 2018 (online): Call.", "2018-05", "online", "Call."),
        ("(May 2018) Call.", "2018-05", "", "Call."),
        ("(May 2018, Bilbao) Call.", "2018-05", "Bilbao", "Call."),
        ("May 2018 | Bilbao | Call", "2018-05", "Bilbao", "Call"),
        ("May 2018 / Bilbao / Call", "2018-05", "Bilbao", "Call"),
        ("On 3 June 2019, a memorandum was signed.", "2019-06-03", "", "a memorandum was signed."),
        ("12.09.2018 signing of the plan", "2018-09-12", "", "signing of the plan"),
        ("12.09.2018 r. podpisanie planu", "2018-09-12", "", "podpisanie planu"),
        ("2018. szeptember 12., Bilbao: Aláírás", "2018-09-12", "Bilbao", "Aláírás"),
        ("15. ožujka 2019. (Bilbao): Potpisivanje", "2019-03-15", "Bilbao", "Potpisivanje"),
        ("2019 m. kovo 5 d., Bilbao: planas", "2019-03-05", "Bilbao", "planas"),
        ("tredje kvartalet 2019 i Wuhu: Pilot", "2019-07", "Wuhu", "Pilot"),
        ("April 2019", "2019-04", "", ""),
    ],
)
def test_date_and_place_leave_the_text(text: str, start: str, place: str, rest: str) -> None:
    found = match_lead_in(traced(text), find_cities)
    assert found is not None
    assert (found.date.start, str(found.place_text), str(found.rest)) == (start, place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Students counted pedestrians in May 2018.",
        "2017 participants came.",
        "A further visit is being discussed.",
        "Prepare a bid for a Horizon 2020 call.",
        "Monthly newsletter by Aalborg.",
    ],
)
def test_a_date_in_the_midst_of_a_sentence_is_no_lead_in(text: str) -> None:
    assert match_lead_in(traced(text), find_cities) is None


def test_a_date_that_goes_on_as_a_sentence_stays_in_the_text() -> None:
    found = match_lead_in(traced("In May 2018 the mayors signed."), find_cities)
    assert found is not None
    assert (found.date.start, str(found.rest)) == ("2018-05", "In May 2018 the mayors signed.")
    found = match_lead_in(traced("12 May 2018 was the day of the opening."), find_cities)
    assert found is not None
    assert (found.date.start, str(found.rest)) == ("2018-05-12", "12 May 2018 was the day of the opening.")


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2021 (tentative): Conference.", "(tentative)"),
        ("2019年9月（取消）：Conference.", "（取消）"),
        ("June 2019 [3rd edition]: Conference.", "[3rd edition]"),
        ("May 2018 (hosted by Ghent): Conference.", "(hosted by Ghent)"),
        ("May 2018 in Ghent (cancelled): Conference.", "(cancelled)"),
        ("3 July 2019 (online, 45 guests): Conference.", "(online, 45 guests)"),
    ],
)
def test_a_bracket_behind_the_date_is_kept_as_a_remark(text: str, remark: str) -> None:
    found = match_lead_in(traced(text), find_cities)
    assert found is not None
    assert (str(found.remark), str(found.rest)) == (remark, "Conference.")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Planned for June 2021: Course", "2021-06"),
        ("Due to take place in May 2021: Course", "2021-05"),
        ("Prévu pour juin 2021 : Course", "2021-06"),
        ("Annulé – mai 2020 : Course", "2020-05"),
        ("计划于2021年3月：Course", "2021-03"),
        ("Held in June 2019: Course", "2019-06"),
    ],
)
def test_words_of_status_may_stand_before_the_date(text: str, start: str) -> None:
    found = match_lead_in(traced(text), find_cities)
    assert found is not None
    assert (found.date.start, str(found.rest)) == (start, "Course")


def test_a_date_behind_a_dash_at_the_end_counts() -> None:
    found = date_at_end(traced("Course in Ghent – June 2019."), find_cities)
    assert found is not None
    assert (found.date.start, str(found.rest)) == ("2019-06", "Course in Ghent")
    assert date_at_end(traced("Visit to Rostock – a success."), find_cities) is None


@pytest.mark.parametrize(
    ("text", "start", "place", "rest"),
    [
        ("Visit to Bilbao (May 2018).", "2018-05", "", "Visit to Bilbao"),
        ("Study visit to the port（2018年5月）。", "2018-05", "", "Study visit to the port"),
        ("Kick-off (Vienna, May 2018)", "2018-05", "Vienna", "Kick-off"),
        ("Kick-off (12 May 2018, Vienna)", "2018-05-12", "Vienna", "Kick-off"),
        ("Kick-off (3-5 May 2018).", "2018-05-03", "", "Kick-off"),
        ("Final report (November 2020, planned)", "2020-11", "", "Final report (planned)"),
        ("Course (online, Nov. 2019)", "2019-11", "", "Course (online)"),
        ("Kick-off (Vienna, Austria, May 11, 2018)", "2018-05-11", "Vienna, Austria", "Kick-off"),
        ("Kick-off (May 2018, Vienna, abgesagt)", "2018-05", "Vienna", "Kick-off (abgesagt)"),
        ("Wine fair (20 March 2020) – cancelled", "2020-03-20", "", "Wine fair – cancelled"),
        ("培训（2019年5月，线上）", "2019-05", "", "培训（线上）"),
    ],
)
def test_a_date_in_brackets_at_the_end_counts_and_leaves_the_text(text: str, start: str, place: str, rest: str) -> None:
    found = date_at_end(traced(text), find_cities)
    assert found is not None
    assert (found.date.start, str(found.place_text), str(found.rest)) == (start, place, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Kick-off (Old Town Hall, May 2018)",
        "China Regional Policy Cooperation (2016-2020)",
        "Kick-off (planned for May 2021)",
    ],
)
def test_a_date_stays_in_a_text_whose_brackets_say_more(text: str) -> None:
    found = date_at_end(traced(text), find_cities)
    assert found is not None
    assert str(found.rest) == text


def test_brackets_with_something_else_are_no_date() -> None:
    assert date_at_end(traced("Visit (with guests) in 2018."), find_cities) is None
    assert date_at_end(traced("Catalogue (see minutes of May 2018)."), find_cities) is None
    assert date_at_end(traced("Visit (postponed to May 2021)."), find_cities) is None
    assert date_at_end(traced("Wine fair (20 March 2020) – new wines"), find_cities) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Memorandum signed in Hangzhou on 6 November 2019.", "2019-11-06", "2019-11-06"),
        ("The experts met in Vienna from 3 to 5 May 2018", "2018-05-03", "2018-05-05"),
        ("Kick-off meeting, Vienna, 12 May 2018", "2018-05-12", "2018-05-12"),
    ],
)
def test_a_day_at_the_end_of_a_single_sentence_is_its_date(text: str, start: str, end: str) -> None:
    found = date_at_end(traced(text), find_cities)
    assert found is not None
    assert (found.date.start, found.date.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Report on the meeting of May 2018.",
        "Follow-up of the workshop in May 2018.",
        "First contacts. Memorandum signed on 6 November 2019.",
        "What was agreed on 6 November 2019 is being carried out.",
    ],
)
def test_other_dates_within_a_text_are_not_its_date(text: str) -> None:
    assert date_at_end(traced(text), find_cities) is None


def test_a_text_splits_where_a_date_leads_after_a_full_stop() -> None:
    text = (
        "15 October 2018: Call in which topics were chosen. March 2019. Two potters came. Sept. 2019 Stand at the fair."
    )
    assert [str(part) for part in split_at_lead_ins(traced(text))] == [
        "15 October 2018: Call in which topics were chosen.",
        "March 2019. Two potters came.",
        "Sept. 2019 Stand at the fair.",
    ]


def test_a_place_behind_the_date_and_a_preposition_before_it_do_not_hide_that_it_leads() -> None:
    text = (
        "21 June 2018: Opening in Seville. 24–30 September 2018, Fuzhou: Players. from April to June 2019: Gardeners."
    )
    assert [str(part) for part in split_at_lead_ins(traced(text))] == [
        "21 June 2018: Opening in Seville.",
        "24–30 September 2018, Fuzhou: Players.",
        "from April to June 2019: Gardeners.",
    ]


def test_a_text_without_full_stops_splits_where_dates_lead_with_a_colon() -> None:
    text = "May 2018: Festival with brewers from Gdansk Dec 2018/Jan 2019: Algae trials July 2019: Report"
    assert [str(part) for part in split_at_lead_ins(traced(text))] == [
        "May 2018: Festival with brewers from Gdansk",
        "Dec 2018/Jan 2019: Algae trials",
        "July 2019: Report",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "May 2018: Signed. In 2019 the second phase began.",
        "May 2018: Signed. July 2019 saw the end of it.",
        "Sept. 2019 Stand at the fair.",
        "31 May 2017 in Brussels: Dialogue. Presentation of the Pilot Area (2016-2020).",
    ],
)
def test_a_sentence_that_only_mentions_a_date_is_not_split_off(text: str) -> None:
    assert [str(part) for part in split_at_lead_ins(traced(text))] == [text]


def test_the_full_stop_of_a_day_ends_no_sentence() -> None:
    text = traced("Vorgesehen am 14. Oktober 2020: Besuch in Chongqing.")
    assert split_at_lead_ins(text) == [text]
    lead_in = match_lead_in(text, lambda _: [])
    assert lead_in is not None
    assert (lead_in.date.start, str(lead_in.rest)) == ("2020-10-14", "Besuch in Chongqing.")
