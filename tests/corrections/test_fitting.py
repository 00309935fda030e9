"""Who corrects a country, topic or heading by its name gets its code; a name of nothing is refused."""

from __future__ import annotations

import pytest

from ucap.corrections.fitting import coded
from ucap.plan.pointers import Field, Json
from ucap.store import Invalid
from ucap.wording import use

PLAN = {"cities": [{"name": "Bilbao", "country_code": "ES"}], "themes": [], "topics": [], "europe": {}}


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("/cities/0/country_code", "FR", "FR"),
        ("/cities/0/country_code", "France", "FR"),
        ("/cities/0/country_code", "Frankreich", "FR"),
        ("/cities/0/country_code", "法国", "FR"),
        ("/europe/countries", ["Spain", "DE"], ["ES", "DE"]),
        ("/europe/countries/0", "Portugal", "PT"),
        ("/europe/countries/-", "Portugal", "PT"),
        ("/topics/0/topic", "Urban Mobility", "urban-mobility"),
        ("/topics/0", {"topic": "Housing", "stated": True}, {"topic": "housing", "stated": True}),
        ("/themes/0/categories", ["Tourism", "culture-and-heritage"], ["tourism", "culture-and-heritage"]),
        ("/cities/0/name", "France", "France"),
        ("/cities/0/country_code", None, None),
    ],
)
def test_a_name_becomes_its_code_where_the_record_has_codes(field: str, written: Json, code: Json) -> None:
    assert coded(PLAN, Field.parse(field), written) == code


def test_a_heading_may_be_written_in_the_language_of_the_interface() -> None:
    use("zh")
    assert coded(PLAN, Field.parse("/themes/0/categories/0"), "旅游") == "tourism"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("/cities/0/country_code", "Cities › Bilbao › Country cannot be “Atlantis”. Right would be a country"),
        ("/topics/0/topic", "Urban mobility"),
        ("/themes/0/categories/0", "Tourism"),
    ],
)
def test_a_name_of_nothing_is_refused_with_what_would_be_right(field: str, told: str) -> None:
    with pytest.raises(Invalid, match=told):
        coded(PLAN, Field.parse(field), "Atlantis")
