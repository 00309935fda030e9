"""Which row each row of a document is, decided for all of them."""

import pytest

from ucap.documents.labels.known import find_label
from ucap.documents.labels.rows import Candidate, decide, is_doubtful
from ucap.reading import read

FOCUS = (
    "Water management: both rivers flood in spring, and both cities look for room.\nHeritage: old walls and new uses."
)
HEAD = "City\tWuhu\tPorto\nCountry\tChina\tPortugal\nPopulation\t3.7 million\t230,000\n"


def test_the_topics_of_the_urban_agenda_may_have_a_row_of_their_own():
    text = HEAD + "SDGs\tSDG 7, SDG 9\nKey focus\tPorts\nEU Urban Agenda topics\tEnergy Transition\n"
    plan = read("s", text.encode())[0]
    assert [goal.goal for goal in plan.goals] == [7, 9]
    assert [topic.topic for topic in plan.topics] == ["energy-transition"]
    assert "row-twice" not in {found.code for found in plan.findings}


def test_a_row_of_topics_beside_a_plan_that_lacks_no_row_is_read():
    head = f"{HEAD}Province\tAnhui\tNorte\nSize\t6 km²\t4 km²\nPeriod of cooperation\t2018-2020\n"
    rest = "".join(
        f"{label}\tPorts.\n"
        for label in ("Key focus", "Key challenges", "Main objectives", "Main activities", "Expected results")
    )
    topics = "欧盟城市议程（Urban Agenda）\tEnergy Transition\n"
    text = f"{head}Cooperation themes\tPorts\nSDGs\tSDG 7\n{topics}Budget\tnone\n{rest}"
    plan = read("s", text.encode())[0]
    assert [topic.topic for topic in plan.topics] == ["energy-transition"]
    assert [text.split() for text in plan.unplaced] == [["Budget", "none"]]


@pytest.mark.parametrize(
    ("labels", "values", "is_twice"),
    [
        (("Related SDGs", "EU városi agenda / Urban Agenda topics"), ("SDG 8 and 9", "Circular economy"), False),
        (("Related SDGs", "SDGs and Urban Agenda topics"), ("SDG 8 and 9", "EU UP Circular Economy"), False),
        (("Related SDGs", "SDGs and Urban Agenda topics"), ("SDG 8 and 9", "SDG 11, EU UP Housing"), True),
        (("SDGs and Urban Agenda topics",) * 2, ("SDG 8, EU UP Housing", "EU UP Circular Economy"), True),
    ],
)
def test_a_second_row_of_goals_is_that_of_the_topics_where_each_states_what_the_other_does_not(
    labels, values, is_twice
):
    rows = [f"{labels[0]}\t{values[0]}", "Key focus\tPorts", f"{labels[1]}\t{values[1]}"]
    plan = read("s", (HEAD + "\n".join(rows) + "\n").encode())[0]
    assert ("row-twice" in {found.code for found in plan.findings}) == is_twice


def test_two_rows_of_goals_are_still_a_row_that_comes_twice():
    plan = read(
        "s", (HEAD + "SDGs\tSDG 7, SDG 9\nKey focus\tPorts\nRelated SDGs and Urban Agenda topics\tSDG 11\n").encode()
    )[0]
    assert "row-twice" in {found.code for found in plan.findings}


def test_topics_in_a_row_of_their_own_take_no_themes_row():
    rows = {
        "Vigencia": "2018-2020",
        "Líneas de cooperación": "1) Automoción e industria 4.0; 2) Cine y patrimonio; 3) Redes de calor con biomasa",
        "Objetivos de Desarrollo Sostenible": "ODS 7",
        "Temas de la Agenda Urbana de la UE": "Energy Transition; Culture and Cultural Heritage",
    }
    cells = list(rows.values())
    decision = decide([Candidate(label) for label in rows], lambda index, _end: (cells[index],))
    assert [guess.key for guess in decision.guesses] == ["period", "themes", "goals", "goals"]


def test_where_a_value_ends_is_decided_with_the_rows_and_not_at_the_next_words_that_labels_have():
    text = """IUC Urban Cooperation Action Plan (U-CAP) Summary

Which cities take part Suzhou Venezia, Brest
State / Nation China Italy, France
How many inhabitants 10.7 million 398 361
How long Q2 2018 – Q4 2020
Fields of cooperation Canals and lagoons; Silk and lace
Problems to solve • Tourists arrive in numbers that neither city can choose.
• The tide tables differ by six hours.
What happened • 05/2018: Delegation of the Suzhou garden bureau to
Venezia.
• 07/2018: Opening of the photo exhibition “Two Waters”.
Outcomes • A code of conduct for guides.
• A network of canal museums.
"""
    plan = read("s", text.encode())[0]
    assert [activity.start for activity in plan.activities] == ["2018-05", "2018-07"]
    assert plan.results == ("A code of conduct for guides.", "A network of canal museums.")


def test_a_wrong_letter_in_a_label_is_forgiven_and_another_word_is_not():
    found = find_label("Themes of cooperetion")
    assert found is not None
    assert found.key == "themes"
    assert find_label("Term of the cooperation") is None


def test_labels_that_a_narrow_column_broke_stand_above_their_values():
    text = """Who (cities) Plovdiv; Matera Luoyang
Where (region or
province)
Plovdiv Province; Basilicata Henan
How many
inhabitants
347,000; 60,000 6.9 million
From when to
when (period of
cooperation)
May 2018 to June 2021
What we work on
(themes)
Old stone; Roses
What it should
bring (expected
results)
- Fewer weeks of delay
- A rose named Luoyang
"""
    plan = read("s", text.encode())[0]
    assert [city.name for city in plan.cities] == ["Plovdiv", "Matera", "Luoyang"]
    assert (plan.period.start, plan.period.end) == ("2018-05", "2021-06")
    assert plan.results == ("Fewer weeks of delay", "A rose named Luoyang")


def test_a_label_goes_to_its_colon_and_not_to_that_of_the_next():
    text = (
        "Villes partenaires : Rennes Jinan Région, province : Bretagne Shandong Pays : France Chine "
        "Population : 217 728 habitants 8,7 millions d'habitants Durée de la coopération : de mars 2019 à mai 2021 "
        "Thèmes de la coopération : – Métro et vélo – Sources et fontaines Axes principaux : Rennes a un métro. "
        "Objectifs principaux de la coopération selon le U-CAP : – Comparer dix stations. – Former dix contrôleurs. "
        "Résultats attendus et bénéfices : – Une eau qui coule."
    )
    plan = read("s", text.encode())[0]
    assert [city.name for city in plan.cities] == ["Rennes", "Jinan"]
    assert (plan.period.start, plan.period.end) == ("2019-03", "2021-05")
    assert plan.objectives == ("Comparer dix stations.", "Former dix contrôleurs.")


def test_a_label_in_two_rows_of_a_table_is_one_row():
    text = HEAD + "Activities and outputs,\tMay 2018: Visit\ndone and planned\tJune 2018: Talks\n"
    plan = read("s", text.encode())[0]
    assert [activity.start for activity in plan.activities] == ["2018-05", "2018-06"]


def test_a_slash_parts_the_sides_where_it_does_so_in_most_of_the_first_rows():
    text = """IUC Urban Cooperation Action Plan (U-CAP) Summary
City: Wuhu / Porto
Country: China / Portugal
Population: 3,700,000 / 230,000
Size (km²): 6,026 / 41
Period of cooperation: May 2018 to May 2020
Cooperation Themes: Ports
"""
    plan = read("s", text.encode())[0]
    assert (plan.china.population, plan.europe.population) == (3_700_000, 230_000)


def test_the_only_city_of_its_side_leads_where_the_other_side_has_several():
    rows = "City\t{}\t{}\nCountry\tSweden, Estonia\tChina\nPopulation\t1\t2\n"
    leads = {
        (one, two): [city.name for city in read("s", rows.format(one, two).encode())[0].cities if city.lead]
        for one, two in [("Umeå, Tartu", "Harbin"), ("Umeå", "Harbin"), ("Umeå, Tartu", "Harbin, Wuhu")]
    }
    assert list(leads.values()) == [["Harbin"], ["Umeå"], ["Umeå"]]


@pytest.mark.parametrize(
    ("label", "key", "value", "certain", "expected"),
    [
        ("Main emphasis of the themes", "focus", FOCUS, {"themes"}, False),
        ("Time Limit of Cooperation", "period", "May 2018 to May 2020", set(), False),
        ("Schwerpunkte / Key focus of cooperation themes", "focus", "Wasser: der Fluss.", set(), False),
        ("Political sponsor", "country", "Councillor Byrne", set(), True),
        ("Headaches", "challenges", "There is no budget for travel.", set(), True),
        ("Results of the period", "period", "Two contracts.", set(), True),
    ],
)
def test_a_row_is_doubtful_where_neither_its_words_nor_the_other_rows_decide(label, key, value, certain, expected):
    assert is_doubtful(label, key, (value,), certain) == expected
