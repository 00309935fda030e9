"""The topics of the Urban Agenda for the EU, named loosely."""

import pytest

from ucap.vocabulary import match_topic, topics, topics_in


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("EU UP Jobs & Skills in Local Economy", "jobs-and-skills-in-the-local-economy"),
        ("EU UP Urban Mobility", "urban-mobility"),
        ("EU UP Security", "security-in-public-spaces"),
        ("EU UP Migrants", "inclusion-of-migrants-and-refugees"),
        ("Culture/Cultural Heritage", "culture-and-cultural-heritage"),
        ("EU UP Culture / Cultural Heritage", "culture-and-cultural-heritage"),
        ("Nature-Based Solutions", "sustainable-use-of-land-and-nature-based-solutions"),
        (
            "EU UP Sustainable Use of Land and Nature-Based Solutions",
            "sustainable-use-of-land-and-nature-based-solutions",
        ),
        ("Urban Agenda Topics: Digital Transition", "digital-transition"),
        ("Innovative and Responsible Public Procurement", "innovative-and-responsible-public-procurement"),
        ("循环经济", "circular-economy"),
        ("Adaptation au climat", "climate-adaptation"),
        ("Veiligheid in de openbare ruimte", "security-in-public-spaces"),
        ("Wohnungsbau", "housing"),
        ("Food safety", None),
        ("Smart city", None),
        ("EU UP", None),
    ],
)
def test_a_topic_is_known_by_most_of_its_words(text: str, slug: str | None) -> None:
    assert match_topic(text) == slug


def test_every_topic_is_known_by_its_own_name() -> None:
    assert [match_topic(topic.name) for topic in topics()] == [topic.slug for topic in topics()]


def test_topics_are_found_where_they_stand() -> None:
    text = "EU Urban Agenda Topics: Culture/Cultural Heritage, Air Quality"
    assert [(text[topic.start : topic.end], topic.value) for topic in topics_in(text)] == [
        ("Culture/Cultural Heritage", "culture-and-cultural-heritage"),
        ("Air Quality", "air-quality"),
    ]
