"""Partnerships of the Urban Agenda."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.goals.topics import mentioned_topics, stated_topics

CULTURE = "culture-and-cultural-heritage"


@pytest.mark.parametrize(
    ("row", "topics"),
    [
        ("EU UP Urban Mobility", ["urban-mobility"]),
        (
            "EU UP Jobs & Skills in Local Economy EU UP Urban Mobility",
            ["jobs-and-skills-in-the-local-economy", "urban-mobility"],
        ),
        ("EU Urban Agenda Topics: Digital Transition, Urban Mobility", ["digital-transition", "urban-mobility"]),
        ("EU Urban Agenda Topics: Culture/Cultural Heritage, Air Quality", [CULTURE, "air-quality"]),
        ("EU UP: Housing; Urban Poverty", ["housing", "urban-poverty"]),
        ("SDG 11 Sustainable Cities EU UP Circular Economy SDG 13", ["circular-economy"]),
        ("Urban Mobility", ["urban-mobility"]),
        ("SDG 11; Partnership on Urban Mobility; Partnership for Housing", ["urban-mobility", "housing"]),
        ("SDG 11 / Culture and Cultural Heritage", [CULTURE]),
        ("SDG 11 (cities) & SDG 6 (water)", []),
        ("SDG 1 No Poverty (Urban Poverty)", ["urban-poverty"]),
        ("SDG 11; a new partnership of firms; Housing", ["housing"]),
        ("SDG 13 Climate Action", []),
        ("SDG 12 Circular economy", []),
    ],
)
def test_the_row_states_topics_behind_their_sign_or_alone(row: str, topics: list[str]) -> None:
    assert [topic.topic for topic in stated_topics(traced(row))] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("culture activities (SDG11, EU UP Culture / Cultural Heritage)", [CULTURE]),
        (
            "coast (EU UP Sustainable Use of Land and Nature-Based Solutions)",
            ["sustainable-use-of-land-and-nature-based-solutions"],
        ),
        ("in line with the Urban Agenda of the city, housing comes first", []),
        ("the digital transition and urban mobility of the cities", []),
    ],
)
def test_running_text_cites_topics_only_right_behind_their_sign(text: str, topics: list[str]) -> None:
    assert [topic.topic for topic in mentioned_topics(traced(text))] == topics


def test_the_sign_belongs_to_the_passage_of_the_first_topic() -> None:
    cited = stated_topics(traced("EU Urban Agenda Topics: Digital Transition, Urban Mobility"))
    assert [str(topic.text) for topic in cited] == ["EU Urban Agenda Topics: Digital Transition", "Urban Mobility"]


@pytest.mark.parametrize(
    ("row", "topics"),
    [
        ("Partnerships: air quality; urban mobility", ["air-quality", "urban-mobility"]),
        ("Urban Agenda: Housing", ["housing"]),
        ("SDG 11; Themen: Kreislaufwirtschaft, Luftqualität", ["circular-economy", "air-quality"]),
        ("城市议程：循环经济、城市交通", ["circular-economy", "urban-mobility"]),
        ("SDG 11, SDG 13; Urban mobility", ["urban-mobility"]),
        ("Agenda urbain de l'UE : Emplois et compétences", ["jobs-and-skills-in-the-local-economy"]),
        ("数字化转型 Digital Transition；城市交通 Urban Mobility", ["digital-transition", "urban-mobility"]),
        ("SDG 13 Climate Action; Clean energy", []),
    ],
)
def test_topics_are_known_by_what_introduces_them_and_in_the_partners_languages(row: str, topics: list[str]) -> None:
    assert [cited.topic for cited in stated_topics(traced(row))] == topics


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ("EU UP Jobs and Skills in the Local Economy 就业与技能", ["Jobs and Skills in the Local Economy 就业与技能"]),
        ("EU UP Circular Economy（循环型经济）；Housing", ["Circular Economy（循环型经济）", "Housing"]),
        ("EU UP Housing 城市交通", ["Housing", "城市交通"]),
        ("EU UP Urban Poverty 潍坊市的 2 个项目", ["Urban Poverty"]),
    ],
)
def test_the_chinese_words_behind_a_topic_are_its_name_unless_they_name_another(row: str, texts: list[str]) -> None:
    cited = {str(topic.text).removeprefix("EU UP").strip() for topic in stated_topics(traced(row))}
    assert cited == set(texts)


@pytest.mark.parametrize(
    ("row", "topics"),
    [
        ("Městská agenda: Kvalita ovzduší; Bydlení", ["air-quality", "housing"]),
        ("Agenda urbană: Economie circulară, Locuințe", ["circular-economy", "housing"]),
        ("EU:s stadsagenda: Klimatanpassning, Luftkvalitet", ["climate-adaptation", "air-quality"]),
        ("Αστική Ατζέντα: Στέγαση, Κυκλική οικονομία", ["housing", "circular-economy"]),
        ("Градски дневен ред: Енергиен преход", ["energy-transition"]),
        ("Miestų darbotvarkė: Oro kokybė", ["air-quality"]),
        ("Kaupunkiagenda: Kiertotalous; Asuminen", ["circular-economy", "housing"]),
        ("Városfejlesztési menetrend: Digitális átállás", ["digital-transition"]),
    ],
)
def test_topics_are_known_in_the_languages_of_all_partners(row: str, topics: list[str]) -> None:
    assert [cited.topic for cited in stated_topics(traced(row))] == topics
