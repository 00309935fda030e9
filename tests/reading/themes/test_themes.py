"""Cooperation themes, with and without separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.helpers import cell, traced
from ucap.reading.themes.run_on import split_run_on
from ucap.reading.themes.themes import read_themes


def labels(*texts: str, headings: tuple[str, ...] = ()) -> list[str]:
    return [read.value.label for read in read_themes([cell(*texts)], headings)]


@pytest.mark.parametrize(
    "themes",
    [
        "Aerospace|Energy conservation and environmental protection|Smart city construction|Economy and trade",
        "Culture, Tourism|Education|New Urbanization|Ecological Environment Control|Automotive and parts industry",
        "Maritime heritage|Sports shoes and textiles|Tea and food trade|Inclusion of newcomers",
        "Protection of city walls and archaeological sites|Visitor management|Creative industries|Air quality",
        "Smart City Construction|Green Energy|Cultural Tourism",
        "Education|Health|Sports",
        "Digital health|Electric buses|ICT for schools|Waste sorting",
        "Belt and Road logistics|Vocational training in Wuxi and Bilbao|Green buildings",
        "Innovation and start-ups|Yellow River protection|Ceramics",
        "Heritage of the Silk Road|Modern agriculture and EU organic standards|Sponge city",
        "Industry 4.0|Low-carbon heating|River parks",
        "Airport city|Higher education|Biomedicine and TCM|Lake restoration",
        "Electric mobility|Chinese and European design|Care for the elderly",
        "Wine, cheese and ham|Film festivals",
    ],
)
def test_themes_without_separators_are_told_apart_by_capitals_and_known_phrases(themes: str) -> None:
    expected = themes.split("|")
    assert labels(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smart city; Green energy; tourism", ["Smart city", "Green energy", "tourism"]),
        ("Smart city / Green energy / Tourism", ["Smart city", "Green energy", "Tourism"]),
        ("1) Smart city 2) Green energy", ["Smart city", "Green energy"]),
        ("1° Old pits ; 2° Tramways ; 3° Baths", ["Old pits", "Tramways", "Baths"]),
        ("Water of 5° and more", ["Water of 5° and more"]),
        (
            "Culture and tourism, Smart agriculture, Water management",
            ["Culture and tourism", "Smart agriculture", "Water management"],
        ),
        ("Culture, Tourism", ["Culture, Tourism"]),
        ("Smart city; tourism; and green energy", ["Smart city", "tourism", "green energy"]),
        ("Smart city. Tourism. Green energy.", ["Smart city", "Tourism", "Green energy"]),
        ("Twinning with St. Gallen", ["Twinning with St. Gallen"]),
        ("Theme 1: Smart city Theme 2: Tourism", ["Smart city", "Tourism"]),
        ("Film, stage and tourism", ["Film, stage and tourism"]),
        ("N/A", []),
    ],
)
def test_separators_part_themes_and_a_comma_may_belong_to_one(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_headings_of_key_focus_tell_where_themes_begin() -> None:
    text = "Tea Culture Horse Breeding Open Water"
    assert labels(text, headings=("Tea Culture", "Horse Breeding", "Open Water")) == [
        "Tea Culture",
        "Horse Breeding",
        "Open Water",
    ]


def test_a_theme_is_split_into_label_and_detail_at_its_colon() -> None:
    (read,) = read_themes([cell("Ageing society: how to keep older people at home")], [])
    assert (read.value.label, read.value.detail) == ("Ageing society", "how to keep older people at home")
    assert [pointer for pointer, _ in read.sources] == ["", "/label", "/detail"]


def test_details_that_ran_together_end_where_the_next_label_or_theme_begins() -> None:
    text = (
        "Water protection: the Li River and the springs behind the coast Friendship between peoples "
        "Logistics: links to Duisburg and Hamburg Renewable energy"
    )
    themes = [(read.value.label, read.value.detail) for read in read_themes([cell(text)], [])]
    assert themes == [
        ("Water protection", "the Li River and the springs behind the coast"),
        ("Friendship between peoples", None),
        ("Logistics", "links to Duisburg and Hamburg"),
        ("Renewable energy", None),
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sustainable tourism (EU UP Sustainable Use of Land and Nature-Based Solutions)", "Sustainable tourism"),
        ("Cross-border e-commerce (SDG 8, EU UP Digital Transition)", "Cross-border e-commerce"),
        ("Social housing – SDG 11", "Social housing"),
        ("Water protection: rivers (漓江)", "Water protection"),
    ],
)
def test_goals_and_topics_that_a_label_cites_leave_it(text: str, label: str) -> None:
    assert labels(text) == [label]


def test_items_of_a_list_are_themes_as_they_stand() -> None:
    assert labels("Modern services Yangtze Delta", "Tourism") == ["Modern services Yangtze Delta", "Tourism"]


def test_a_theme_that_no_cue_leads_to_a_category_has_none() -> None:
    (read,) = read_themes([cell("Friendship between our peoples")], [])
    assert read.value.categories == ()


@given(st.text(alphabet="ABCabc and,.:;()/&-·1 ", max_size=120))
def test_splitting_loses_no_word(text: str) -> None:
    parts = split_run_on(traced(text), [])
    assert " ".join(str(part) for part in parts).split() == text.split()


def test_an_item_that_says_its_theme_in_two_languages_is_one_theme() -> None:
    polish = "1) Logistyka i porty / Logistics and ports", "2) Odnowa spichlerzy / Renovation of granaries"
    assert labels(*polish) == [text[3:] for text in polish]
    assert labels("一、湖泊治理 Lake restoration；二、花卉物流 Flower logistics") == [
        "湖泊治理 Lake restoration",
        "花卉物流 Flower logistics",
    ]


def test_a_slash_between_two_known_subjects_parts_themes() -> None:
    assert labels("Culture / Energy", "Water / Tourism") == ["Culture", "Energy", "Water", "Tourism"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Heat storage†; Old pipes‡", ["Heat storage", "Old pipes"]),
        ("Heat storage *); Old pipes¹", ["Heat storage", "Old pipes"]),
        ("Flats below 40 m²; Tourism", ["Flats below 40 m²", "Tourism"]),
    ],
)
def test_the_sign_of_a_footnote_is_no_part_of_a_theme(written: str, expected: list[str]) -> None:
    assert labels(written) == expected


@pytest.mark.parametrize("theme", ["Wasser, Energie und Abfall", "Eau, Énergie et Déchets", "Agua y Energía"])
def test_a_joining_word_of_any_partner_ends_no_theme(theme: str) -> None:
    assert labels(theme) == [theme]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        (
            "The two cities agreed to work on three themes, namely green hydrogen, Art Nouveau houses and archives.",
            ["green hydrogen", "Art Nouveau houses", "archives"],
        ),
        ("Les villes ont choisi trois thèmes, à savoir le vin, l’eau et la forêt.", ["le vin", "l’eau", "la forêt"]),
        ("Three themes: namely wine, water and forests", ["wine", "water", "forests"]),
        (
            "The two cities cooperate on big data, mountain tourism and environmental education.",
            ["big data", "mountain tourism", "environmental education"],
        ),
        ("Las ciudades cooperan en turismo, agua y educación", ["turismo", "agua", "educación"]),
        ("Die Städte arbeiten bei Mobilität, Wasser und Bildung zusammen.", ["Mobilität", "Wasser", "Bildung"]),
        ("Miasta współpracują w zakresie kultury, sportu i edukacji", ["kultury", "sportu", "edukacji"]),
        ("两市在大数据、山地旅游和环境教育领域开展合作。", ["大数据", "山地旅游", "环境教育"]),
    ],
)
def test_themes_that_a_sentence_lists_are_themes_and_doubtful(sentence: str, labels: list[str]) -> None:
    found = read_themes([cell(sentence)], [])
    assert [read.value.label for read in found] == labels
    assert all(doubt.finding == "theme-doubtful/sentence" for read in found for doubt in read.doubts)
    assert all(read.doubts for read in found)


@pytest.mark.parametrize("text", ["Cooperation in culture and heritage", "Focus on water", "Film, stage and tourism"])
def test_a_theme_that_is_no_such_sentence_is_one(text: str) -> None:
    (read,) = read_themes([cell(text)], [])
    assert (read.value.label, read.doubts) == (text, ())


def test_thousands_of_blanks_in_a_theme_take_no_time() -> None:
    """Were each of them looked at as the beginning of a separator, this would take minutes."""
    (read,) = read_themes([cell(f"Work on water{' ' * 20_000}works")], [])
    assert read.value.label.split() == ["Work", "on", "water", "works"]
