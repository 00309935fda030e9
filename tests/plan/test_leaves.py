"""The single values below a field."""

import pytest

from tests.records import plan_named
from ucap.plan.fields import leaves
from ucap.plan.pointers import Field
from ucap.wording import use


def test_a_city_has_a_leaf_for_each_of_its_values() -> None:
    """Below a city stand its name, region, country and the like, each with its own pointer."""
    found = {leaf.field: leaf.value for leaf in leaves(plan_named("panjin"), Field(("cities", "1")))}
    assert found["/cities/1/name"] == "Barcelona"
    assert found["/cities/1/country_code"] == "ES"


def test_numbers_are_written_as_json_and_nothing_as_nothing() -> None:
    """A population is shown as its digits, a missing one as an empty input."""
    written = {leaf.field: leaf.written for leaf in leaves(plan_named("panjin"), Field(("china",)))}
    assert written["/china/population"] == "1440000"
    assert {leaf.field: leaf.written for leaf in leaves(plan_named("panjin"), Field(("europe",)))}[
        "/europe/population"
    ] == ""


def test_a_place_is_written_and_called_as_the_language_calls_it() -> None:
    """On a Chinese page the form has 巴塞罗那; what the document says stays as it is."""
    use("zh")
    found = {leaf.field: (leaf.label, leaf.written) for leaf in leaves(plan_named("panjin"), Field(("cities", "1")))}
    assert found["/cities/1/name"] == ("城市 › 巴塞罗那 › 名称", "巴塞罗那")
    assert found["/cities/1/region"][1] == "加泰罗尼亚"
    assert found["/cities/1/written"][1] == "Barcelona"


def test_a_field_that_is_not_there_is_an_error() -> None:
    """A pointer to a fifth city of four is refused."""
    with pytest.raises(LookupError):
        leaves(plan_named("panjin"), Field(("cities", "9")))
