"""Which row each row of a document is, decided for all of them."""

from ucap.documents.labels.known import find_label
from ucap.documents.labels.rows import Candidate, decide
from ucap.reading import read

HEAD = "City\tWuhu\tPorto\nCountry\tChina\tPortugal\nPopulation\t3.7 million\t230,000\n"


def test_the_topics_of_the_urban_agenda_may_have_a_row_of_their_own():
    text = HEAD + "SDGs\tSDG 7, SDG 9\nKey focus\tPorts\nEU Urban Agenda topics\tEnergy Transition\n"
    plan = read("s", text.encode())[0]
    assert [goal.goal for goal in plan.goals] == [7, 9]
    assert [topic.topic for topic in plan.topics] == ["energy-transition"]
    assert "row-twice" not in {found.code for found in plan.findings}


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
