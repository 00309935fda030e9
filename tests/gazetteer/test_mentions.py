"""Places that running text names."""

import pytest

from ucap.gazetteer import gazetteer


def named(text: str, *known: str) -> list[str]:
    places = [place for name in known if (place := gazetteer().find(name).place)]
    return [found.value.name for found in gazetteer().mentions(text, places)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "met counterparts from EU pilot cities of Barcelona, Bologna, Granada, Manchester, Reggio Emilia, Rome",
            ["Barcelona", "Bologna", "Granada", "Manchester", "Reggio Emilia", "Rome"],
        ),
        ("Panjin representatives participated IUC-Yangzhou Horticulture Expo", ["Panjin", "Yangzhou"]),
        ("Visit of WM and Coventry University Enterprise to Tianjin Binhai New Area", ["Coventry", "Tianjin"]),
        ("Seminar at the Xi'an city wall, with archaeologists from Roma.", ["Xi'an", "Rome"]),
        ("Study tour to Praha and Cordoba", ["Prague", "Córdoba"]),
        ("Yiwu – Varna e-commerce days; the studios at Hengdian", ["Yiwu", "Varna", "Hengdian"]),
        ("Shoe designers from Naples at the Jinjiang footwear fair.", ["Naples", "Jinjiang"]),
        ("Cruise ships before Split and Quanzhou's harbour", ["Split", "Quanzhou"]),
        ("during the Guilin tourism forum (桂林国际旅游论坛)", ["Guilin", "Guilin"]),
        ("盘锦市代表团访问罗马", ["Panjin", "Rome"]),
        ("Santiago de Compostela, Newcastle upon Tyne", ["Santiago de Compostela", "Newcastle upon Tyne"]),
        ("WORKSHOP IN TIANJIN", ["Tianjin"]),
        ("A delegation from Brest", ["Brest"]),
        ("Reggio\nEmilia, St. Gallen", ["Reggio Emilia", "St. Gallen"]),
    ],
)
def test_towns_are_found_from_left_to_right(text: str, places: list[str]) -> None:
    assert named(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Of the four, most split. Split the bill. Reading is fun. In March and May the mobile app",
        "the long fight against algae in Taihu Lake, and raft traffic on the Li River",
        "Lin Guowei and Ana Moreno Ruiz met Marco Polo; Dr. Hans Dietmar Berlin and Mr. LIU Sushe",
        "Students exchange between Huaqiao University and a Horizon 2020 project of New York",
        "Hainan and Jilin are provinces, Luxembourg a country",
        "双方将在环境保护、智慧城市和文化旅游领域开展合作",
        "nice weather in the bath; essen und trinken",
        "Gemeinsames Essen, beim Essen, zum festlichen Essen; das Münster, in der Halle",
        "",
    ],
)
def test_ordinary_words_persons_and_lakes_are_no_towns(text: str) -> None:
    assert named(text) == []


def test_known_places_are_recognised_in_every_spelling_and_position() -> None:
    assert named("Nice then visits Haikou.", "Nice") == ["Nice", "Haikou"]
    assert named("AKK and WM met in Krapina.", "AKK", "Krapina") == ["Agioi Anargyroi-Kamatero", "Krapina"]
    assert named("IURC team visits Lazio.", "Lazio") == ["Lazio"]


def test_among_places_of_one_name_the_known_one_is_meant() -> None:
    taizhou = gazetteer().find("Taizhou", regions=["Zhejiang"]).place
    assert taizhou is not None
    assert [found.value for found in gazetteer().mentions("Nurses from Taizhou", [taizhou])] == [taizhou]


def test_offsets_are_those_of_the_text() -> None:
    text = "From Xi'an’s wall to Reggio Emilia"
    assert [text[found.start : found.end] for found in gazetteer().mentions(text)] == ["Xi'an", "Reggio Emilia"]


@pytest.mark.parametrize(
    ("word", "is_place"),
    [("Rome", True), ("Liaoning", True), ("Italy", True), ("rome", False), ("March", False), ("Smart", False)],
)
def test_a_word_by_itself_is_a_place_or_not(word: str, is_place: bool) -> None:
    assert gazetteer().is_place_word(word) is is_place
