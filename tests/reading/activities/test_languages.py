"""When and where activities were, as the partners' languages say it."""

from __future__ import annotations

from itertools import groupby

import pytest

from ucap.documents.opening import open_document
from ucap.plan.record import Activity
from ucap.reading.record import read_document

ITEMS = [
    ("Poland", "Gdańsk", "12 maja 2018 r.: podpisanie planu w Gdańsku", "2018-05-12", "2018-05-12", "Gdańsk"),
    ("Poland", "Gdańsk", "3–5 czerwca 2019 r. – wizyta studyjna w Wuhanie", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Poland", "Gdańsk", "Warsztaty o tramwajach (Gdańsk, wrzesień 2019)", "2019-09", "2019-09", "Gdańsk"),
    ("Poland", "Gdańsk", "jesień 2019: delegacja z Wuhanu w Gdańsku", "2019-09", "2019-11", "Gdańsk"),
    ("Germany", "Bremen", "12.05.2018: Unterzeichnung des Plans in Bremen", "2018-05-12", "2018-05-12", "Bremen"),
    ("Germany", "Bremen", "3.–5. Juni 2019, Wuhan: Studienreise", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Germany", "Bremen", "Workshop zu Straßenbahnen (Bremen, September 2019)", "2019-09", "2019-09", "Bremen"),
    ("France", "Lille", "Le 12 mai 2018 : signature du plan à Lille", "2018-05-12", "2018-05-12", "Lille"),
    ("France", "Lille", "Du 3 au 5 juin 2019 – voyage d'étude à Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("France", "Lille", "Atelier sur les trams (Lille, septembre 2019)", "2019-09", "2019-09", "Lille"),
    ("France", "Lille", "Automne 2019 : accueil à Lille d'une délégation de Wuhan", "2019-09", "2019-11", "Lille"),
    ("Spain", "Bilbao", "12 de mayo de 2018: firma del plan en Bilbao", "2018-05-12", "2018-05-12", "Bilbao"),
    ("Spain", "Bilbao", "Del 3 al 5 de junio de 2019 – visita de estudio a Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Spain", "Bilbao", "Taller sobre tranvías (Bilbao, septiembre de 2019)", "2019-09", "2019-09", "Bilbao"),
    ("Spain", "Bilbao", "En otoño de 2019, una delegación de Wuhan visitó Bilbao", "2019-09", "2019-11", "Bilbao"),
    ("Italy", "Bari", "12 maggio 2018: firma del piano a Bari", "2018-05-12", "2018-05-12", "Bari"),
    ("Italy", "Bari", "Dal 3 al 5 giugno 2019 – visita di studio a Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Italy", "Bari", "Laboratorio sui tram (Bari, settembre 2019)", "2019-09", "2019-09", "Bari"),
    ("Italy", "Bari", "Nell'autunno 2019 una delegazione di Wuhan ha visitato Bari", "2019-09", "2019-11", "Bari"),
    ("Portugal", "Braga", "12 de maio de 2018: assinatura do plano em Braga", "2018-05-12", "2018-05-12", "Braga"),
    ("Portugal", "Braga", "De 3 a 5 de junho de 2019 – visita de estudo a Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Portugal", "Braga", "Oficina sobre elétricos (Braga, setembro de 2019)", "2019-09", "2019-09", "Braga"),
    ("Portugal", "Braga", "No outono de 2019, uma delegação de Wuhan visitou Braga", "2019-09", "2019-11", "Braga"),
    (
        "Netherlands",
        "Utrecht",
        "12 mei 2018: ondertekening van het plan in Utrecht",
        "2018-05-12",
        "2018-05-12",
        "Utrecht",
    ),
    ("Netherlands", "Utrecht", "3 t/m 5 juni 2019 – studiereis naar Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Netherlands", "Utrecht", "Werkplaats over trams (Utrecht, september 2019)", "2019-09", "2019-09", "Utrecht"),
    ("Netherlands", "Utrecht", "Najaar 2019: delegatie uit Wuhan te gast in Utrecht", "2019-09", "2019-11", "Utrecht"),
    ("Czechia", "Brno", "12. května 2018: podpis plánu v Brně", "2018-05-12", "2018-05-12", "Brno"),
    ("Czechia", "Brno", "3.–5. června 2019 – studijní cesta do Wuhanu", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Czechia", "Brno", "Dílna o tramvajích (Brno, září 2019)", "2019-09", "2019-09", "Brno"),
    ("Czechia", "Brno", "Podzim 2019: delegace z Wuhanu v Brně", "2019-09", "2019-11", "Brno"),
    ("Slovakia", "Žilina", "12. mája 2018: podpis plánu v Žiline", "2018-05-12", "2018-05-12", "Žilina"),
    ("Slovakia", "Žilina", "3.–5. júna 2019 – študijná cesta do Wuhanu", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Slovakia", "Žilina", "Dielňa o električkách (Žilina, september 2019)", "2019-09", "2019-09", "Žilina"),
    ("Slovakia", "Žilina", "Jeseň 2019: delegácia z Wuhanu v Žiline", "2019-09", "2019-11", "Žilina"),
    ("Hungary", "Szeged", "2018. május 12.: a terv aláírása Szegeden", "2018-05-12", "2018-05-12", "Szeged"),
    ("Hungary", "Szeged", "Műhely a villamosokról (Szeged, 2019. szeptember)", "2019-09", "2019-09", "Szeged"),
    ("Hungary", "Szeged", "2019 őszén: vuhani küldöttség Szegeden", "2019-09", "2019-11", "Szeged"),
    ("Romania", "Oradea", "12 mai 2018: semnarea planului la Oradea", "2018-05-12", "2018-05-12", "Oradea"),
    ("Romania", "Oradea", "3–5 iunie 2019 – vizită de studiu la Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Romania", "Oradea", "Atelier despre tramvaie (Oradea, septembrie 2019)", "2019-09", "2019-09", "Oradea"),
    ("Romania", "Oradea", "Toamna 2019: delegație din Wuhan la Oradea", "2019-09", "2019-11", "Oradea"),
    ("Bulgaria", "Plovdiv", "12 май 2018 г.: подписване на плана в Пловдив", "2018-05-12", "2018-05-12", "Plovdiv"),
    ("Bulgaria", "Plovdiv", "3–5 юни 2019 г. – учебно посещение в Ухан", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Bulgaria", "Plovdiv", "Семинар за трамваите (Пловдив, септември 2019 г.)", "2019-09", "2019-09", "Plovdiv"),
    ("Bulgaria", "Plovdiv", "Есен 2019: делегация от Ухан в Пловдив", "2019-09", "2019-11", "Plovdiv"),
    ("Croatia", "Rijeka", "12. svibnja 2018.: potpisivanje plana u Rijeci", "2018-05-12", "2018-05-12", "Rijeka"),
    ("Croatia", "Rijeka", "Radionica o tramvajima (Rijeka, rujan 2019.)", "2019-09", "2019-09", "Rijeka"),
    ("Croatia", "Rijeka", "Jesen 2019.: izaslanstvo iz Wuhana u Rijeci", "2019-09", "2019-11", "Rijeka"),
    ("Slovenia", "Maribor", "12. maja 2018: podpis načrta v Mariboru", "2018-05-12", "2018-05-12", "Maribor"),
    ("Slovenia", "Maribor", "3.–5. junija 2019 – študijski obisk v Wuhanu", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Slovenia", "Maribor", "Delavnica o tramvajih (Maribor, september 2019)", "2019-09", "2019-09", "Maribor"),
    ("Slovenia", "Maribor", "Jesen 2019: delegacija iz Wuhana v Mariboru", "2019-09", "2019-11", "Maribor"),
    ("Greece", "Patras", "12 Μαΐου 2018: υπογραφή του σχεδίου στην Πάτρα", "2018-05-12", "2018-05-12", "Patras"),
    ("Greece", "Patras", "3–5 Ιουνίου 2019 – εκπαιδευτική επίσκεψη στη Γουχάν", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Greece", "Patras", "Εργαστήριο για τα τραμ (Πάτρα, Σεπτέμβριος 2019)", "2019-09", "2019-09", "Patras"),
    ("Greece", "Patras", "Φθινόπωρο 2019: αντιπροσωπεία στην Πάτρα", "2019-09", "2019-11", "Patras"),
    ("Sweden", "Lund", "12 maj 2018: undertecknande av planen i Lund", "2018-05-12", "2018-05-12", "Lund"),
    ("Sweden", "Lund", "3–5 juni 2019 – studieresa till Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Sweden", "Lund", "Verkstad om spårvagnar (Lund, september 2019)", "2019-09", "2019-09", "Lund"),
    ("Sweden", "Lund", "Hösten 2019: delegation från Wuhan i Lund", "2019-09", "2019-11", "Lund"),
    ("Denmark", "Odense", "12. maj 2018: underskrift af planen i Odense", "2018-05-12", "2018-05-12", "Odense"),
    ("Denmark", "Odense", "3.–5. juni 2019 – studietur til Wuhan", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Denmark", "Odense", "Værksted om letbaner (Odense, september 2019)", "2019-09", "2019-09", "Odense"),
    ("Denmark", "Odense", "Efteråret 2019: delegation fra Wuhan i Odense", "2019-09", "2019-11", "Odense"),
    ("Finland", "Turku", "12.5.2018: suunnitelman allekirjoitus Turussa", "2018-05-12", "2018-05-12", "Turku"),
    ("Finland", "Turku", "Työpaja raitiovaunuista (Turku, syyskuu 2019)", "2019-09", "2019-09", "Turku"),
    ("Finland", "Turku", "Syksyllä 2019: valtuuskunta Turussa", "2019-09", "2019-11", "Turku"),
    ("Estonia", "Tartu", "12. mai 2018: kava allkirjastamine Tartus", "2018-05-12", "2018-05-12", "Tartu"),
    ("Estonia", "Tartu", "Töötuba trammidest (Tartu, september 2019)", "2019-09", "2019-09", "Tartu"),
    ("Estonia", "Tartu", "Sügisel 2019: delegatsioon Tartus", "2019-09", "2019-11", "Tartu"),
    ("Latvia", "Liepāja", "2018. gada 12. maijs: plāna parakstīšana Liepājā", "2018-05-12", "2018-05-12", "Liepāja"),
    ("Latvia", "Liepāja", "2019. gada 3.–5. jūnijs – mācību brauciens uz Uhaņu", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Latvia", "Liepāja", "Darbnīca par tramvajiem (Liepāja, 2019. gada septembris)", "2019-09", "2019-09", "Liepāja"),
    ("Latvia", "Liepāja", "2019. gada rudenī: delegācija Liepājā", "2019-09", "2019-11", "Liepāja"),
    ("Lithuania", "Kaunas", "2018 m. gegužės 12 d.: plano pasirašymas Kaune", "2018-05-12", "2018-05-12", "Kaunas"),
    ("Lithuania", "Kaunas", "2019 m. birželio 3–5 d. – pažintinė kelionė į Uhaną", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Lithuania", "Kaunas", "Dirbtuvės apie tramvajus (Kaunas, 2019 m. rugsėjis)", "2019-09", "2019-09", "Kaunas"),
    ("Lithuania", "Kaunas", "2019 m. rudenį: delegacija Kaune", "2019-09", "2019-11", "Kaunas"),
    ("Italy", "Bari", "2018年5月12日：在巴里签署计划", "2018-05-12", "2018-05-12", "Bari"),
    ("Italy", "Bari", "2019年6月3日至5日，考察武汉", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Italy", "Bari", "有轨电车研讨会（巴里，2019年9月）", "2019-09", "2019-09", "Bari"),
    ("Italy", "Bari", "2019年秋：武汉代表团访问巴里", "2019-09", "2019-11", "Bari"),
    ("Ireland", "Cork", "Signing of the plan in Cork, 12 May 2018", "2018-05-12", "2018-05-12", "Cork"),
    ("Ireland", "Cork", "Wuhan, 3-5 June 2019: study visit", "2019-06-03", "2019-06-05", "Wuhan"),
    ("Ireland", "Cork", "Tram workshop [Cork; Sept. '19]", "2019-09", "2019-09", "Cork"),
]
"""Country and city, what the document says, and start, end and place."""
CITIES = [(country, city, [one[2:] for one in items]) for (country, city), items in groupby(ITEMS, lambda one: one[:2])]


def activities(country: str, city: str, *items: str) -> tuple[Activity, ...]:
    """The activities of a plan of Wuhan and this city."""
    listed = "\n\t".join(f"• {item}" for item in items)
    text = f"Name of cities\tWuhan\t{city}\nCountry\tChina\t{country}\nActivities\t{listed}\n"
    return read_document(open_document("plan.txt", text.encode())).activities


@pytest.mark.parametrize(("country", "city", "items"), CITIES, ids=[f"{one[0]}-{one[1]}" for one in CITIES])
def test_when_and_where_are_read_in_the_partners_languages(
    country: str, city: str, items: list[tuple[str, str, str, str]]
) -> None:
    read = activities(country, city, *(text for text, *_ in items))
    assert [(one.start, one.end, one.places) for one in read] == [
        (start, end, (place,)) for _, start, end, place in items
    ]


@pytest.mark.parametrize(
    ("country", "city", "text"),
    [
        ("Netherlands", "Utrecht", "12 mei 2018: brief naar de burgemeester van Wuhan"),
        ("Czechia", "Brno", "12. května 2018: dopis z Wuhanu o studijní cestě"),
        ("Italy", "Bari", "12 maggio 2018: una delegazione di Wuhan presenta i suoi progetti"),
        ("Denmark", "Odense", "12. maj 2018: brev fra Wuhan om letbaner"),
        ("Netherlands", "Utrecht", "12 mei 2020: delegatie uit Utrecht schenkt 1000 mondkapjes aan Wuhan"),
        ("Sweden", "Lund", "12 maj 2018: besök från Lund, brev till Wuhan"),
        ("Czechia", "Brno", "12. května 2018: návštěva školy z Wuhanu, dopis do Wuhanu"),
    ],
)
def test_a_city_that_is_spoken_of_is_no_place(country: str, city: str, text: str) -> None:
    assert [one.places for one in activities(country, city, text)] == [()]


def test_an_o_between_small_words_is_no_mark_of_a_list() -> None:
    (one,) = activities("Croatia", "Rijeka", "12. svibnja 2018.: radionica o tramvajima u Rijeci")
    assert one.text == "radionica o tramvajima u Rijeci"
    assert one.outputs == ()
