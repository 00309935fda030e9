"""Running text whose labels nothing sets off, or whose values look like labels."""

from ucap.reading import read

RUN_IN = """Collectivités partenaires Wuhu Lyon

Pays Chine France Nombre d'habitants 3,7 millions 513 000 Superficie 6 026 km² 48 km²

Durée du partenariat de janvier 2019 à décembre 2020

Axes de travail • Soie et design • Tramways

Difficultés rencontrées • Les calendriers ne coïncident pas.

Ce que nous visons • Échanger dix apprentis par an. • Un guide commun des villes.

Retombées attendues Moins de trajets en voiture. Dix apprentis formés.
"""
IN_MAIL = """Dear colleagues, here is our text.

Places: Wuhu / Lyon
Flag: China / France
People living there: 3.7 million / 513,000
Calendar: Sept 2018 – Feb 2021
What we team up on: Wind and kites; Bikes for everyday trips

Main thrust:
Wind and kites: Lyon makes power out of the breeze.
Bikes for everyday trips: six out of ten trips are made by bike.

Aims:
- Ten safe routes to ten schools.

Steps taken:
- 17 Sept 2018, Wuhu: Letter of intent signed.
"""
CAPITALS = """UCAP SHEET

LOC. AUTH. Wuhu Lyon

CTRY. China France POP. 3.7 million 513 000 DUR. 36 months as of 1 January 2018

FIELDS OF COOP. (i) Port-city interface; (ii) Ferries

DIFF. Limited availability of batteries.

OBJ. To adopt a joint set of principles.

EXP. IMPACT Better access to the river for 90 000 residents, contributing to SDG 14. Reduced exposure to emissions.
"""


def test_labels_that_run_into_their_values_are_found() -> None:
    [plan] = read("run-in.txt", RUN_IN.encode())
    assert [city.name for city in plan.cities] == ["Wuhu", "Lyon"]
    assert (plan.china.population, plan.europe.population) == (3_700_000, 513_000)
    assert (plan.period.start, plan.period.end) == ("2019-01", "2020-12")
    assert plan.challenges == ("Les calendriers ne coïncident pas.",)
    assert plan.objectives == ("Échanger dix apprentis par an.", "Un guide commun des villes.")


def test_a_theme_before_its_focus_is_no_label() -> None:
    [plan] = read("mail.txt", IN_MAIL.encode())
    assert [theme.label for theme in plan.themes] == ["Wind and kites", "Bikes for everyday trips"]
    assert plan.focus == (
        "Wind and kites: Lyon makes power out of the breeze.",
        "Bikes for everyday trips: six out of ten trips are made by bike.",
    )
    assert plan.objectives == ("Ten safe routes to ten schools.",)


def test_a_goal_in_a_sentence_is_no_label_in_capitals() -> None:
    [plan] = read("capitals.txt", CAPITALS.encode())
    assert plan.period.start == "2018-01-01"
    assert plan.challenges == ("Limited availability of batteries.",)
    assert "contributing to SDG 14. Reduced" in plan.results[0]
