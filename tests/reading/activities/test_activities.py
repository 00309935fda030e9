"""Activities with their dates, places, outputs and kinds."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell, traced
from ucap.documents.model import Block, Cell
from ucap.plan.record import Activity
from ucap.reading.activities.activities import read_activities
from ucap.reading.places.cities import named_cities


def activities(*cells: Cell) -> list[Activity]:
    return [read.value for read in read_activities(cells, lambda text: named_cities(text, ()))]


def test_each_bullet_is_an_activity_and_the_bullets_below_it_are_its_outputs() -> None:
    blocks = (
        Block(traced("May 2018: Visit of experts to Bilbao."), "bullet"),
        Block(traced("Letter of intent"), "sub-bullet"),
        Block(traced("List of contact persons"), "sub-bullet"),
        Block(traced("Monthly newsletter."), "bullet"),
    )
    first, second = activities(Cell(blocks))
    assert first == Activity(
        start="2018-05",
        end="2018-05",
        text="Visit of experts to Bilbao.",
        outputs=("Letter of intent", "List of contact persons"),
        kind="visit",
        status="done",
        places=("Bilbao",),
        cities=("Bilbao",),
    )
    assert (second.start, second.end, second.text) == (None, None, "Monthly newsletter.")


def test_what_stands_behind_arrows_are_outputs_but_a_way_is_none() -> None:
    found = activities(
        cell("May 2018: Course on ports → a manual → 12 certificates"),
        cell("June 2018: Engineers at the works => first draft ▷ list of plugs"),
        cell("July 2018: Direct flights Bilbao → Wuxi"),
    )
    assert [(one.text, one.outputs) for one in found] == [
        ("Course on ports", ("a manual", "12 certificates")),
        ("Engineers at the works", ("first draft", "list of plugs")),
        ("Direct flights Bilbao → Wuxi", ()),
    ]


@pytest.mark.parametrize(
    ("texts", "text", "outputs"),
    [
        (["June 2018: Visit - output: a letter - output: two contracts"], "Visit", ("a letter", "two contracts")),
        (["2018年6月：签署协议。 —— 成果 Output：协议 Agreement"], "签署协议。", ("协议 Agreement",)),
        (["June 2018: Visit. Outputs: a letter; two contracts."], "Visit.", ("a letter", "two contracts")),
        (["June 2018: Visit (Ergebnis: ein Brief), gut besucht"], "Visit, gut besucht", ("ein Brief",)),
        (["Visit (8-12/6/2018) + joint laboratory + two grants"], "Visit", ("joint laboratory", "two grants")),
        (["June 2018: Visit", "Résultats : une lettre ; deux contrats"], "Visit", ("une lettre", "deux contrats")),
        (["June 2018: Visit", "+ a letter", "+ two contracts"], "Visit", ("a letter", "two contracts")),
        (["June 2018: Course with result: 3 certificates"], "Course with result: 3 certificates", ()),
        (["Workshop + dinner (June 2018)"], "Workshop + dinner", ()),
    ],
)
def test_what_is_called_an_output_is_one(texts: list[str], text: str, outputs: tuple[str, ...]) -> None:
    (one,) = activities(cell(*texts))
    assert (one.start[:7], one.text, one.outputs) == ("2018-06", text, outputs)


def test_an_output_above_all_activities_is_no_activity_s() -> None:
    found = activities(cell("Results: many", "May 2018: Visit"))
    assert [(one.start, one.text, one.outputs) for one in found] == [
        (None, "Results: many", ()),
        ("2018-05", "Visit", ()),
    ]


def test_the_word_that_calls_something_an_output_belongs_to_its_passage() -> None:
    text = "May 2018: Visit - output: a letter"
    (read,) = read_activities([cell(text)], lambda _: [])
    passages = [source.text for pointer, source in read.sources if pointer == "/outputs/0"]
    assert passages == ["- output: a letter"]


def test_each_leading_date_of_a_paragraph_starts_an_activity() -> None:
    found = activities(cell("May 2018: Kick-off. Many came. June 2018. Visit. Summer 2019: Report."))
    assert [(one.start, one.text) for one in found] == [
        ("2018-05", "Kick-off. Many came."),
        ("2018-06", "Visit."),
        ("2019-06", "Report."),
    ]


def test_dates_stand_at_the_end_where_most_activities_of_a_row_have_them_there() -> None:
    row = ("Signing in Porto, 8 May 2018", "Two summer schools, July 2018 and July 2019", "Newsletter")
    found = activities(cell(*row, kind="bullet"))
    assert [(one.start, one.end, one.text) for one in found] == [
        ("2018-05-08", "2018-05-08", "Signing in Porto"),
        ("2018-07", "2019-07", "Two summer schools"),
        (None, None, "Newsletter"),
    ]
    (one, two) = activities(
        cell("June 2017: Plan for the fair, May 2018", "Report on the fair, May 2018", kind="bullet")
    )
    assert (one.start, one.text) == ("2017-06", "Plan for the fair, May 2018")
    assert (two.start, two.text) == ("2018-05", "Report on the fair")


def test_a_date_on_a_line_of_its_own_belongs_to_the_paragraph_below() -> None:
    (one,) = activities(cell("Sept 2017", "Opening in Qingdao."))
    assert (one.start, one.text, one.places) == ("2017-09", "Opening in Qingdao.", ("Qingdao",))


def test_the_place_of_the_lead_in_settles_where_it_was() -> None:
    (one,) = activities(cell("31 May 2017 in Brussels: Presentation of a visit to Shantou."))
    assert one.places == ("Brussels",)
    assert one.cities == ("Brussels", "Shantou")


def test_a_name_joined_to_the_city_of_the_lead_in_is_a_place_too() -> None:
    (one,) = activities(cell("18 March 2019 in Venice and Torcellina: Glass school."))
    assert one.places == ("Venice", "Torcellina")


def test_what_happens_online_has_no_place() -> None:
    first, second = activities(
        cell("May 2018: Online meeting hosted by Bilbao.", "June 2018 (online): Review in Wuxi.")
    )
    assert (first.online, first.places) == (True, ())
    assert (second.online, second.places) == (True, ())


@pytest.mark.parametrize("text", ["Meeting in Wuxi, held as a web conference.", "Tasting by video in Wuxi."])
def test_what_happens_by_video_has_no_place_either(text: str) -> None:
    (one,) = activities(cell(text))
    assert (one.online, one.places) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        "May 2022: Exchange, first online and then on site in Bilbao.",
        "Course for ski instructors (online and in Bilbao).",
        "Course (in Bilbao and online).",
        "May 2022, online and in Bilbao: Course.",
    ],
)
def test_what_happens_online_and_on_site_has_a_place(text: str) -> None:
    (one,) = activities(cell(text))
    assert (one.online, one.places) == (True, ("Bilbao",))


def test_date_place_and_text_know_their_passages() -> None:
    (read,) = read_activities([cell("31 May 2017 in Brussels: Dialogue.")], lambda text: named_cities(text, ()))
    assert {pointer: str(text) for pointer, text in read.sources} == {
        "/start": "31 May 2017",
        "/places": "Brussels",
        "/text": "Dialogue.",
    }


def test_a_paragraph_without_date_below_an_item_goes_on_with_it() -> None:
    blocks = (
        Block(traced("May 2018: Conference at the"), "bullet"),
        Block(traced("Zollverein site."), "paragraph"),
        Block(traced("June 2018: Visit."), "paragraph"),
    )
    assert [one.text for one in activities(Cell(blocks))] == ["Conference at the Zollverein site.", "Visit."]


def test_a_paragraph_without_date_among_paragraphs_stays() -> None:
    found = activities(cell("May 2018: Conference.", "A cookbook is in preparation."))
    assert [(one.start, one.text) for one in found] == [
        ("2018-05", "Conference."),
        (None, "A cookbook is in preparation."),
    ]


def test_the_items_below_a_year_are_of_that_year() -> None:
    blocks = (
        Block(traced("Year 2018")),
        Block(traced("20 settembre: signing"), "bullet"),
        Block(traced("2019")),
        Block(traced("maggio: visit"), "bullet"),
        Block(traced("Talks with insurers"), "bullet"),
    )
    found = activities(Cell(blocks))
    assert [(one.start, one.text) for one in found] == [
        ("2018-09-20", "signing"),
        ("2019-05", "visit"),
        ("2019", "Talks with insurers"),
    ]


def test_the_heads_of_a_tables_columns_are_no_activity() -> None:
    found = activities(cell("When Where What"), cell("May 2019: Visit to Graz."))
    assert [(one.start, one.text) for one in found] == [("2019-05", "Visit to Graz.")]


def test_the_place_behind_the_date_may_follow_a_chinese_comma_or_a_french_preposition() -> None:
    chinese, french = activities(
        cell("2018年10月18日，绵阳：签署行动计划"), cell("Le 24 janvier 2019, à Angers : signature")
    )
    assert (chinese.places, chinese.text) == (("Mianyang",), "签署行动计划")
    assert (french.places, french.text) == (("Angers",), "signature")


def test_a_year_in_two_languages_is_the_heading_of_the_list_below() -> None:
    blocks = (
        Block(traced("Rok 2019 / Year 2019"), "paragraph"),
        Block(traced("15 maja, Ningbo: signing of the plan"), "bullet"),
        Block(traced("Rok 2019 / Year 2020"), "paragraph"),
    )
    first, *others = activities(Cell(blocks))
    assert (first.start, first.text) == ("2019-05-15", "signing of the plan")
    assert len(others) == 1


@pytest.mark.parametrize(
    ("heading", "behind", "rest"),
    [
        ("Year 2019", "Fair Year 2020", "Fair"),
        ("Έτος 2019", "Fair Έτος 2020", "Fair"),
        ("2019", "Fair. 2020", "Fair."),
        ("Year 2019", "Fair: Year 2021", None),
        ("2019", "Plan for 2020", None),
    ],
)
def test_the_heading_of_the_next_year_may_have_run_into_the_item_above(heading, behind, rest) -> None:
    blocks = (
        Block(traced(heading), "paragraph"),
        Block(traced(f"15 May: {behind}"), "bullet"),
        Block(traced("3 June: Visit"), "bullet"),
    )
    above, below = activities(Cell(blocks))
    assert above.text == (rest or behind)
    assert below.start == ("2020-06-03" if rest else "2019-06-03")


def test_where_dates_stand_at_the_end_some_may_stand_in_brackets() -> None:
    found = activities(
        cell("Workshop on wells, 4 June 2019", "Visit to Xiamen (7–9 October 2019)", "Maps, spring 2020")
    )
    assert [(one.start, one.end) for one in found] == [
        ("2019-06-04", "2019-06-04"),
        ("2019-10-07", "2019-10-09"),
        ("2020-03", "2020-05"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("May 2019: Kick-off (Dalian)", "Dalian"),
        ("12 mei 2019: bezoek aan Dalian", "Dalian"),
        ("maj 2019: wizyta w Dalian", "Dalian"),
        ("maj 2019: besök i Dalian", "Dalian"),
        ("May 2019: Workshop on trams (Dalian)", "Dalian"),
        ("May 2019: Second joint seminar on trams (Dalian, China).", "Dalian"),
        ("Workshop on trams @ Dalian, 12–14 May 2019", "Dalian"),
        ("May 2019: Letter of the mayor (Dalian)", None),
        ("May 2019: Visit of a delegation of the University of Technology (Dalian)", None),
        ("May 2019: Training of staff from the district hospital (Dalian)", None),
        ("June 2019: Exhibition catalogue sent to the museum (Dalian)", None),
        ("June 2019: Call for experts, contact info@Dalian.cn", None),
    ],
)
def test_a_place_is_known_by_the_words_before_it_in_the_partners_languages(text: str, place: str | None) -> None:
    [found] = activities(cell(text))
    assert found.places == ((place,) if place else ())


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("In May 2019 and again in October 2019 delegations met.", True),
        ("May 2019: Visit to the winners of 2018 and 2017.", False),
        ("May and October 2019: Visits.", False),
    ],
)
def test_a_second_date_beside_the_first_is_a_doubt(text: str, is_doubtful: bool) -> None:
    [read] = read_activities([cell(text)], lambda text: named_cities(text, ()))
    assert [doubt.finding for doubt in read.doubts] == ["date-ambiguous"] * is_doubtful


@pytest.mark.parametrize(
    ("item", "start", "is_doubtful"),
    [
        ("2n semestre: Calendar published", "2020-07", False),
        ("2nd sprint: Calendar published", "2020", True),
        ("Kick-off: Calendar published", "2020", False),
    ],
)
def test_a_head_with_a_number_below_a_year_that_is_no_known_date_is_a_doubt(
    item: str, start: str, is_doubtful: bool
) -> None:
    (read,) = read_activities([Cell((Block(traced("2020")), Block(traced(item), "bullet")))], lambda _: [])
    assert read.value.start == start
    assert [doubt.finding for doubt in read.doubts] == (["date-ambiguous"] if is_doubtful else [])


def test_a_date_behind_a_comma_counts_where_others_of_the_row_stand_in_brackets_at_the_end() -> None:
    row = (
        "Signing ceremony in Porto (20 May 2019)",
        "Sauna week (first half of 2020)",
        "Online course, October to December 2020",
    )
    found = activities(cell(*row, kind="bullet"))
    assert [(one.start, one.end) for one in found] == [
        ("2019-05-20", "2019-05-20"),
        ("2020-01", "2020-06"),
        ("2020-10", "2020-12"),
    ]
    assert found[-1].text == "Online course"
    led = activities(cell("May 2019: Signing", "Sauna week, June 2020", kind="bullet"))
    assert [one.start for one in led] == ["2019-05", "2020-06"]


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("Stand at Expo 2019, May 2019", "2019-05", "Stand at Expo 2019"),
        ("Workshop on trams, June 2019.", "2019-06", "Workshop on trams"),
        ("Report on the flood in May, 2018", None, "Report on the flood in May, 2018"),
        ("Visits in 2018, 2019", None, "Visits in 2018, 2019"),
        ("Book on trams, 1900 to 1950", None, "Book on trams, 1900 to 1950"),
        ("Training in spring and autumn, 2019", None, "Training in spring and autumn, 2019"),
    ],
)
def test_a_month_behind_a_comma_counts_beside_activities_that_begin_with_dates(
    text: str, start: str | None, rest: str
) -> None:
    _led, found = activities(cell("May 2019: Signing", text, kind="bullet"))
    assert (found.start, found.text) == (start, rest)


def test_sentences_that_each_have_a_date_are_activities() -> None:
    found = activities(
        cell(
            "The plan was signed on 7 July 2018 in Guiyang. From 14 to 18 October 2018, a delegation visited Braga.",
            "In spring 2019, ten guides were trained. They were pleased. Dr. Li spoke in Braga on 3 May 2020.",
        )
    )
    assert [(one.start, one.end, one.text) for one in found] == [
        ("2018-07-07", "2018-07-07", "The plan was signed on 7 July 2018 in Guiyang."),
        ("2018-10-14", "2018-10-18", "a delegation visited Braga."),
        ("2019-03", "2019-05", "ten guides were trained. They were pleased."),
        ("2020-05-03", "2020-05-03", "Dr. Li spoke in Braga on 3 May 2020."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan was signed on 7 July 2018. Letters are exchanged. Data are shared. A visit followed in May 2019.",
        "The plan was signed on 7 July 2018. A visit followed in May 2019.",
        "The plan was signed. It was renewed on 7 July 2018. A visit followed in May 2019. A course was held in 2020.",
    ],
)
def test_prose_with_few_dates_is_one_activity(text: str) -> None:
    assert [one.text for one in activities(cell(text))] == [text]


def test_paragraphs_without_date_or_full_stop_stay_activities() -> None:
    told = (
        "A plan was signed in May 2018.",
        "A course was held in June.",
        "A site was opened.",
        "Guides met in May 2019.",
    )
    assert activities(cell("Work began in May 2018.", *told))[3].text == "A site was opened."
    notes = ("Visit to Braga in May 2018", "Course in June 2019", "Newsletter", "Fair in Braga in May 2020")
    assert activities(cell(*notes, kind="bullet"))[2].text == "Newsletter"


def test_a_sentence_with_two_dates_is_doubtful() -> None:
    text = "The plan was signed on 7 July 2018. In May 2019, guides met. Shops opened in May 2019 and in June 2020."
    *_, last = read_activities([cell(text)], lambda _: [])
    assert (last.value.start, last.value.text) == ("2019-05", "Shops opened in May 2019 and in June 2020.")
    text = (
        "The plan was signed on 7 July 2018. In May 2019, guides met. A shop opened in May 2019, one more in June 2020."
    )
    *_, last = read_activities([cell(text)], lambda _: [])
    assert [(doubt.finding, doubt.pointer) for doubt in last.doubts] == [("date-ambiguous", "/start")]


@pytest.mark.parametrize(
    ("text", "start", "end", "status"),
    [
        ("Tea week, planned for June 2020, has been moved to May 2021", "2021-05", "2021-05", "postponed"),
        ("Exchange of 12 students, postponed to September 2021 for now", "2021-09", "2021-09", "postponed"),
        ("Exchange, planned for September 2038 in both towns", "2038-09", "2038-09", "planned"),
        ("Messe, verschoben auf Mai 2021 wegen der Lage", "2021-05", "2021-05", "postponed"),
        ("展会，推迟至2021年5月举行", "2021-05", "2021-05", "postponed"),
        ("Fair, postponed in March 2020 by the mayor", None, None, "postponed"),
        ("Fair, cancelled in March 2020 by the mayor", None, None, "cancelled"),
        ("Study of the planned tram in 2021 and later", None, None, None),
    ],
)
def test_a_date_for_which_an_activity_is_planned_or_put_off_is_its_own(
    text: str, start: str | None, end: str | None, status: str | None
) -> None:
    (found,) = activities(cell(text))
    assert (found.start, found.end, found.status, found.text) == (start, end, status, text)


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("CW 11 (11–15 March 2019): Kick-off", "2019-03-11", "Kick-off"),
        ("KW 11 (11.-15. März 2019): Auftakt", "2019-03-11", "Auftakt"),
        ("Week 12 (five boats): sailing", None, "Week 12 (five boats): sailing"),
    ],
)
def test_a_week_with_its_days_in_brackets_is_a_date(text: str, start: str | None, rest: str) -> None:
    (found,) = activities(cell(text))
    assert (found.start, found.text) == (start, rest)


def test_plus_signs_below_the_heading_of_a_year_begin_activities() -> None:
    found = activities(
        cell("In 2018:", "+ 28 June, Porto: Launch in the garden", "+ 10-14 Dec.: Delegation visits Porto", "In 2019:"),
        cell("+ mid-March: Students measure houses"),
    )
    assert [(one.start, one.end, one.text) for one in found] == [
        ("2018-06-28", "2018-06-28", "Launch in the garden"),
        ("2018-12-10", "2018-12-14", "Delegation visits Porto"),
        ("2019-03", "2019-03", "Students measure houses"),
    ]
