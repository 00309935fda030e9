"""Goals cited by numbers: words, ranges, lists, and numbers that count something else."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.goals.goals import stated_goals
from ucap.reading.goals.numbers import meaning_of_a


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("SDGs 1 through 4", [1, 2, 3, 4]),
        ("Ziele 3 bis 6", [3, 4, 5, 6]),
        ("objectifs 3 à 6", [3, 4, 5, 6]),
        ("SDG4 through SDG6", [4, 5, 6]),
        ("SDG 3～5", [3, 4, 5]),
        ("目标十一至十三", [11, 12, 13]),
        ("SDG 14 - SDG 12 - SDG 6", [14, 12, 6]),
        ("SDG 3 as well as 11", [3, 11]),
        ("IAM 4, 6, 7 un 13", [4, 6, 7, 13]),
        ("DVT 4, 6 ir 13", [4, 6, 13]),
        ("SDG 4, 6 sekä 13", [4, 6, 13]),
        ("SDG 4, 6 valamint 13", [4, 6, 13]),
        ("SDG 4, 6 agus 13", [4, 6, 13]),
        ("SDG 4 te 13", [4, 13]),
        ("kestävän kehityksen tavoitteet 4, 6 ja 13", [4, 6, 13]),
        ("CTR 4", [4]),
        ("可持续发展目标3、7，以及13", [3, 7, 13]),
        ("SDGs 3 | 4 | 11", [3, 4, 11]),
        ("cele 3, 4 i 11", [3, 4, 11]),
        ("SDG XI; Goal IV", [11, 4]),
        ("Goal four and goal eleven", [4, 11]),
        ("ＳＤＧ　７，SDG １１", [7, 11]),
        ("SDG#7", [7]),
        ("ODD n° 11", [11]),
        ("SDG 7 (7.2) and 13 (13.2)", [7, 13]),
        ("SDG 11 (Sustainable cities), 13 (Climate)", [11, 13]),
        ("9, 11 and 13", [9, 11, 13]),
        ("11.13", [11, 13]),
        ("SDG 8.9, SDG 8.10 and SDG 11.4", [8, 11]),
        ("Global Goals (SDGs): 8, 9 and 12", [8, 9, 12]),
        ("SDG n. 8, SDG n. 9 e SDG n. 14", [8, 9, 14]),
        ("all SDGs", list(range(1, 18))),
        ("全部17个可持续发展目标", list(range(1, 18))),
        ("cíle 11 a 13", [11, 13]),
        ("2 SDGs: 6 and 11", [6, 11]),
        ("11 tikslas, 13 tikslas", [11, 13]),
        ("11. cél: Fenntartható városok és közösségek; 13. cél", [11, 13]),
        ("three goals: 6, 7 and 11", [6, 7, 11]),
        ("SDG 3 4 11", [3, 4, 11]),
        ("SDG3SDG4SDG11", [3, 4, 11]),
        ("第6、第11项目标", [6, 11]),
        ("第3、11、17项", [3, 11, 17]),
        ("第三、第十一和第十三项可持续发展目标", [3, 11, 13]),
        ("第3项活动", []),
        ("第3、11个城市", []),
        ("Ziele 6, 7 und 13 der Agenda 2030", [6, 7, 13]),
        ("Ziele 6, 7 und 3 der Schulen", [6, 7]),
        ("ODS 6, 7 y 13 de la Agenda 2030", [6, 7, 13]),
        ("Eesmärk 11; tikslas 6", [11, 6]),
        ("without SDG 14; SDG 11", [11]),
        ("SDG 4 2 schools", [4]),
        ("ODS 11 a 13", [11, 12, 13]),
        ("SDG 4, 11 a 13", [4, 11, 13]),
        ("SDG 11 a 12", [11, 12]),
        ("SDG 11 in 13", [11, 13]),
        ("Cilji 4, 11 in 13.", [4, 11, 13]),
        ("SDG 11 in 13 towns", [11]),
        ("SDG 9, 11 u. 13", [9, 11, 13]),
        ("#11 #13", [11, 13]),
        ("SDG od 3 do 5", [3, 4, 5]),
        ("ODS de 3 a 5", [3, 4, 5]),
        ("Ziele von 3 bis 5", [3, 4, 5]),
        ("ΣΒΑ από 3 έως 5", [3, 4, 5]),
        ("可持續發展目標從3至5", [3, 4, 5]),
        ("IAM no 3. līdz 5.", [3, 4, 5]),
        ("DVT nuo 3 iki 5", [3, 4, 5]),
        ("SDG alates 3 kuni 5", [3, 4, 5]),
        ("SDG 3-tól 5-ig", [3, 4, 5]),
        ("SDG 3:sta 5:een", [3, 4, 5]),
        ("SDG minn 3 sa 5", [3, 4, 5]),
        ("SDGs from 5 districts", []),
        ("ODS de 5 ciudades", []),
        ("SDGs von 5 Schulen", []),
        ("SDG od 6 razreda", []),
        ("Ciljevi 11 sa 13 gradova", [11]),
        ("SDG 3 de Lyon", [3]),
        ("SDG 3. Go 5 km by bicycle", [3]),
        ("No. 6, 7, 11", [6, 7, 11]),
        ("ODS números 6 y 7", [6, 7]),
        ("cíle 7 až 9", [7, 8, 9]),
        ("cilj št. 6", [6]),
        ("målen 7, 11 och 13", [7, 11, 13]),
        ("7., 11. és 13. cél", [7, 11, 13]),
        ("11. un 13. mērķis", [11, 13]),
        ("11 ir 13 tikslai", [11, 13]),
        ("SDG 11. 13 towns take part", [11]),
        ("SDG 11. And 13 new parks", [11]),
        ("The plan serves SDG 11. And 13 EU cities follow.", [11]),
        ("Der Plan dient SDG 11. Und 3 Schulen nehmen teil.", [11]),
        ("Os ODS nos 3 municípios", []),
        ("ODD 11 la 13e conférence", [11]),
    ],
)
def test_ranges_lists_words_and_numerals_are_read(row: str, goals: list[int]) -> None:
    assert list(dict.fromkeys(goal.goal for goal in stated_goals(traced(row)).goals)) == goals


@pytest.mark.parametrize(
    ("language", "goals", "unsure"),
    [
        ("Spolupráce se týká škol na obou stranách a je pro města i pro kraje.", [11, 13], []),
        ("La cooperazione riguarda le scuole di Bari e di Lecce, con il porto.", [11, 12, 13], []),
        ("", [11, 12, 13], [12]),
    ],
)
def test_what_a_means_between_numbers_shows_in_the_language_or_is_doubted(
    language: str, goals: list[int], unsure: list[int]
) -> None:
    cited = stated_goals(traced("SDG 11 a 13"), meaning_of_a(language)).goals
    assert [goal.goal for goal in cited] == goals
    assert [goal.goal for goal in cited if goal.is_unsure] == unsure


@pytest.mark.parametrize(
    ("row", "goals", "denied"),
    [
        ("SDG 6 (not SDG 12)", [6], ["not SDG 12"]),
        ("SDG 4, aber nicht SDG 8", [4], ["aber nicht SDG 8"]),
        ("All 17 SDGs except SDG 14", [*range(1, 14), 15, 16, 17], ["except SDG 14"]),
        ("SDGs 1 to 4, but not 2", [1, 3, 4], ["but not 2"]),
        ("SDG 4 rather than SDG 8", [4], ["rather than SDG 8"]),
        ("SDG 7 Affordable and Clean Energy instead of SDG 3", [7], ["instead of SDG 3"]),
        ("ODS 4 em vez de ODS 5", [4], ["em vez de ODS 5"]),
        ("CZR 6 zamiast CZR 14", [6], ["zamiast CZR 14"]),
        ("可持续发展目标11，而不是目标13", [11], ["而不是目标13"]),
        ("SDG 12 is not addressed; SDG 13", [13], ["SDG 12 is not addressed"]),
        ("SDG 7; SDG 13 wurde bewusst nicht gewählt", [7], ["SDG 13 wurde bewusst nicht gewählt"]),
        (
            "SDG 7 (SDG 2 was considered, but is not part of the plan)",
            [7],
            ["SDG 2 was considered, but is not part of the plan"],
        ),
        ("SDG's 6, 9 en 11-13 (SDG 14 niet van toepassing)", [6, 9, 11, 12, 13], ["SDG 14 niet van toepassing"]),
        ("ODS 8; ODS 14: no se aplica", [8], ["ODS 14: no se aplica"]),
        ("SDG 7; SDG 14 entfällt", [7], ["SDG 14 entfällt"]),
        ("SDG 11 und 13, SDG 14 trifft nicht zu", [11, 13], ["SDG 14 trifft nicht zu"]),
        ("SDGs 3, 11; 14 n/a", [3, 11], ["14 n/a"]),
        ("SDG 7 and 14 are not addressed; SDG 4", [4], ["SDG 7 and 14 are not addressed"]),
        ("ODD 3 (ODD 15 sans objet)", [3], ["ODD 15 sans objet"]),
        ("SDG 11 is important, SDG 13 as well", [11, 13], []),
        ("ODD 3 sans oublier ODD 15", [3, 15], []),
        ("not Climate Action but SDG 7", [7], ["Climate Action"]),
        ("not only SDG 11 but also SDG 13", [11, 13], []),
    ],
)
def test_a_goal_that_is_denied_is_not_stated(row: str, goals: list[int], denied: list[str]) -> None:
    stated = stated_goals(traced(row))
    assert [goal.goal for goal in stated.goals] == goals
    assert list(map(str, stated.denied)) == denied


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("SDG 11. The goal 4 million trees is shared.", [11]),
        ("3 of the 17 SDGs: SDG 7, SDG 9 and SDG 13", [7, 9, 13]),
        ("The goal 3 new parks; SDG 13", [13]),
        ("SDG 11; goal 3,000 bicycles a year", [11]),
        ("SDG 7 (goal 12% less energy by 2025)", [7]),
        ("SDG 3,11,13", [3, 11, 13]),
        ("Goals 3, 110 trees", [3]),
        ("SDG 11, 5 workshops", [11]),
        ("SDG 11 (part of the SDGs) 3 boats", [11]),
        ("目标一致", []),
        ("12.09.2018 signing of the plan", []),
        ("SDG 11; 3 May 2019: Fair", [11]),
        ("Agenda 2030", []),
        ("SDG 13. Goal: 7 new tram stops by 2021", [13]),
        ("Goals: 7 and 13", [7, 13]),
        ("Ziel: 7 Bezahlbare und saubere Energie", [7]),
        ("目标：7 清洁能源", [7]),
    ],
)
def test_a_number_that_counts_something_else_is_no_goal(row: str, goals: list[int]) -> None:
    assert [goal.goal for goal in stated_goals(traced(row)).goals] == goals


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("Leben unter Wasser, Leben an Land", [14, 15]),
        ("Sconfiggere la fame; Salute e benessere", [2, 3]),
        ("ODS 8; Acción por el clima", [8, 13]),
        ("Villes et communautés durables", [11]),
        ("Zrównoważone miasta i społeczności", [11]),
        ("Kestävät kaupungit ja yhteisöt; Ilmastotekoja", [11, 13]),
        ("Kvalitetno obrazovanje, Održivi gradovi i zajednice", [4, 11]),
        ("Чиста вода и канализация", [6]),
        ("Lyčių lygybė; Gyvybė vandenyse", [5, 14]),
        ("Industrija hrane", []),
    ],
)
def test_names_in_the_partners_languages_are_known(row: str, goals: list[int]) -> None:
    assert [goal.goal for goal in stated_goals(traced(row)).goals] == goals
