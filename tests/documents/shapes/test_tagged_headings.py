"""Tagged text whose cells stand in the lines below headings."""

from tests.documents.helpers import assert_lawful, cells, labels, read
from ucap.documents.draft import doubly_covered, uncovered

_SPANISH = """Plan de acción de cooperación urbana (U-CAP)

Ciudades
Zaragoza
Luoyang

País
España
China

Periodo de cooperación
De mayo de 2019 a abril de 2021

Temas de la cooperación
<ol style="x"> 1. Agua en una ciudad seca 2. Museos y <i>peonías</i>

Retos
<p>Faltan traductores.</p> <p>Los museos cierran <s>en agosto</s> en invierno.</p>

Objetivos
<ul>
<li>Regar con la mitad
del agua</li>
<li>Abrir dos salas:
<ul><li>una aquí</li>
<li>una allí</li></ul></li>
</ul>

Actividades y productos
2019
<ul style="list-style-type: disc"> • 3 de junio: Visita a Luoyang ◦ Informe ◦ Mapa • Septiembre: Taller
2020
<ul style="list-style-type: disc"> • 5 de mayo: Curso por vídeo

Resultados esperados
<ul> • Menos agua perdida. • Más visitantes.

Contacto
info@zaragoza.example
"""

_POLISH = """U-CAP: Lublin i Foshan

1. Miasta: Lublin i Foshan
2. Kraje: Polska, Chiny
3. Okres współpracy – our period of cooperation
1 marca 2019 – 28 lutego 2021
4. Tematy: our themes
<ul> - Parki - Rowery
5. Wyzwania: what stands in the way
<ul> - Zimą nikt nie jeździ. - Brak map.
6. Cele: our goals
<ul> - Sto kilometrów dróg - Jeden park
7. Działania: activities and their outputs
Nr	Data	Działanie	Wynik
1.	maj 2019	Wizyta w Foshan	<ul> - Raport - Zdjęcia
2.	wrzesień 2020	Warsztaty w Lublinie	Mapa
8. Rezultaty: what we expect
<ul> - Mniej aut - Więcej zieleni
"""


def test_a_list_below_a_heading_is_read_as_one_behind_a_tab():
    document = read(_SPANISH)
    assert cells(document, "themes") == [["* Agua en una ciudad seca", "* Museos y peonías"]]
    assert cells(document, "results") == [["* Menos agua perdida.", "* Más visitantes."]]
    assert "<" not in "".join(str(block.text) for row in document.rows for cell in row.cells for block in cell.blocks)
    assert_lawful(document)


def test_paragraphs_below_a_heading_are_apart_and_struck_words_in_none():
    assert cells(read(_SPANISH), "challenges") == [["Faltan traductores.", "Los museos cierran en invierno."]]


def test_a_list_of_several_lines_keeps_its_items_and_their_depth():
    assert cells(read(_SPANISH), "objectives") == [
        ["* Regar con la mitad del agua", "* Abrir dos salas:", "o una aquí", "o una allí"]
    ]


def test_a_year_alone_in_a_line_stands_above_its_list():
    assert cells(read(_SPANISH), "activities") == [
        [
            "2019",
            "* 3 de junio: Visita a Luoyang",
            "o Informe",
            "o Mapa",
            "* Septiembre: Taller",
            "2020",
            "* 5 de mayo: Curso por vídeo",
        ]
    ]


def test_facts_below_headings_are_sides():
    document = read(_SPANISH)
    assert cells(document, "city") == [["Zaragoza"], ["Luoyang"]]
    assert cells(document, "period") == [["De mayo de 2019 a abril de 2021"]]
    assert [str(line) for line in document.contact] == ["info@zaragoza.example"]


def test_a_heading_in_two_languages_is_whole_and_its_list_below():
    document = read(_POLISH)
    assert labels(document)["objectives"] == "6. Cele: our goals"
    assert cells(document, "objectives") == [["* Sto kilometrów dróg", "* Jeden park"]]
    assert cells(document, "challenges") == [["* Zimą nikt nie jeździ.", "* Brak map."]]
    assert cells(document, "period") == [["1 marca 2019 – 28 lutego 2021"]]
    assert uncovered(document) == doubly_covered(document) == []


def test_a_value_behind_the_colon_of_a_heading_is_no_part_of_it():
    document = read(_POLISH)
    assert labels(document)["city"] == "1. Miasta:"
    assert cells(document, "city") == [["Lublin i Foshan"]]


def test_a_table_with_tabs_below_a_heading_lists_its_numbered_rows():
    assert cells(read(_POLISH), "activities")[0][1:] == [
        "* maj 2019: Wizyta w Foshan",
        "o Raport",
        "o Zdjęcia",
        "* wrzesień 2020: Warsztaty w Lublinie",
        "o Mapa",
    ]


def test_headings_within_a_cell_of_a_tabbed_table_stay_in_it():
    document = read(
        "City:\tGraz\tLinyi\nCountry:\tAustria\tChina\nKey challenges:\t<p>Results</p>\n<ul> • No water. • No road.\n"
        "Main objectives:\t<ul> • One map. • Two paths.\n"
    )
    assert cells(document, "challenges") == [["Results", "* No water.", "* No road."]]
    assert cells(document, "objectives") == [["* One map.", "* Two paths."]]


def test_tags_within_lines_are_the_template_s_where_lines_are_those_of_the_page():
    document = read(
        "City: Ghent\nCountry: Belgium / China\nPeriod: May 2019 – April 2021\n"
        "Themes: <u>Cargo bikes</u> and <b>harbours</b>\nMain challenges:\n"
        "- Streets are narrow and lead\nfrom the <i>old</i> port to the station.\n- Nobody counts bikes.\n"
        "Expected results:\n- 200 bikes.\n"
    )
    assert cells(document, "themes") == [["Cargo bikes and harbours"]]
    assert cells(document, "challenges") == [
        ["* Streets are narrow and lead from the old port to the station.", "* Nobody counts bikes."]
    ]
    assert_lawful(document)


def test_an_address_in_angle_brackets_is_no_tag():
    document = read(
        "City:\tGraz\tLinyi\nCountry:\tAustria\tChina\nMain objectives:\tWrite to Paul <p.maier@graz.example> first.\n"
    )
    assert cells(document, "objectives") == [["Write to Paul <p.maier@graz.example> first."]]


def test_a_text_that_no_flowing_text_is_keeps_the_rows_that_it_has_as_a_table() -> None:
    document = read("Stad\tGraz\tLinyi\nSDG\tSDG 11, SDG 13\n<p>Opomba</p>\n")
    assert cells(document, "goals")[0][0] == "SDG 11, SDG 13"
