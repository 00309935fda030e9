"""The headings that themes fall under."""

import pytest

from ucap.vocabulary import categories_of, theme_phrases_in


@pytest.mark.parametrize(
    ("label", "headings"),
    [
        ("Culture, Tourism and Education", "culture-and-heritage tourism education-and-skills"),
        ("Modern Agriculture", "agriculture-and-food"),
        ("Aerospace", "industry"),
        ("Energy conservation and environmental protection", "energy air-and-climate"),
        ("Smart city construction", "smart-city-and-digital"),
        ("Economy and trade", "trade-and-investment"),
        ("Smart manufacturing", "industry"),
        ("Lake and river restoration", "water nature-and-land"),
        ("Renewal of former industrial sites", "urban-renewal-and-housing"),
        ("New life for old factories", "urban-renewal-and-housing"),
        ("Car parts and electric mobility", "industry mobility-and-logistics"),
        ("Air quality and heating", "air-and-climate energy"),
        ("Education, jobs and skills in the local economy", "education-and-skills"),
        ("Water, waste management and sanitation", "water circular-economy-and-waste"),
        ("Government-to-government exchange", "governance-and-security"),
        ("智慧城市和循环经济", "smart-city-and-digital circular-economy-and-waste"),
        ("Friendship between our peoples", ""),
    ],
)
def test_a_theme_has_its_headings_in_order_of_appearance(label: str, headings: str) -> None:
    assert " ".join(categories_of(label)) == headings


def test_the_detail_is_asked_only_where_the_label_says_nothing() -> None:
    assert categories_of("Modern Agriculture", "exchange of students") == ("agriculture-and-food",)
    assert categories_of("Other", "exchange of students") == ("education-and-skills",)


def test_the_phrases_of_themes_are_found_where_they_stand() -> None:
    text = "Aerospace Smart city construction"
    assert [text[start:end] for start, end in theme_phrases_in(text)] == ["Aerospace", "Smart city construction"]


@pytest.mark.parametrize(
    ("english", "chinese", "slugs"),
    [
        ("Water management", "水资源管理", ("water",)),
        ("Waste management", "垃圾管理", ("circular-economy-and-waste",)),
        ("Food safety", "食品安全", ("agriculture-and-food",)),
        ("Theme park", "主题公园", ("tourism",)),
        ("Industrial park", "工业园区", ("industry",)),
        ("City parks", "城市公园", ("nature-and-land",)),
        ("Public safety", "公共安全", ("governance-and-security",)),
        ("Social security", "社会保障", ("social-inclusion",)),
        ("City management", "城市管理", ("governance-and-security",)),
        ("Environmental governance", "环境治理", ("air-and-climate",)),
    ],
)
def test_a_theme_falls_under_the_same_headings_in_both_languages(
    english: str, chinese: str, slugs: tuple[str, ...]
) -> None:
    assert (categories_of(english), categories_of(chinese)) == (slugs, slugs)


@pytest.mark.parametrize(
    ("label", "headings"),
    [
        ("Gebäudeenergieeffizienz", "energy"),
        ("Meeresschutz und Luftfahrt", "marine-economy industry"),
        ("Gestión del agua", "water"),
        ("Sidra y vino", "agriculture-and-food"),
        ("Logement abordable", "urban-renewal-and-housing"),
        ("Czyste powietrze", "air-and-climate"),
        ("Desporto escolar", "culture-and-heritage education-and-skills"),
        ("Kollektivtrafik i skärgården", "mobility-and-logistics"),
        ("Πολιτιστική κληρονομιά", "culture-and-heritage"),
        ("Управление на водите", "water"),
    ],
)
def test_a_theme_has_headings_in_the_languages_of_the_partners(label: str, headings: str) -> None:
    assert " ".join(categories_of(label)) == headings


@pytest.mark.parametrize("label", ["Las Palmas", "A safe haven", "Formation of clusters", "Prometheus"])
def test_a_word_of_another_language_inside_an_english_one_leads_to_no_heading(label: str) -> None:
    assert categories_of(label) == (), label
