"""Names in lists, also where columns ran together."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.places.pieces import names_in

KNOWN = {"Longyan", "Longyan (Fujian)", "Mannheim", "Prague", "Yichun", "Reggio Emilia", "Guilin 桂林市", "Zadar"}
KNOWN |= {"武汉市", "布拉格", "扎达尔", "Hubei", "Brighton & Hove", "Tyne and Wear"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Longyan", ["Longyan"]),
        ("Longyan, Mannheim and Prague", ["Longyan", "Mannheim", "Prague"]),
        ("Longyan y Mannheim", ["Longyan", "Mannheim"]),
        ("Longyan en Mannheim", ["Longyan", "Mannheim"]),
        ("Longyan Mannheim; Prague", ["Longyan", "Mannheim", "Prague"]),
        ("Yichun Reggio Emilia", ["Yichun", "Reggio Emilia"]),
        ("Guilin 桂林市 Zadar", ["Guilin 桂林市", "Zadar"]),
        ("Longyan (Fujian) Mannheim", ["Longyan (Fujian)", "Mannheim"]),
        ("Longyan Prague y Zadar", ["Longyan", "Prague", "Zadar"]),
        ("Prague en Zadar Longyan", ["Prague", "Zadar", "Longyan"]),
        ("Prague Mannheim (Old Town District)", ["Prague", "Mannheim (Old Town District)"]),
        ("武汉市（新区） 布拉格 Prague、扎达尔 Zadar", ["武汉市（新区）", "布拉格", "Prague", "扎达尔", "Zadar"]),
        ("Brighton & Hove", ["Brighton & Hove"]),
        ("Hubei Tyne and Wear", ["Hubei", "Tyne and Wear"]),
        ("Hubei Wonderland", ["Hubei", "Wonderland"]),
        ("Wonderland Hubei", ["Wonderland", "Hubei"]),
        ("Wonder Land", ["Wonder Land"]),
        ("Reggio Longyan Emilia", ["Reggio Emilia", "Longyan"]),
        ("N/A Hubei", ["Hubei"]),
        ("Hubei – ", ["Hubei"]),
        ("N/A", []),
        ("", []),
    ],
)
def test_a_list_is_taken_apart_into_known_names(text: str, names: list[str]) -> None:
    assert [str(name) for name in names_in(traced(text), KNOWN.__contains__)] == names


def test_very_many_blanks_between_two_names_are_looked_at_once() -> None:
    names = names_in(traced("Wuhu" + " " * 60_000 + "Porto"), {"Wuhu", "Porto"}.__contains__)
    assert [str(name) for name in names] == ["Wuhu Porto"]
