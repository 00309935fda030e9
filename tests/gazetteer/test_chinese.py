"""Places by their Chinese names."""

import pytest

from ucap.gazetteer.chinese import chinese_name


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
