"""Flowing text."""

import pytest

from tests.documents.helpers import assert_lawful, cells, labels, practice, read
from ucap.errors import UnreadableDocument

HEAD = "City: Wuhu Porto, Lyon Country: China Portugal, France Population: 3.7 Mio N/A "


def test_collapsed_columns_stay_one_cell_that_says_so():
    document = read(HEAD)
    assert cells(document, "population") == [["3.7 Mio N/A"]]
    assert all(row.is_collapsed for row in document.rows)


def test_a_wide_gap_keeps_the_sides_apart():
    document = read("City:      Wuhu        Porto, Lyon\nCountry:   China       Portugal\nPopulation: 3.7 Mio N/A\n")
    assert cells(document, "city") == [["Wuhu"], ["Porto, Lyon"]]
    assert [row.is_collapsed for row in document.rows] == [False, False, True]


@pytest.mark.parametrize("label", ["Mayor:", "Party Secretary:", "Lead bureau:", "Partner since:"])
@pytest.mark.parametrize("cities", ["Wuhu Porto, Lyon", "Wuhu Porto"])
def test_a_row_that_the_template_lacks_leaves_the_names_before_its_label_alone(cities, label):
    document = read(f"City: {cities} {label} Lin Ruiz Country: China Portugal, France Population: 3.7 Mio N/A ")
    assert cells(document, "city") == [[cities]]
    assert labels(document)[None] == label


@pytest.mark.parametrize(
    ("figures", "label"), [("N/A 6.99 Mio", "Official website:"), ("6 million N/A", "Joined IUC in:")]
)
def test_the_word_of_a_figure_is_not_the_first_of_an_unknown_label(figures, label):
    document = read(f"City: Wuhu Porto Population: {figures} {label} 2018 Size: 6 km² 4 km²")
    assert cells(document, "population") == [[figures]]
    assert labels(document)[None] == label


def test_a_label_that_its_value_tore_apart_is_put_together():
    document = read(
        HEAD + "Key focus of cooperation Smart manufacturing: builders compare themes: how long lines live."
    )
    assert labels(document)["focus"] == "Key focus of cooperation themes:"
    assert cells(document, "focus") == [["Smart manufacturing: builders compare how long lines live."]]


def test_the_words_of_the_label_stay_in_the_value_where_they_are_the_values():
    document = read(
        HEAD
        + "Main objectives of Support the nomination and learn from cooperation as described in the management plans "
        "of the old town. the U-CAP: Bring designers together."
    )
    assert labels(document)["objectives"] == "Main objectives of cooperation as described in the U-CAP:"
    assert cells(document, "objectives") == [
        ["Support the nomination and learn from the management plans of the old town. Bring designers together."]
    ]


def test_a_label_that_tears_at_a_hyphen_takes_it_along():
    document = read(
        HEAD + "Main objectives of cooperation as described in the U- a) One questionnaire. CAP: b) Sensors in schools."
    )
    assert cells(document, "objectives") == [["* One questionnaire.", "* Sensors in schools."]]


def test_a_single_word_before_its_figure_is_a_label_without_a_colon():
    document = read("City: A B Country: China Spain Population nearly 1.1 million 200,000 Size 88 km² N/A Period: 2018")
    assert cells(document, "population") == [["nearly 1.1 million 200,000"]]
    assert cells(document, "area") == [["88 km² N/A"]]


def test_a_single_word_before_a_country_is_a_label_without_a_colon():
    document = read("City: A B Province, State: Jiangsu Basque Country Country China Spain Population: 1 million N/A")
    assert cells(document, "region") == [["Jiangsu Basque Country"]]
    assert cells(document, "country") == [["China Spain"]]


def test_a_value_that_is_shorter_than_its_label_stands_before_the_rest_of_it():
    document = read(HEAD + "Province, State, Anhui Norte Department...: Size (km²) 88 km² N/A")
    assert cells(document, "region") == [["Anhui Norte"]]
    assert labels(document)["region"] == "Province, State, Department...:"


def test_a_label_without_a_colon_is_not_cut_short():
    document = read(HEAD + "Expected results and → Parcels reach Sofia. benefits → A treaty.")
    assert labels(document)["results"] == "Expected results and benefits"
    assert cells(document, "results") == [["* Parcels reach Sofia.", "* A treaty."]]


def test_a_footer_may_stand_in_a_torn_label():
    document = read(
        HEAD + "Main objectives of cooperation as described in Bring start-ups together. A European Union Programme "
        "欧盟项目 the U-CAP: Open workshops."
    )
    assert cells(document, "objectives") == [["Bring start-ups together. Open workshops."]]
    assert len(document.pages) == 2
    assert_lawful(document)


def test_a_row_that_the_template_lacks_is_told_between_head_rows():
    document = read("City: A B Size (km²) 88 km² 3,798 km² Mayor: Ana Ruiz Lin Guowei Period of cooperation 2018")
    assert cells(document, "area") == [["88 km² 3,798 km²"]]
    assert cells(document, None) == [["Ana Ruiz Lin Guowei"]]


def test_a_list_of_cities_with_their_figures_is_a_value_and_no_row():
    listed = "4.5 million Graz: 290,000; Linz: 205,000"
    document = read(f"City: Taizhou Graz, Linz Population: {listed} Mayor: Ana Ruiz Size (km2) 88")
    assert cells(document, "population") == [[listed]]
    assert cells(document, None) == [["Ana Ruiz"]]


def test_a_remark_behind_the_last_row_is_a_row_that_the_template_lacks():
    document = read(HEAD + "Expected results: Partners: ten more. Note: figures without the port.")
    assert cells(document, "results") == [["Partners: ten more."]]
    assert cells(document, None) == [["figures without the port."]]


def test_labels_in_the_value_of_another_row_are_text():
    document = read(
        HEAD
        + "Related SDGs and Urban Agenda topics: SDG 3 EU Urban Agenda Topics: Housing Expected results: Good ones."
    )
    assert cells(document, "goals") == [["SDG 3 EU Urban Agenda Topics: Housing"]]


def test_numbers_dashes_and_signs_begin_items_in_the_run_of_the_text():
    document = read(HEAD + "Key challenges: - Distance - Language Expected results: 1. One. 2. Two.")
    assert cells(document, "challenges") == [["* Distance", "* Language"]]
    assert cells(document, "results") == [["* One.", "* Two."]]


WRAPPED = """City: Wuhu Porto, Lyon
Country: China Portugal, France
Key focus of cooperation
themes:
Both sides live from a river that wants engines without coal and oil and
that cannot wait.
Guests should stay longer.
Expected results and benefits: • Bring fifteen firms from each side of the
river to the table.
• Two.
"""


def test_lines_of_a_page_are_put_together_to_paragraphs():
    document = read(WRAPPED)
    assert document.keeps_paragraphs
    assert cells(document, "focus") == [
        [
            "Both sides live from a river that wants engines without coal and oil and that cannot wait.",
            "Guests should stay longer.",
        ]
    ]
    assert cells(document, "results") == [["* Bring fifteen firms from each side of the river to the table.", "* Two."]]


def test_a_text_in_one_line_says_that_its_paragraphs_are_lost():
    assert not read(HEAD + "Expected results: One. Two.").keeps_paragraphs


def test_blank_lines_part_paragraphs_where_a_sentence_ends():
    document = read("City: A B\n\nCountry: C D\n\nKey focus: One is here.\n\nTwo goes\n\non there.\n\nThree.")
    assert cells(document, "focus") == [["One is here.", "Two goes on there.", "Three."]]


def test_a_text_without_the_templates_labels_is_refused():
    with pytest.raises(UnreadableDocument, match="rows of a U-CAP summary"):
        read("Dear colleagues, the meeting is on Thursday. Population: large.")


def test_a_practice_text_has_the_same_words_as_its_tagged_form():
    flow, tagged = practice("quanzhou", "flow.txt"), practice("quanzhou", "tagged.txt")
    for key in ("themes", "goals", "focus", "challenges", "objectives", "activities", "results"):
        assert " ".join(cells(flow, key)[0]).replace("* ", "") == " ".join(cells(tagged, key)[0]).replace("* ", "")


def test_a_text_that_was_wrapped_anew_has_labels_and_torn_labels_anywhere_in_its_lines():
    document = read(
        "Summary City: Wuhu Porto, Lyon Country:\nChina Portugal, France Population: 3.7 Mio\nN/A Short description "
        "of main activities and key\noutputs (e.g. → May 2018: First\nmeeting pilot projects): of mayors.\n→ "
        "June 2019: Visit."
    )
    assert cells(document, "population") == [["3.7 Mio N/A"]]
    assert cells(document, "activities") == [["* May 2018: First meeting of mayors.", "* June 2019: Visit."]]
    assert not document.keeps_paragraphs


def test_labels_in_two_languages_are_labels_as_a_whole():
    rows = (
        "City/Stadt: Graz // Nanning",
        "Province/Land: Steiermark // Guangxi",
        "Country/Staat: Austria // China",
        "Population/Einwohner: 291,072 // 8.7 Mio.",
        "Size/Fläche: 127 km² // 22.112 km²",
        "Period/Zeitraum: September 2017, open-ended",
        "Themes/Themen: Air in basins | Pumpkin oil",
        "SDGs: SDG 2, 3 und 13",
        "Key focus/Schwerpunkte:\nAir in basins: in winter the air over Graz does not move.",
        "Challenges/Herausforderungen:\na) Stations use different filters.",
        "Objectives/Ziele:\na) Ten stations\nb) A window",
        "Activities and outputs/Maßnahmen:\na) Juni 2017: Erstgespräch in Vienna",
        "Results and benefits/Nutzen:\na) Less smoke",
    )
    document = read("\n".join(rows))
    assert cells(document, "city") == [["Graz"], ["Nanning"]]
    assert cells(document, "objectives") == [["* Ten stations", "* A window"]]


BILINGUAL = """U-CAP Summary
Ciudad / City: Gijón Zhoushan
País / Country: España China
Población / Population: 271.780 1,14 millones
Superficie / Size (km²): 181,6 1.440
Main activities and key outputs
(e.g. pilot projects):
22/10/2018 Signing in Zhoushan
noviembre de 2019 Contest with twelve
chefs
febrero de 2021 Closing seminar
Expected results and benefits:
• Fresher fish
"""


def test_a_label_s_other_language_before_it_is_no_value_of_the_row_above():
    document = read(BILINGUAL)
    assert cells(document, "country") == [["España China"]]
    assert labels(document)["population"] == "Población / Population:"
    assert_lawful(document)


def test_examples_in_a_bracket_belong_to_the_label():
    assert labels(read(BILINGUAL))["activities"] == "Main activities and key outputs (e.g. pilot projects):"


def test_lines_that_begin_with_dates_are_paragraphs_though_months_are_small():
    dated = ["22/10/2018 Signing in Zhoushan", "noviembre de 2019 Contest with twelve chefs"]
    assert cells(read(BILINGUAL), "activities") == [[*dated, "febrero de 2021 Closing seminar"]]


def test_what_stands_before_a_slash_in_the_line_of_another_row_stays_its_value():
    document = read("City: Graz / Country: Austria China\nPopulation: 3.7 Mio N/A\nSize: 12 km² 34 km²\n")
    assert cells(document, "city") == [["Graz /"]]


SPACED = "\n\n".join(
    [
        *(
            "City",
            "Beihai",
            "Faro",
            "Country",
            "China",
            "Portugal",
            "Cooperation Themes",
            "Beaches: the season",
            "Salt",
        ),
        *("Main activities", "Ano 2020", "– 10 de maio: Delegation in Faro", "o     letter of intent"),
        *("– outubro: Webinar with", "forty producers", "Expected results", "– Salt with a name"),
    ]
)


def test_blank_lines_part_paragraphs_where_they_part_labels_from_values():
    document = read(SPACED)
    assert cells(document, "themes") == [["Beaches: the season", "Salt"]]
    assert cells(document, "activities") == [
        [
            "Ano 2020",
            "* 10 de maio: Delegation in Faro",
            "o letter of intent",
            "* outubro: Webinar with forty producers",
        ]
    ]
    assert_lawful(document)


def test_what_pages_repeat_is_in_no_value():
    text = BILINGUAL.replace("U-CAP Summary", "City of Gijón, Mayor’s Office\nU-CAP Summary")
    text = text.replace("twelve\nchefs", "twelve\nPágina 1 de 2\nCity of Gijón, Mayor’s Office\nchefs")
    document = read(text + "Un programa de la Unión Europea\nPágina 2 de 2\n")
    assert cells(document, "activities") == cells(read(BILINGUAL), "activities")
    assert cells(document, "results") == [["* Fresher fish"]]
    assert [str(text) for text in document.loose] == ["City of Gijón, Mayor’s Office"]
    assert_lawful(document)


def test_whom_to_ask_is_in_no_value():
    document = read(BILINGUAL + "Want to know more? Ana Díaz, ana@gijon.example\n")
    assert cells(document, "results") == [["* Fresher fish"]]
    assert [str(text) for text in document.contact] == ["Ana Díaz, ana@gijon.example"]
    assert_lawful(document)


def test_an_abbreviation_at_the_end_of_a_label_s_line_ends_no_sentence():
    text = BILINGUAL.replace("outputs\n(e.g. pilot", "outputs (e.g.\npilot")
    assert labels(read(text))["activities"] == "Main activities and key outputs (e.g. pilot projects):"


def test_a_label_s_other_language_behind_it_is_no_value_of_its_row():
    text = "\n\n".join(
        [
            *(
                "城市 / City",
                "包头 Baotou",
                "鲁汶 Leuven",
                "County / Autonomous Region",
                "内蒙古 Inner Mongolia",
                "Flanders",
            ),
            *("国家 / Country", "中国 China", "比利时 Belgium", "面积 / Size (km²)", "27,768平方公里", "57平方公里"),
            *("主要活动及成果 / Main activities and key outputs", "• May 2019: Visit / 访问"),
            *("预期成果 / Expected results and benefits", "• Warm flats"),
        ]
    )
    document = read(text)
    assert cells(document, "city") == [["包头 Baotou"], ["鲁汶 Leuven"]]
    assert cells(document, "region") == [["内蒙古 Inner Mongolia"], ["Flanders"]]
    assert cells(document, "area") == [["27,768平方公里"], ["57平方公里"]]
    assert cells(document, "activities") == [["* May 2019: Visit / 访问"]]
    assert labels(document)["activities"] == "主要活动及成果 / Main activities and key outputs"
    assert_lawful(document)


def test_a_heading_that_the_themes_name_is_no_label():
    text = (
        *("City", "Tartu", "Yinchuan", "Country", "Estonia", "China", "Population", "93 687", "2.25 million"),
        *("Cooperation Themes", "• Smart services", "• Start-ups and universities", "Key focus of cooperation themes"),
        *("Smart services: one login for all.", "Start-ups and universities: rooms next to the campus."),
        *("Main difficulties to be solved", "• Rules on personal data differ.", "• There is no direct flight."),
        *("Main objectives of cooperation as described in the U-CAP", "• Ten start-ups", "• Two visits"),
        *("Activities carried out and planned, key outputs", "• 3 May 2019: Days in Tartu", "• June 2020: Fair"),
        *("Expected results and benefits", "• Jobs for graduates"),
    )
    document = read("\n\n".join(text))
    heads = ["Smart services: one login for all.", "Start-ups and universities: rooms next to the campus."]
    assert cells(document, "focus") == [heads]


def test_a_label_in_two_languages_that_the_value_beside_it_tore_apart_is_put_together():
    document = read(
        "City: Zaragoza Nanchang\nComunidad Autónoma / Aragón Jiangxi\nProvince:\nPaís / Country: España China\n"
        "Population: 666,880 5.55 M\nSize: 973.8 7,195\nPeriod: 2018-2020\nKey focus: Water for all.\n"
    )
    assert labels(document)["region"] == "Comunidad Autónoma / Province:"
    assert cells(document, "city") == [["Zaragoza Nanchang"]]
    assert cells(document, "region") == [["Aragón Jiangxi"]]
    assert_lawful(document)


def test_a_label_without_the_colon_that_all_others_have_goes_on_in_the_line_below():
    document = read(
        "City: Zaragoza Nanchang\nCountry: Spain China\nPopulation: 666,880 5.55 M\nSize: 973.8 7,195\n"
        "Period: 2018-2020\nKey focus: Water for all.\nShort description of main • 15/11/2018. Signature in Zaragoza.\n"
        "activities and key outputs • June 2019. Visit of water engineers\nobtained by both cities: from Nanchang.\n"
        "Expected results: • Less dust.\n"
    )
    assert (
        labels(document)["activities"]
        == "Short description of main activities and key outputs obtained by both cities:"
    )
    assert cells(document, "activities") == [
        ["* 15/11/2018. Signature in Zaragoza.", "* June 2019. Visit of water engineers from Nanchang."]
    ]


TABLE = "Date\nAction\nDeliverable\n22 May 2019\nKick-off in Graz\nwork plan\nJune 2019\nFair\nmay 2020\nFilm\n"


@pytest.mark.parametrize(
    "heads",
    [
        *(("Date", "Action", "Deliverable"), ("Perioada", "Activitate", "Rezultate")),
        *(("Tid", "Aktivitet", "Resultat"), ("Dátum", "Tevékenység", "Eredmény")),
    ],
)
def test_a_table_that_was_copied_cell_by_cell_is_a_list_with_outputs_below(heads):
    head = "City\nGraz\nWuhu\nCountry\nAustria\nChina\nPeriod of cooperation\n2018-2020\n"
    table = TABLE.replace("Date\nAction\nDeliverable", "\n".join(heads))
    document = read(f"{head}Main activities\n{table}Expected results\n• More films\n")
    assert cells(document, "activities") == [
        [
            *heads,
            *("* 22 May 2019: Kick-off in Graz", "o work plan", "* June 2019: Fair", "* may 2020: Film"),
        ]
    ]


def test_where_blank_lines_part_labels_from_values_a_label_is_its_whole_paragraph():
    rows = ("City", "Graz", "Wuhu", "Country", "Austria", "China", "Population", "300,000", "3 million", "Period")
    more = ("2018-2020", "Corresponding SDGs and EU Urban Agenda Topics", "SDG 4: Quality Education", "Key focus")
    more = (*more, "Films for all.", "Main challenges", "Distance.", "Expected results", "More films.")
    document = read("\n\n".join((*rows, *more)) + "\n")
    assert labels(document)["goals"] == "Corresponding SDGs and EU Urban Agenda Topics"
    assert cells(document, "goals") == [["SDG 4: Quality Education"]]


@pytest.mark.parametrize("remark", ["Remarks   Not yet discussed.", "Anmerkung Noch offen.", "Note: to be agreed."])
def test_a_remark_without_a_sign_below_a_list_is_a_row_of_its_own(remark):
    document = read(f"{HEAD}\nExpected results:\n• Bus times that are true\n• More guests\nin November\n{remark}\n")
    assert cells(document, "results") == [["* Bus times that are true", "* More guests in November"]]
    assert labels(document)[None] == remark.split()[0]


def test_an_item_that_goes_on_with_such_a_word_stays_whole():
    document = read(f"{HEAD}\nExpected results:\n• A book of remarks\n• A website\nNotes by pupils\n• Guests\n")
    assert cells(document, "results") == [["* A book of remarks", "* A website Notes by pupils", "* Guests"]]


def test_a_label_in_two_languages_of_a_long_row_is_put_together_where_its_value_begins_beside_it():
    document = read(
        "Ciudad / City Gijón Yantai\nPaís / Country España China\nPeriod of cooperation 2019-2020\n"
        "Objetivos / Main objectives → Un sello común\nActividades y resultados / 2019\n"
        "Main activities and key → 15 de enero: Firma\noutputs → junio: Visita\nExpected results → Agua limpia\n"
    )
    assert labels(document)["activities"] == "Actividades y resultados / Main activities and key outputs"
    assert cells(document, "activities") == [["2019", "* 15 de enero: Firma", "* junio: Visita"]]


def test_a_paragraph_that_is_the_label_of_a_row_that_the_template_lacks_ends_the_value():
    rows = ("City", "Graz", "Wuhu", "Country", "Austria", "China", "Period", "2018-2020", "Key focus", "Films.")
    rows = (*rows, "Existing relations", "Friends since 2012", "Main challenges", "Distance.")
    document = read("\n\n".join(rows) + "\n")
    assert cells(document, "focus") == [["Films."]]
    assert labels(document)[None] == "Existing relations"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Objetivos y retos (Key challenges):", "challenges"),
        ("ODS y Agenda Urbana (Related\nSDGs and Urban Agenda\ntopics):", "goals"),
        ("ODD et Agenda urbain (Related SDGs and Urban Agenda\ntopics) :", "goals"),
        ("主要活动 Short description of main activities\nand key outputs:", "activities"),
        ("合作主题 Cooperation Themes:", "themes"),
        ("可持续发展目标 Related SDGs and Urban Agenda\ntopics:", "goals"),
    ],
)
def test_the_same_label_in_another_language_before_it_is_no_value_of_the_row_above(label, key):
    head = "Ciudad (City): Wuhu Porto\nCountry: China Portugal\nPopulation: 3.7 Mio 0.2 Mio\n"
    head += "Main objectives:\nA trail with signs\n"
    text = f"{head}{label}\nPanjin and Ghent\nExpected results and benefits:\n• One museum.\n"
    found = {row.key: row for row in read(text).rows}
    assert str(found["city"].label) == "Ciudad (City):"
    assert "".join(str(found[key].label).split()) == "".join(label.split())
    assert str(found["objectives"].cells[0].text) == "A trail with signs"


def test_a_bracket_that_the_row_above_opens_is_its_value():
    text = (
        "City: Wuhu Porto\nCountry: China Portugal\nCooperation Themes:\nWater (rivers and lakes)\n"
        "Main objectives: A trail (with signs)\nExpected results and benefits:\nA museum (one)\n"
    )
    found = {row.key: str(row.cells[0].text) for row in read(text).rows}
    assert found["themes"] == "Water (rivers and lakes)"
    assert found["objectives"] == "A trail (with signs)"


@pytest.mark.parametrize("rule", ["-" * 60, "=" * 20, "_____", "*****"])
def test_a_line_of_signs_below_the_last_row_is_no_result(rule):
    text = f"City: Wuhu Porto\nCountry: China Portugal\nExpected results and benefits:\n- Three games.\n\n{rule}\n"
    document = read(text)
    assert cells(document, "results") == [["* Three games."]]
    assert_lawful(document)


def test_chinese_labels_are_whole_and_take_no_city_from_the_row_above():
    rows = (
        "城市",
        "洛阳市",
        "图尔市",
        "省/大区",
        "河南省",
        "中央-卢瓦尔河谷大区",
        "国家",
        "中国",
        "法国",
        "合作主题",
        "古都旅游",
    )
    more = ("主要目标", "• 一座花园", "主要活动与成果", "• 2018年10月15日：签署", "预期成果", "• 两座花园")
    found = {row.key: row for row in read("\n".join((*rows, *more)) + "\n").rows}
    assert [str(cell.text) for cell in found["city"].cells] == ["洛阳市", "图尔市"]
    assert str(found["region"].label) == "省/大区"
    assert str(found["activities"].label) == "主要活动与成果"


def test_an_article_behind_the_torn_line_of_a_label_is_no_value_but_a_word_of_the_value_is():
    head = "City: Wuhu Porto\nCountry: China Portugal\n"
    text = f"{head}Main goals of the A stand in the market\ncooperation: An inventory of houses\nSize: 6 km² 4 km²\n"
    assert cells(read(text), "objectives") == [["A stand in the market An inventory of houses"]]
    text = (
        f"{head}Short description of main • May 2018: Letter to the mayors\nactivities and key outputs of Lisbon and\n"
        "(e.g. pilot projects): Naples.\nSize: 6 km² 4 km²\n"
    )
    assert cells(read(text), "activities") == [["* May 2018: Letter to the mayors of Lisbon and Naples."]]


def test_a_bracket_of_several_lines_behind_a_label_belongs_to_it_where_it_speaks_of_the_plan():
    head = "City: Wuhu Porto\nCountry: China Portugal\n"
    document = read(f"{head}Main goals of the\ncooperation (from\nthe U-CAP):\n• A course\n• A map\n")
    assert cells(document, "objectives") == [["* A course", "* A map"]]
    assert labels(document)["objectives"] == "Main goals of the cooperation (from the U-CAP):"


REST = (
    "Population 288,000 101,000\nCooperation Themes\nBeaches; Silver economy\nExpected results and benefits\nA museum\n"
)


def test_a_word_of_the_label_that_fell_below_its_line_is_no_value():
    text = (
        "City Brno Changzhou\nProvince, State, South Moravian Region Jiangsu\nDepartment...\n"
        "Country Czech Republic China\n"
        f"{REST}Key Focus of Cooperation New energy vehicles: small cars, and where to charge\nThemes them.\n"
    )
    document = read(text)
    assert cells(document, "region") == [["South Moravian Region Jiangsu"]]
    assert cells(document, "focus") == [["New energy vehicles: small cars, and where to charge them."]]
    assert labels(document)["region"] == "Province, State, Department..."


def test_the_first_word_of_a_value_below_a_label_is_no_word_of_it():
    text = f"City Brno Changzhou\nCountry Czech Republic China\n{REST}A co-production of two films\n"
    assert "A co-production" in " ".join(cells(read(text), "results")[0])


@pytest.mark.parametrize("label", ["国家 Country", "国家 / Country"])
def test_a_country_in_chinese_behind_a_label_in_two_languages_is_its_value(label):
    document = read(f"城市 City 绵阳市 格拉茨 Graz\n{label} 中国 奥地利\n{REST}")
    assert cells(document, "country") == [["中国 奥地利"]]


def test_a_month_in_small_letters_behind_a_label_is_its_value():
    text = (
        "Cidades / City Braga Zhuhai\nPaís / Country Portugal China\n"
        f"Período / Period of cooperation setembro de 2019 a agosto de 2021\n{REST}"
    )
    assert cells(read(text), "period") == [["setembro de 2019 a agosto de 2021"]]


def test_a_theme_with_a_colon_in_the_line_below_a_label_is_no_word_of_it():
    text = (
        f"Cidade / City Braga Zhuhai\nPaís / Country Portugal China\n{REST}Key focus of cooperation\nthemes\n"
        "Beaches: sixty days of crowds.\nSilver economy: pensioners from the north.\n"
    )
    assert cells(read(text), "focus")[0][0].startswith("Beaches: sixty days")


def test_lines_whose_values_spaces_set_in_the_same_column_are_rows():
    head = (
        "City               Brno            Changzhou\nCountry            Czechia         China\n"
        "Population*        380 thous.      5.3 mln. + 0.2 mln.\nTerritory, sq. km  230             4 385\n"
        "Mayor              Ms Nováková     Mr Li\n"
    )
    document = read(f"{head}{REST}* Yearbooks\n")
    assert cells(document, "population") == [["380 thous."], ["5.3 mln. + 0.2 mln."]]
    assert cells(document, "area") == [["230"], ["4 385"]]
    assert labels(document)[None] == "Mayor"


PARTED = (
    "Name of Cooperative Cities", "Jining City", "Graz City, Linz City", "Province, State", "Shandong Province",
    "Styria, Upper Austria", "Country", "China", "Austria", "Total Population", "8.3 million", "0.5 million",
    "Total Area", "11,000 km2", "223 km2", "(Source of these figures: the yearbooks of 2018)", "Main Challenges",
    "Few direct flights.", "Main Objectives of Cooperation", "One joint course.",
)  # fmt: skip


def test_where_labels_are_alone_in_their_paragraphs_their_words_within_a_value_are_none():
    document = read("\n\n".join(PARTED))
    assert cells(document, "city") == [["Jining City"], ["Graz City, Linz City"]]
    assert cells(document, "region") == [["Shandong Province"], ["Styria, Upper Austria"]]


def test_a_remark_in_brackets_below_the_sides_of_a_row_is_none_of_them():
    document = read("\n\n".join(PARTED))
    assert cells(document, "area") == [["11,000 km2"], ["223 km2"]]


IN_PARAGRAPHS = (
    *("城市 City", "遵义市 Zunyi", "洛格罗尼奥 Logroño", "所在省（区）Province / Region", "贵州省 Guizhou", "La Rioja"),
    *(
        "国别 Country",
        "中国 China",
        "西班牙 Spain",
        "人口 Population",
        "627万人",
        "15.1万人",
        "面积 Area",
        "30762",
        "79.6",
    ),
    *("合作期限 Period of cooperation", "2018年10月至2021年9月", "合作领域 Cooperation themes", "（一）酒产业 Wine"),
    *("合作重点 Key focus", "酒产业 Wine: both cities live from it.", "主要挑战 Key challenges", "1. Distance"),
)


def test_labels_in_two_languages_that_are_paragraphs_are_labels_as_a_whole():
    document = read("\n\n".join(IN_PARAGRAPHS))
    assert labels(document)["region"] == "所在省（区）Province / Region"
    assert cells(document, "city") == [["遵义市 Zunyi"], ["洛格罗尼奥 Logroño"]]
    assert cells(document, "population") == [["627万人"], ["15.1万人"]]
    assert cells(document, "themes") == [["* 酒产业 Wine"]]
    assert cells(document, "focus") == [["酒产业 Wine: both cities live from it."]]


def test_a_label_with_its_value_in_one_paragraph_keeps_the_others_as_they_were():
    parts = [
        "City",
        "Zunyi",
        "Graz",
        "Country",
        "China",
        "Austria",
        "Period: 2018 to 2020",
        "Expected results",
        "Two letters",
    ]
    document = read("\n\n".join(parts))
    assert cells(document, "period") == [["2018 to 2020"]]
    assert cells(document, "results") == [["Two letters"]]


def test_lines_that_no_edge_of_a_page_broke_are_paragraphs():
    focus = (
        "Ceramic heritage: Faenza gave its name to faience and Graz its tiles to all, but hardly anybody knows how.",
        "Young makers and their studios: many have moved to Wuhu and would stay.",
        "Materials in buildings: waste from kilns.",
    )
    head = ("City:", "Graz", "Wuhu", "Country:", "Austria", "China", "Population:", "290,000", "3.7 million")
    lists = ("Key challenges:", "- Copies.", "- Freight.", "Expected results:", "- Makers who stay.", "- One patent.")
    lines = ("Period of cooperation:", "2018 to 2020", "Cooperation themes:", "- Ceramics", "- Makers", "Key focus:")
    document = read("\n".join((*head, *lines, *focus, *lists)))
    assert cells(document, "focus") == [list(focus)]
    assert cells(document, "results") == [["* Makers who stay.", "* One patent."]]


def test_lines_that_the_edge_of_a_page_broke_are_none():
    text = (
        "City: Graz and Wuhu\nCountry: Austria and China\nPeriod: 2018 to 2020\nKey focus:\n"
        "Ceramic heritage: Graz gave its name to\nTiles of the old kind, and nobody under\n"
        "Thirty years knows how they worked.\n"
    )
    assert len(cells(read(text), "focus")[0]) == 1


def test_a_theme_above_a_label_that_is_whole_in_its_line_is_no_word_of_it():
    rows = (
        "城市 City",
        "株洲市 Zhuzhou",
        "Graz",
        "国家 Country",
        "中国 China",
        "Austria",
        "人口 Population",
        "402.1万人",
    )
    rows = (*rows, "29万人", "面积 Size", "11,262", "127", "合作期限 Period of cooperation", "2018年11月至2020年12月")
    rows = (*rows, "合作主题 Cooperation themes", "1. 轨道交通 Rail transit", "2. 职业教育 Vocational education")
    rows = (*rows, "相关可持续发展目标及城市议程 Related SDGs and Urban Agenda topics", "可持续发展目标 SDG 4、9、11")
    rows = (
        *rows,
        "合作重点 Key focus of cooperation themes",
        "职业教育：课程。",
        "主要挑战 Key challenges",
        "（1） 距离",
    )
    rows = (
        *rows,
        "主要目标 Main objectives",
        "（1） 建立机制 Set up a mechanism",
        "预期效果 Expected results",
        "（1） 经验",
    )
    document = read("\n".join(rows) + "\n")
    assert labels(document)["goals"] == "相关可持续发展目标及城市议程 Related SDGs and Urban Agenda topics"
    assert cells(document, "themes") == [["* 轨道交通 Rail transit", "* 职业教育 Vocational education"]]


SET_APART = """\
City:                       Qujing; Yuxi                    Leuven; Groningen

Province, State,            Yunnan                          Flemish Brabant; Groningen
Department...:

Country:                    China                           Belgium; Netherlands

Number of inhabitants:      Qujing 6.16 million; Yuxi 2.39  Leuven 101,396 (2019); Groningen
                            million                         232,874 (2020, 6th city of the
                                                            Netherlands)

Period of cooperation:      1 January 2019 to 31 December 2020

Cooperation Themes:         Flowers and soil
                            Ageing at home
"""


def test_blanks_that_set_two_sides_in_columns_part_rows_of_several_lines():
    document = read(SET_APART)
    assert cells(document, "region") == [["Yunnan"], ["Flemish Brabant; Groningen"]]
    assert cells(document, "population") == [
        ["Qujing 6.16 million; Yuxi 2.39 million"],
        ["Leuven 101,396 (2019); Groningen 232,874 (2020, 6th city of the Netherlands)"],
    ]
    assert cells(document, "period") == [["1 January 2019 to 31 December 2020"]]
    assert_lawful(document)


def test_a_line_that_runs_over_the_second_column_keeps_its_row_in_one():
    text = SET_APART.replace("million                         232,874", "million (a figure of the province) 232,874")
    assert len(cells(read(text), "population")) == 1


def test_the_words_behind_a_label_end_where_the_next_label_begins():
    document = read(
        f"{HEAD}\n\nKey focus of cooperation them of themes, Main objectives of c\fooperation: Clean air.\n"
    )
    assert labels(document)["focus"] == "Key focus of cooperation them of themes,"
    assert_lawful(document)


def test_a_paragraph_that_begins_with_a_figure_is_no_label():
    paragraphs = (
        *("Partner cities", "Limerick", "Nanping", "Region and country", "Munster, Ireland", "Fujian, China"),
        *("Population and size", "205,444 people; 2,756 sq km", "2.68 million people; 26,300 sq km"),
        *("When", "May 2018 to May 2020", "What we will work on (themes)", "River towns", "SDGs", "SDG 6"),
        *("Focus", "Both sit on a big river.", "Challenges we share", "Insurance is dear.", "Objectives", "One house"),
    )
    document = read("\n\n".join(paragraphs))
    assert cells(document, "population") == [["205,444 people; 2,756 sq km"], ["2.68 million people; 26,300 sq km"]]


@pytest.mark.parametrize(
    ("behind", "label", "value"),
    [
        (" (ha): 8 470 1 417 600", "Area (ha):", "8 470 1 417 600"),
        (" (in hectares): 8 470", "Area (in hectares):", "8 470"),
        (" [mu] 8 470", "Area [mu]", "8 470"),
        (" 84,7 (ha)", "Area", "84,7 (ha)"),
        (" (metropolis) 84,7", "Area", "(metropolis) 84,7"),
    ],
)
def test_the_unit_behind_the_label_of_figures_belongs_to_it(behind, label, value):
    document = read(f"City: Wuhu Porto\nCountry: China Portugal\nPopulation: 3.7 Mio N/A\nArea{behind}\n")
    assert labels(document)["area"] == label
    assert cells(document, "area") == [[value]]


@pytest.mark.parametrize(
    ("label", "value", "whole", "left"),
    [
        ("Province / pokrajina", "/ Anhui", "Province / pokrajina", "/ Anhui"),
        ("Province / pokrajina", "Norte Anhui", "Province / pokrajina", "Norte Anhui"),
        ("Province / pokrajina / Provinz", "\nNorte Anhui", "Province / pokrajina / Provinz", "Norte Anhui"),
    ],
)
def test_a_label_in_two_languages_leaves_a_value_that_begins_with_a_slash(label, value, whole, left):
    document = read(
        f"Partner cities / mesti Porto Wuhu\n{label} {value}\nCountry / država Portugal Kitajska\n"
        "Population / prebivalci 230.000 3,7 mio\nSize / površina 41 km2 6.026 km2\n"
        "Period of cooperation / trajanje 2018 – 2020\nCooperation themes / teme Ports; Wine\n"
        "Key challenges Floods in the old town\nExpected results Clean water\n"
    )
    assert labels(document)["region"] == whole
    assert cells(document, "region") == [[left]]
    assert cells(document, "city") == [["Porto Wuhu"]]


@pytest.mark.parametrize("label", ["País", "Pays", "Land", "Ország"])
def test_a_country_behind_the_label_of_countries_is_no_word_of_it(label):
    document = read(
        f"Cidades Wuhu Porto\n{label} China Portugal\nPopulação 3,7 milhões 230 mil\nSuperfície 6.026 41\n"
        "Temas da cooperação Ports; Wine\nODS e temas da Agenda Urbana ODS 14\nResultados esperados Clean water\n"
    )
    assert labels(document)["country"] == label
    assert cells(document, "country") == [["China Portugal"]]


def test_a_line_that_ends_with_a_country_behind_a_comma_is_a_place_and_no_label():
    lines = (
        *("Themes", "Ports; Wine", "Partners (city, region, country)", "Porto, Norte Region, Portugal"),
        *("Wuhu, Anhui Province, China", "Inhabitants and territory", "230 thousand, 41 sq. km"),
        *("3.7 million, 6,026 sq. km", "Duration", "04/2018 – 12/2020", "Aims", "• A fair", "• A wharf"),
        *("Key focus", "Ports: how to clean them.", "Obstacles", "The season is short.", "Expected benefits", "• Fish"),
        *("Sustainable Development Goals", "No. 14 Life Below Water"),
    )
    document = read("\n".join(lines))
    key = next(row.key for row in document.rows if str(row.label).startswith("Partners"))
    assert cells(document, key) == [["Porto, Norte Region, Portugal"], ["Wuhu, Anhui Province, China"]]


def test_thousands_of_blanks_behind_a_label_take_no_time():
    """Were each of them looked at as the beginning of a separator, this would take a minute."""
    document = read(f"City: Wuhu Porto\nCountry: China Portugal\nArea{' ' * 20_000}(ha\nPopulation: 3 Mio\n")
    assert {"city", "country", "population"} <= set(labels(document))


@pytest.mark.parametrize("blanks", [" " * 60_000, " \t" * 30_000])
def test_very_many_blanks_before_a_label_are_looked_at_once(blanks):
    document = read(f"City: Wuhu Porto\nCountry: China Portugal\nPopulation: 3.7 Mio N/A\n{blanks}Size: 6 km² 4 km²\n")
    assert cells(document, "area") == [["6 km² 4 km²"]]


def test_very_many_blanks_between_two_sides_are_looked_at_once():
    document = read(f"City: Wuhu Porto\nCountry: China Portugal\nArea 6 km²{' ' * 60_000}4 km²\nPopulation: 3 Mio\n")
    assert cells(document, "area") == [["6 km²"], ["4 km²"]]


def test_the_lines_of_a_torn_label_end_where_its_next_one_begins():
    label = "Short description of mathemes:in \nactivities and key outputs (e.g. \npilot projects):"
    document = read(f"{label}\nExpected results and benefits: • A mark that customers know.\n")
    assert cells(document, "results") == [["* A mark that customers know."]]
    assert_lawful(document)


def test_a_value_that_goes_on_behind_a_label_in_two_languages_is_none_of_its_words():
    document = read(
        "Cities / Miasta\nGanzhou Wrocław\nCountry / Kraj\nChina Poland\nPeriod / Okres\n2018-2020\n"
        "Key challenges / Wyzwania The rivers are measured in different ways.\nCarpenters have no time to travel.\n"
        "Main objectives / Cele współpracy\n– One flood map\nExpected results / Rezultaty\n– Two maps\n"
    )
    assert labels(document)["challenges"] == "Key challenges / Wyzwania"
    assert cells(document, "challenges")[0][0].startswith("The rivers are measured in different ways.")


def test_the_cities_are_looked_for_beside_known_labels_also_where_another_row_is_not_the_template_s():
    parts = [
        *(
            "Cities of the cluster",
            "Eindhoven / Graz / Malmö",
            "Hefei / Changzhou",
            "Country",
            "NL / AT / SE",
            "PR China",
        ),
        *("Province, State, Department...", "Noord-Brabant / Steiermark / Skåne", "Anhui / Jiangsu"),
        *("Population", "858,000", "12.9 million", "Size (km2)", "374", "15,830", "Universities:", "eight", "sixty"),
        *("Period of cooperation", "01/04/2019 - 31/03/2021", "Cooperation Themes", "Electric driving", "Repair cafés"),
        *("SDGs and Urban Agenda topics", "SDGs 3, 7, 11 and 12", "Key focus of cooperation themes", "Buses first."),
        *("Main objectives of cooperation as described in the U-CAP", "• Two hundred electric buses"),
        *("Key challenges of cooperation theme", "Old people fear the dark."),
        *(
            "Main activities and key outputs",
            "• 11-12 April 2019: Kick-off",
            "Expected results and benefits",
            "• Less scrap",
        ),
    ]
    document = read("\n\n".join(parts))
    assert cells(document, "city") == [["Eindhoven / Graz / Malmö"], ["Hefei / Changzhou"]]


def test_a_copied_table_of_activities_whose_cells_tabs_part_is_a_list_with_outputs_below():
    text = (
        "1. Partners (cities)\nGroningen\nWeifang\n2. Country\nNetherlands\nChina\n3. Period\n2018-2020\n"
        "4. Main activities\nWanneer (date)\tWat\tProduct (output)\n"
        "21 november 2018\tSigning of the plan\tone letter\nnajaar 2019\tGrowers compare heat\tn.v.t.\n"
        "5. Expected results\n- A pipe in use\n"
    )
    found = cells(read(text), "activities")
    assert found[0][3:] == [
        "* 21 november 2018: Signing of the plan",
        "o one letter",
        "* najaar 2019: Growers compare heat",
        "o n.v.t.",
    ]


_LISTS = """U-CAP summary
City: Turku / Wuxi
Country: Finland / China
Period: May 2019 - April 2021
{objectives}
- Test one stop.
- Publish figures.
Haasteet: our challenges
- Winter is long.
- Time is short.
Expected results:
- One stop.
"""


@pytest.mark.parametrize(
    "label", ["Tavoitteet: our objectives", "Doelen – what we want", "Ziele: Unsere Ziele", "目标：Main objectives"]
)
def test_a_label_that_its_line_says_once_more_is_whole(label):
    document = read(_LISTS.format(objectives=label))
    assert labels(document)["objectives"] == label
    assert cells(document, "objectives") == [["* Test one stop.", "* Publish figures."]]
    assert cells(document, "challenges") == [["* Winter is long.", "* Time is short."]]


def test_an_entry_of_the_words_of_labels_beside_its_label_stays_one():
    text = "City: Turku / Wuxi\nCountry: Finland / China\nPeriod: May 2019\nThemes: Joint activities\nRail\n"
    document = read(f"{text}Challenges: Barriers to cooperation\nDistance\nExpected results: expected results\n")
    assert cells(document, "challenges")[0][0].startswith("Barriers to cooperation")
    assert cells(document, "themes")[0][0].startswith("Joint activities")
    assert cells(document, "results") == [["expected results"]]


def test_the_first_line_of_a_label_in_another_language_is_no_value():
    document = read(
        "City\nZunyi\nCountry\nChina\nPériode /\nPeriod of cooperation :\n2018 to 2020\n"
        "Thématiques /\nCooperation Themes :\nWine\nTrams\n"
        "ODD et Agenda urbain /\nRelated SDGs and Urban Agenda topics :\nODD 6\n"
        "Résultats attendus /\nExpected results and benefits:\nTwo letters\n"
    )
    assert [text for one in cells(document, "themes") for text in one] == ["Wine", "Trams"]
    assert labels(document)["goals"] == "ODD et Agenda urbain / Related SDGs and Urban Agenda topics :"
