"""Labels that nothing but their words shows, above their values, beside them, or broken by a narrow column."""

from tests.documents.helpers import cells, labels, read

PAGE = """\
Partner cities Weihai Cork; Galway
Province or region Shandong Munster; Connacht
Member State / country P.R. China Ireland
Inhabitants 2.9 M 0.21 M (Cork); 0.08 M (Galway)
Surface area 5,797 sq km 187 sq km; 54 sq km
Duration from 1st March 2019 to 28th February 2021
What we work on together - Seaweed and aquaculture
- Offshore wind
SDGs and EU Urban Agenda SDGs 4, 7, 14 & 17
partnerships addressed Jobs & Skills; Energy Transition
Difficulties met so far - An eight-hour time difference leaves one hour a day in which
both offices are open.
- Small budgets for travel
What the action plan sets - Put one product made of seaweed on the shelves of both
out to do countries
- Share the wind measurements of two harbours
What was done and what - 12th – 14th March 2019, Weihai: the Lord Mayor of Cork opened
came out of it the kelp nursery and signed the action plan
- late June 2019: three marine biologists from Galway spent ten days in Rongcheng
Benefits we hope for - Twenty jobs in seaweed on each side
- A shorter road from measurement to permit
"""


def test_the_rest_of_a_broken_label_is_no_value():
    document = read(PAGE)
    assert labels(document)["goals"] == "SDGs and EU Urban Agenda partnerships addressed"
    assert labels(document)["objectives"] == "What the action plan sets out to do"
    assert cells(document, "objectives") == [
        [
            "* Put one product made of seaweed on the shelves of both countries",
            "* Share the wind measurements of two harbours",
        ]
    ]
    assert labels(document)["activities"] == "What was done and what came out of it"
    assert len(cells(document, "activities")[0]) == 2


def test_the_next_line_of_a_value_is_no_rest_of_a_label():
    document = read(PAGE)
    assert cells(document, "challenges")[0][0].endswith("one hour a day in which both offices are open.")
    assert labels(document)["country"] == "Member State / country"


CELL_BY_CELL = """\
Partner‐
kommunen
Stadt Münster Jiaxing und Huzhou
Bundesland /
Provinz
Nordrhein-Westfalen Zhejiang
Staat Deutschland Volksrepublik China
Flächengröße 303,28 km² 3.915 km² und 5.820 km²
Kooperations‐
themen
1. Niederschlagswasserbewirtschaftung
2. Gebäudeenergieeffizienz
Nachhaltig‐
keitsziele
(SDGs) und
Themen der
EU-Städte‐
agenda
SDG 6, SDG 7, SDG 11 sowie SDG 13
Heraus‐
forderungen
• Vergabe- und Haushaltsrechtsfragen
• Unterschiedliche Wärmedämmungsvorschriften
Ziel‐
setzungen
laut U-CAP
• Gemeinsamer Starkregenvorsorgeleitfaden
• Je eine Musterfahrradstraße in Jiaxing und Huzhou
"""


def test_the_lines_of_a_label_above_its_value_are_one_label():
    found = labels(read(CELL_BY_CELL))
    assert found["region"].split() == ["Bundesland", "/", "Provinz"]
    assert found["themes"].split() == ["Kooperations‐", "themen"]
    assert found["goals"].split()[0] == "Nachhaltig‐"
    assert found["goals"].split()[-1] == "agenda"
    assert found["challenges"].split() == ["Heraus‐", "forderungen"]
    assert found["objectives"].split()[-1] == "U-CAP"


def test_a_goal_with_its_number_is_a_value_and_no_end_of_a_label():
    assert cells(read(CELL_BY_CELL), "goals") == [["SDG 6, SDG 7, SDG 11 sowie SDG 13"]]


def test_a_label_in_two_languages_is_a_label_as_a_whole():
    page = "City / Δήμος Piraeus Zhoushan\nCountry / Χώρα Greece China\nPopulation / Πληθυσμός 163.688 1.171.000\n"
    page += "Area / Έκταση 10,9 km² 1.440 km²\nDuration / Διάρκεια 1 March 2019 – 28 February 2021\n"
    document = read(page)
    assert cells(document, "city") == [["Piraeus Zhoushan"]]
    assert labels(document)["area"] == "Area / Έκταση"


def test_a_label_within_the_run_of_a_text_begins_with_a_word_of_labels():
    document = read(
        "City Waterford Dezhou Province Munster Shandong Country Ireland China Population 53,504 5.8 million "
        "Size 4,158 hectares 10,356 km² Timeline Q2 2018 – Q1 2021 Areas of cooperation – Solar energy – Greenways "
        "Key challenges – Time difference – Council staff change posts Expected results and benefits – Lower bills"
    )
    assert cells(document, "area") == [["4,158 hectares 10,356 km²"]]
    assert labels(document)["period"] == "Timeline"
    assert labels(document)["themes"] == "Areas of cooperation"
