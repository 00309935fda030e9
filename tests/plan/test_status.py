"""Planned as distinct from done."""

from datetime import date

import pytest

from tests.records import all_plans
from ucap.plan.record import Activity
from ucap.plan.status import activity_status, read_status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegation of Panjin visited Málaga.", "done"),
        ("Meeting in Xuzhou planned; cancelled.", "cancelled"),
        ("The forum was held as planned.", "done"),
        ("The workshop will take place in Rome.", "planned"),
        ("The summit scheduled for March was postponed.", "postponed"),
        ("Visit of the mayor. A return visit is planned.", "done"),
        ("即将举行论坛。", "planned"),
        ("Workshop on planned heating networks.", "done"),
        ("Talk in Graz on political will in education.", "done"),
        ("Mr Will Smithson visited schools in Graz.", "done"),
        ("The group was formed and will meet in Graz.", "planned"),
        ("Visit, moved to October 2021.", "postponed"),
        ("Visit; the office moved to Rome.", "done"),
        ("Goodwill ambassadors met in Nice.", "done"),
    ],
)
def test_the_first_sentence_of_a_dated_activity_tells_its_status(text: str, expected: str) -> None:
    assert activity_status(Activity(text=text, start="2020-01")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A further visit of Italian design schools is being discussed.", "planned"),
        ("Students exchange between Huaqiao University and Lisbon under preparation.", "planned"),
        ("Monthly newsletter by Aalborg.", None),
    ],
)
def test_an_undated_activity_without_a_cue_has_no_status(text: str, expected: str | None) -> None:
    assert activity_status(Activity(text=text)) == expected


def test_all_dated_activities_of_the_register_and_the_summaries_are_told_as_done() -> None:
    found = {activity_status(activity) for plan in all_plans() for activity in plan.activities if activity.start}
    assert found == {"done"}


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("June 2020 (cancelled)", "Course on heat pumps in Essen.", "cancelled"),
        ("September 2020 (postponed)", "Trade fair in Changzhou.", "postponed"),
        ("July 2020 (tbc)", "Course in Turin.", "planned"),
        ("Planned for June 2021", "Course in Essen.", "planned"),
        ("2020年9月 （取消）", "埃森研讨会。", "cancelled"),
        ("Juli 2020 (entfällt)", "Kurs in Hefei.", "cancelled"),
        ("Mai 2019 (durchgeführt)", "Treffen in Hefei.", "done"),
        ("May 2019 (as planned)", "Workshop in Gothenburg.", "done"),
        ("June 2020", "no meeting in Essen due to COVID-19.", "cancelled"),
        ("July 2020", "The course was not held because of the pandemic.", "cancelled"),
        ("May 2020", "La visite à Nanchang n'a pas eu lieu.", "cancelled"),
        ("June 2020", "El taller de Zaragoza fue cancelado.", "cancelled"),
        ("2020年6月", "因疫情，罗斯托克研讨会未举行。", "cancelled"),
        ("2020年11月", "将在都灵举办研讨会。", "planned"),
        ("June 2020", "Course in Turin. It was cancelled.", "cancelled"),
        ("June 2020", "Due to COVID-19, the workshop was postponed.", "postponed"),
        ("March 2035", "Completed the exchange of staff.", "done"),
    ],
)
def test_what_is_said_of_the_activity_itself_decides(lead: str, text: str, expected: str) -> None:
    assert read_status(lead, text, "2020-06", date(2026, 1, 1)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Meeting in Essen, follow-up planned.",
        "Preparatory meeting for the planned visit to Essen.",
        "Signature of an agreement on the cancelled debt of the water works.",
        "Meeting in Lille to prepare the trade fair planned for 2020.",
        "Signing of a letter of intent in Angers; a joint laboratory is foreseen.",
        "Forum in Lille, which replaced the cancelled trip to Xiamen.",
        "The partners planned a joint laboratory.",
        "Scheduled flights between Cork and Shanghai begin.",
        "Negotiations about a scheduled air service.",
        "Carried out the pilot foreseen in the plan.",
        "No fewer than 80 guests at the forum in Nanchang.",
        "Visit to Zaragoza; no costs arose for the guests.",
        "签署协议，取消参展费用。",
        "在萨拉戈萨召开会议，讨论计划中的地铁线路。",
        "萨拉戈萨专家学习城市规划经验。",
    ],
)
def test_what_is_said_of_another_thing_does_not_count(text: str) -> None:
    assert read_status("June 2019", text, "2019-06", date(2026, 1, 1)) == "done"


def test_what_lies_in_the_future_is_planned_whatever_the_words() -> None:
    assert read_status("", "Completed the exchange of staff.", "2038-05-12", date(2026, 1, 1)) == "planned"
    assert read_status("", "The course was cancelled.", "2038-05-12", date(2026, 1, 1)) == "cancelled"
    assert read_status("", "Opening of a school.", "2026", date(2026, 1, 1)) == "done"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Kurs in Chongqing fiel wegen der Pandemie aus.", "cancelled"),
        ("Das Treffen fand leider nicht statt.", "cancelled"),
        ("Het bezoek ging door corona niet door.", "cancelled"),
        ("Das Forum fand in Leipzig statt.", "done"),
        ("Die Wahl fiel auf Essen, aus gutem Grund.", "done"),
        ("CANCELLED – Course in Rotterdam.", "cancelled"),
        ("Course on cancelled debts – seminar in Rotterdam.", "done"),
    ],
)
def test_a_verb_in_two_parts_and_a_word_before_a_dash_say_what_became_of_it(text: str, expected: str) -> None:
    assert read_status("", text, "2019-05", date(2024, 1, 1)) == expected


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("", "Fair in Porto. Unfortunately, the event had to be cancelled.", "cancelled"),
        ("", "Fair in Porto. The second fair was cancelled.", "done"),
        ("", "The trip fell victim to the pandemic.", "cancelled"),
        ("", "Messe in Porto, wegen Corona abgesagt.", "cancelled"),
        ("", "Messe in Porto soll im Mai stattfinden.", "planned"),
        ("", "Die Messe zeigte, was in Porto stattfinden soll.", "done"),
        ("", "Fair in Porto (in planning).", "planned"),
        ("", "Strategy for Porto (draft).", "done"),
        ("", "Fair with thirty stands (2 cancelled).", "done"),
        ("", "Course for 20 people, will be repeated in 2021.", "done"),
        ("", "Report, will be published in 2021.", "planned"),
        ("原定", "在波尔图举办的展览会因疫情未能举行", "cancelled"),
        ("Planned for", "Fair in Porto did not take place.", "cancelled"),
        ("Planned for", "Fair in Porto.", "planned"),
        ("（未取消，照常举行）", "波尔图展览会", "done"),
        ("（未能举行）", "波尔图展览会", "cancelled"),
        ("(pas annulée)", "Foire à Porto.", "done"),
        ("(annulée)", "Foire à Porto.", "cancelled"),
        ("", "La feria no cancelada de Porto.", "done"),
        ("", "Foire reportée et non annulée.", "postponed"),
        ("", "La fiera rinviata e spostata online.", "postponed"),
        ("", "Lignes prévues et gares visitées à Porto.", "done"),
        ("", "Visite des lignes reportées et des gares.", "done"),
        ("", "Fair in Porto on how trams will run in 2040.", "done"),
        ("", "Fair in Porto on trams will run in May.", "planned"),
        ("", "Kurs in Porto darüber, warum der Hafen verschoben wurde.", "done"),
    ],
)
def test_more_ways_to_say_what_became_of_an_activity(lead: str, text: str, expected: str) -> None:
    assert read_status(lead, text, "2019-05", date(2024, 1, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贵阳代表团参观里昂计划建设的有轨电车线路。", "done"),
        ("计划在里昂举办的论坛。", "planned"),
        ("论坛计划在里昂举办。", "planned"),
        ("Fira cancel·lada.", "cancelled"),
    ],
)
def test_what_a_chinese_word_says_of_another_thing_does_not_count(text: str, expected: str) -> None:
    assert read_status("", text, "2019-05", date(2024, 1, 1)) == expected


def test_thousands_of_words_for_what_became_of_it_are_read_like_a_few() -> None:
    """Were each looked at with all that stands before it, this would take a quarter of an hour."""
    assert read_status("", "Fair planned for " * 5_000, None, date(2026, 1, 1)) == "planned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seminar heeft niet plaatsgevonden", "cancelled"),
        ("Seminár sa neuskutočnil", "cancelled"),
        ("Seminariet ställdes in", "cancelled"),
        ("Seminaari peruttiin", "cancelled"),
        ("Seminar jäi ära", "cancelled"),
        ("Seminārs nenotika", "cancelled"),
        ("Seminaras neįvyko", "cancelled"),
        ("研讨会取消。", "cancelled"),
        ("Séminaire repoussé à 2021", "postponed"),
        ("Seminar verschoven naar 2021", "postponed"),
        ("A szemináriumot elhalasztották", "postponed"),
        ("Seminariet sköts upp", "postponed"),
        ("Seminaret blev udskudt", "postponed"),
        ("Seminar lükkus edasi", "postponed"),
        ("Seminārs pārcelts", "postponed"),
        ("研讨会延期，时间另行通知", "postponed"),
        ("Seminar wird stattfinden", "planned"),
        ("Seminarul va avea loc", "planned"),
        ("Семинарът предстои", "planned"),
        ("Seminar će se održati", "planned"),
        ("Seminar bo potekal v Grazu", "planned"),
        ("Seminariet planeras", "planned"),
        ("Seminaras vyks", "planned"),
        ("研讨会（计划中）", "planned"),
        ("讨论签证延期", "done"),
        ("两市合作协议延期。", "done"),
        ("关于电车的研讨会推迟至2021年", "postponed"),
        ("关于电车的研讨会因疫情取消", "cancelled"),
        ("签证与旅游推介会推迟至2021年", "postponed"),
        ("合作讨论会推迟。", "postponed"),
        ("The historic tram was put back into service.", "done"),
        ("The flood defences were pushed back by 200 m.", "done"),
        ("Visita alle opere previste da realizzare", "done"),
        ("Visita a las ampliaciones previstas al norte", "done"),
        ("Wizyta w budynkach przewidzianych do remontu", "done"),
        ("Bezoek aan wijk gepland door Utrecht", "done"),
        ("Obilazak zgrada predviđenih do 2030", "done"),
        ("Knihovna přesunuta do nové budovy", "done"),
        ("Workshop verplaatst naar Rotterdam", "done"),
        ("Leitungen verlegt auf einer Strecke von 3 km", "done"),
        ("Kontoret flyttat till Malmö", "done"),
        ("Horaires décalés à l'école", "done"),
        ("Seminario sobre movilidad en calles con mucha pendiente.", "done"),
        ("Studiebesök i områden som planeras i Malmö", "done"),
        ("Workshop om trafik der forventes at vokse", "done"),
        ("Vizită la stadionul unde va avea loc finala", "done"),
        ("合作协议将于下半年签署", "planned"),
        ("协议签署推迟", "postponed"),
        ("关于航班取消的研讨会", "done"),
        ("Seminar o predviđenim mjerama", "done"),
        ("Übersetzung der Karte přeložena do češtiny", "done"),
        ("Visita de las obras pendientes en Wuhan", "done"),
        ("Kabel im Hafen verlegt", "done"),
    ],
)
def test_what_became_of_it_is_said_in_the_partners_languages(text: str, expected: str) -> None:
    assert read_status("", text, "2020-05", date(2026, 1, 1)) == expected
