"""Which of the cities in a text are where it happened."""

from __future__ import annotations

import pytest

from ucap.reading.activities.venues import venues
from ucap.reading.places.cities import Hints, find_city, named_cities

HINTS = Hints(countries=("CN", "ES", "FR", "IT", "SI"))
OWN = tuple(
    place for name in ("Wuxi", "Bilbao", "Nice", "Naples", "Maribor") if (place := find_city(name, HINTS).place)
)


def places(text: str) -> list[str]:
    return venues(text, named_cities(text, OWN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kick-off visit of the vice-mayor of Wuxi to Bilbao, with a tour of the peninsula.", ["Bilbao"]),
        ("The mayor of Bilbao visited Wuxi and Shanghai.", ["Wuxi", "Shanghai"]),
        ("Study tour of Wuxi to Bilbao and Nice.", ["Bilbao", "Nice"]),
        ("Tour of Wuxi for the guests.", ["Wuxi"]),
        ("Visita de bodegueros de Wuxi a los astilleros de Bilbao", ["Bilbao"]),
        ("Bilbao hosted a workshop for experts from Wuxi.", ["Bilbao"]),
        ("Bilbao and Nice welcomed twelve engineers from Wuxi.", ["Bilbao", "Nice"]),
        ("Bilbao, Nice and Naples hosted one day each.", ["Bilbao", "Nice", "Naples"]),
        ("Workshop hosted by the city of Wuxi.", ["Wuxi"]),
        ("Experts from Wuxi visited Bilbao and the technopolis of Nice.", ["Bilbao", "Nice"]),
        ("Experts from Wuxi visited Bilbao and met the mayor of Nice.", ["Bilbao"]),
        ("Youth tournament in Naples; Wuxi came third.", ["Naples"]),
        ("First meeting on the walls of Naples.", ["Naples"]),
        ("Street food market on the sea front of Naples.", ["Naples"]),
        ("The mayor of Nice visited Wuxi New Area and Dunhuang.", ["Wuxi", "Dunhuang"]),
        ("Exhibition at the Guggenheim Museum Bilbao.", ["Bilbao"]),
        ("Experts from Naples trained at the Wuxi water institute.", ["Wuxi"]),
        ("Three-day mission to Maribor and Nice.", ["Maribor", "Nice"]),
        ("Preparation visit to Naples.", ["Naples"]),
        ("Preparation of the visit to Naples.", []),
        ("Three forest experts were dispatched to Maribor.", ["Maribor"]),
        ("A letter was sent to Maribor.", []),
        ("Participation of Bilbao in the Smart City Expo in Barcelona.", ["Barcelona"]),
        ("Twelve students of the University of Maribor spent a semester in Wuxi.", ["Wuxi"]),
        ("A Wuxi delegation travelled to Bilbao, Nice and Naples.", ["Bilbao", "Nice", "Naples"]),
        ("Round table in the Chamber of Commerce of Bilbao.", ["Bilbao"]),
        ("Pilot shipment of 4,000 parcels through the port of Naples.", ["Naples"]),
        ("Shoe designers from Naples at the Jinjiang footwear fair.", ["Jinjiang"]),
        ("The team met in Naples to prepare the visit to Wuxi.", ["Naples"]),
        ("Study trip of Wuxi planners through Bilbao and San Sebastian.", ["Bilbao", "San Sebastián"]),
        ("Visit to the wine cellars of Maribor.", ["Maribor"]),
        ("Excursion to the sewage works of Nice.", ["Nice"]),
        ("Forum on port cities, Naples.", ["Naples"]),
        ("Preparatory mission of Maribor to Wuxi", ["Wuxi"]),
        ("Kick-off with experts from Wuxi (Bilbao, May 2018).", ["Bilbao"]),
        ("Kick-off meeting, Bilbao, 12 May 2018", ["Bilbao"]),
        ("Wuxi – signing of the agreement.", ["Wuxi"]),
        ("Jury of the film festival visited the studios at Xyzdorf.", ["Xyzdorf"]),
        ("Kick-off in the Xyzli district.", ["Xyzli"]),
    ],
)
def test_what_stands_around_a_city_makes_it_the_place(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Letter of the mayor of Wuxi to the mayors of Bilbao and Naples.",
        "Meeting between Wuxi and Bilbao.",
        "Seminar organised by Bilbao.",
        "Invitation to the mayor of Nice.",
        "Invitation to the members of Nice Council.",
        "Launch of direct flights between Wuxi and Nice.",
        "First container train from Wuxi to Maribor.",
        "Presentation of the plan to the city council of Bilbao.",
        "Exchange of experts: two engineers from Wuxi to Bilbao.",
        "Hackathon with teams from Wuxi, Bilbao and Nice.",
        "Article in the Bilbao newspaper.",
        "Lecture on the history of Naples.",
        "Stand at the fair, with support from the Naples chamber.",
        "Joint report published in Chinese, Spanish and English.",
        "Monthly newsletter by Maribor.",
    ],
)
def test_cities_that_only_take_part_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("dix apprentis de Luoyang accueillis à Angers", ["Angers"]),
        ("绵阳市卫生代表团访问奥卢测试医院", ["Oulu"]),
        ("Auftaktgespräch im Rathaus von Erfurt", ["Erfurt"]),
        ("Missione dell'Autorità portuale di Trieste a Beihai", ["Beihai"]),
        ("Cider makers of Gijón received four citrus breeders from Ganzhou", ["Gijón"]),
        ("estada de tres ceramistes a Jingdezhen", ["Jingdezhen"]),
        ("exposició al Museu d’Història de Girona", ["Girona"]),
        ("carta de Girona a Jingdezhen", []),
        ("Fachexkursion des Tiefbauamts nach Jiaxing", ["Jiaxing"]),
        ("Foro de ciudades patrimonio en Bilbao", ["Bilbao"]),
        ("Misión comercial de bodegas a Yuncheng", ["Yuncheng"]),
        ("o delegație a vizitat uzina de apă din Galați", ["Galați"]),
        ("Deschiderea târgului la Brăila", ["Brăila"]),
        ("Visit of our engineers to the old sugar and tobacco factories of Jiaxing town", ["Jiaxing"]),
        ("La delegación visitó el mercado central de Yuncheng", ["Yuncheng"]),
        ("Σεμινάριο στη Λάρισα", ["Larissa"]),
        ("avslutningsmöte i Jiaxing med alla tre städerna", ["Jiaxing"]),
        ("elever från Jiaxing gör praktik i Malmö", ["Malmö"]),
        ("Mađarski arhitekti i Zagreb", []),
        ("Wymiana ekspertów: Tromsø i Gdańsk", []),
        ("Workshop at 10 am in Taicangville.", ["Taicangville"]),
        ("stage van drie stedenbouwers bij de gemeente Zwolle", ["Zwolle"]),
        ("Schulung für Betreuer in Präsenz.", []),
        ("Final report (in Vorbereitung)", []),
        ("Vizita delegației din Galați", []),
        ("Mission of nurses to the old and new mayor of Jiaxing", []),
        ("Brief nach Jiaxing geschickt", []),
        ("Burgemeesters van Zwolle en Deventer", []),
        ("Carta a Bilbao", []),
        ("Lettera ai sindaci di Trieste", []),
        ("Plans for a Bilbao firm", []),
        ("incontro a Trieste sui porti", ["Trieste"]),
        ("visita ao Porto", ["Porto"]),
        ("masques envoyés à Nantes", []),
        ("lettre d'intention signée à Nantes", ["Nantes"]),
        ("formation à Nantes, don de masques", ["Nantes"]),
        ("don de livres, formation à Nantes", ["Nantes"]),
        ("envoi de masques à Nantes", []),
        ("lettre au maire de Nantes", []),
        ("lettre des élèves présentée à Nantes", ["Nantes"]),
        ("exposition de masques de théâtre à Nantes", ["Nantes"]),
    ],
)
def test_words_of_other_languages_say_where_something_happened(text: str, places: list[str]) -> None:
    assert venues(text, named_cities(text, ())) == places


SLAVIC = tuple(
    place
    for name in ("Gdańsk", "Brno", "Wrocław", "Łódź", "Katowice", "Zagreb", "Harbin")
    if (place := find_city(name, Hints()).place)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wystawa w Gdańsku", ["Gdańsk"]),
        ("výstava v Brně", ["Brno"]),
        ("wyjazd studyjny do Wrocławia", ["Wrocław"]),
        ("targi w Łodzi", ["Łódź"]),
        ("forum w Katowicach", ["Katowice"]),
        ("sajam u Zagrebu", ["Zagreb"]),
        ("inżynierowie z Gdańska w Harbinie", ["Harbin"]),
        ("list burmistrza Gdańska", []),
        ("w Katowickiem", []),
        ("Wrocławskie dni", []),
    ],
)
def test_a_plans_own_city_with_an_ending_is_where_something_happened(text: str, expected: list[str]) -> None:
    assert venues(text, named_cities(text, SLAVIC)) == expected


@pytest.mark.parametrize(
    ("cities", "text", "expected"),
    [
        (("Turku", "Ningbo"), "Työpaja Turussa ja vierailu Ningbossa", ["Turku", "Ningbo"]),
        (("Turku", "Ningbo"), "Turun kaupungin kirje Ningbon kaupungille", []),
        (("Lahti", "Wuhan"), "Seminaari Lahdessa, vieraita Wuhanista", ["Lahti"]),
        (("Tampere", "Guangzhou"), "Tampereen kaupunki: kokous Tampereella", ["Tampere"]),
        (("Tartu", "Yinchuan"), "Kohtumine Tartus", ["Tartu"]),
        (("Pärnu", "Yinchuan"), "Pärnu linna kiri", []),
        (("Győr", "Wuhan"), "Műhelytalálkozó Győrben, vendégek Wuhanból", ["Győr"]),
        (("Debrecen", "Wuhan"), "Látogatás Wuhanban és Debrecenben", ["Wuhan", "Debrecen"]),
        (("Riga", "Suzhou"), "Seminārs Rīgā", ["Riga"]),
        (("Riga", "Suzhou"), "Rīgas pašvaldības vēstule", []),
        (("Kaunas", "Xiamen"), "Seminaras Kaune", ["Kaunas"]),
        (("Vilnius", "Guangzhou"), "Dirbtuvės Vilniuje su Vilniaus universitetu", ["Vilnius"]),
        (("Klaipėda", "Rizhao"), "Klaipėdos uosto vizitas", []),
        (("Klaipėda", "Rizhao"), "Šventė Klaipėdoje", ["Klaipėda"]),
    ],
)
def test_an_ending_says_where_something_was(cities: tuple[str, ...], text: str, expected: list[str]):
    hints = Hints(countries=("CN", "FI", "EE", "HU", "LV", "LT"))
    own = [place for name in cities if (place := find_city(name, hints).place)]
    assert venues(text, named_cities(text, own)) == expected


ARTICLED = tuple(
    place
    for name in ("Le Mans", "Les Sables-d'Olonne", "La Spezia", "L'Aquila", "Porto", "Wuhan")
    if (place := find_city(name, Hints(countries=("CN", "FR", "IT", "PT"))).place)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("course de voitures électriques au Mans", ["Le Mans"]),
        ("accueil au port des Sables-d'Olonne", ["Les Sables-d'Olonne"]),
        ("visita alla Spezia", ["La Spezia"]),
        ("seminario all'Aquila", ["L'Aquila"]),
        ("seminário no Porto sobre água", ["Porto"]),
        ("délégation du Mans à Wuhan", ["Wuhan"]),
        ("accueil au Mans d'une délégation", ["Le Mans"]),
        ("lettre au Mans", []),
        ("lettera all'Aquila", []),
        ("no Porto delegation came", []),
    ],
)
def test_a_preposition_may_draw_a_citys_article_in(text: str, expected: list[str]) -> None:
    assert venues(text, named_cities(text, ARTICLED)) == expected


def test_an_ending_that_may_be_of_two_cities_names_none():
    own = [place for name in ("Turku", "Turin") if (place := find_city(name, Hints(countries=("FI", "IT"))).place)]
    assert not [city for city in named_cities("Turin messut", own) if city.place.name == "Turku"]


def test_a_city_is_known_by_the_chinese_name_that_the_plan_gives_it() -> None:
    naples = OWN[3]
    for text, expected in (
        ("在那城举办电动汽车研讨会", ["Naples"]),
        ("那城代表团访问无锡", ["Wuxi"]),
        ("无锡工业博物馆举办那城新艺术展", ["Wuxi"]),
    ):
        assert venues(text, named_cities(text, OWN, (("那城", naples),))) == expected
    assert named_cities("在那城举办电动汽车研讨会", OWN) == []
