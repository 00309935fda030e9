"""A record field by field."""

from tests.records import plan_named, summaries
from ucap.plan.fields import sections
from ucap.plan.pointers import Field


def test_every_field_points_at_a_value_of_the_record() -> None:
    """The pointer behind each line leads to what the line says."""
    for plan in summaries():
        values = [value for section in sections(plan) for value in section.values]
        assert [one.pointer for one in values if Field.parse(one.pointer).get_or_none(plan) is None] == []
        assert all(one.words for one in values)


def test_lists_are_complete() -> None:
    """Each theme, activity and result of Panjin has its line."""
    plan = plan_named("panjin")
    shown = {section.name: len(section.values) for section in sections(plan)}
    assert (shown["themes"], shown["activities"], shown["results"]) == (3, 2, 5)


def test_parts_without_values_are_left_out() -> None:
    """A register entry without results has no heading for results."""
    assert "results" not in {section.name for section in sections(plan_named("stuttgart-suzhou"))}


def test_a_city_is_told_as_written_where_that_differs() -> None:
    """Imola stands in its document as a union of municipalities."""
    cities = {one.words for section in sections(plan_named("nci-bologna-yangzhou")) for one in section.values}
    assert "Imola (“Nuovo Circondario Imolese / Bologna”), Emilia-Romagna, Italy" in cities
