"""Places by their Chinese names."""

import pytest

from tests.records import all_plans
from ucap.gazetteer.chinese import chinese_name, label_of_chinese


@pytest.mark.parametrize(
    ("label", "chinese"),
    [
        ("Rome", "罗马"),
        ("Málaga", "马拉加"),
        ("Chengdu", "成都"),
        ("Suzhou", "苏州"),
        ("Taizhou (Zhejiang)", "台州（浙江）"),
        ("Suzhou (Anhui)", "宿州（安徽）"),
        ("Guangxi", "广西"),
        ("Lazio", "拉齐奥"),
        ("Provence-Alpes-Côte d'Azur", "普罗旺斯-阿尔卑斯-蓝色海岸"),
        ("盘锦", "盘锦"),
        ("Atlantis", None),
    ],
)
def test_a_place_has_its_usual_chinese_name(label: str, chinese: str | None) -> None:
    """Simplified characters, without 市; the place in brackets is translated, too; an unknown name has none."""
    assert chinese_name(label) == chinese


def test_a_chinese_name_leads_back_to_the_place_that_is_called_by_it() -> None:
    """So do those of all cities of the sample; what is no place's name leads nowhere."""
    cities = {city.name for plan in all_plans() for city in plan.cities}
    named = {name: chinese for name in cities if (chinese := chinese_name(name))}
    assert len(named) > 30
    assert {name: label_of_chinese(chinese) for name, chinese in named.items()} == {name: name for name in named}
    assert [label_of_chinese(words) for words in ("辽宁", "拉齐奥", "火星", "Rome")] == [
        "Liaoning",
        "Lazio",
        None,
        None,
    ]
