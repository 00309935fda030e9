"""The words of a value, as near to the document's own as the record has them."""

import pytest

from tests.records import plan_named
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.selection.evidence import value_text

PANJIN = plan_named("panjin")


@pytest.mark.parametrize(
    ("pointer", "text"),
    [
        ("/title", "Panjin – Barcelona, Stuttgart, Rome"),
        ("/cities/0", "Panjin"),
        ("/goals/1", "SGD 4 Quality Education"),
        ("/topics/0", "EU UP Culture / Cultural Heritage"),
        ("/themes/2", "Modern Agriculture: international joint promotion operations"),
        ("/period", "November 2019 until November 2020"),
        ("/europe/countries", "FR; ES; DE; IT"),
        ("/china/population", "1440000"),
        ("/activities/1/start", "2020-03"),
        ("/findings/1", "“SGD 4” was read as SDG 4."),
        ("/china", ""),
    ],
)
def test_a_value_is_given_in_the_documents_words_where_the_record_has_them(pointer: str, text: str) -> None:
    assert value_text(Field.parse(pointer).get_or_none(PANJIN)) == text


@pytest.mark.parametrize("pointer", ["/goals/99", "/goals/x", "/colour", "/title/0", "/activities/0/text/3"])
def test_a_pointer_to_nothing_names_nothing(pointer: str) -> None:
    assert Field.parse(pointer).get_or_none(PANJIN) is None


def test_a_plan_without_a_period_in_words_gives_its_dates() -> None:
    plan = Plan.model_validate({"period": {"start": "2019-11", "end": "2020-11"}})
    assert "2019" in value_text(plan.period)
