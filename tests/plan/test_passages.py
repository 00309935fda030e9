"""The passages that a value was read from, and what stands there."""

import pytest

from ucap.plan.passages import passages_of, quotation, untagged
from ucap.plan.pointers import Field
from ucap.plan.record import Plan

PASSAGES = {
    "/goals/0": ((5, 9),),
    "/cities/0/name": ((1, 2),),
    "/cities/0/written": ((1, 2), (3, 4)),
    "/goals": ((5, 20),),
    "/europe/regions": ((9, 10), (17, 18)),
    "/europe/regions/0": ((0, 9),),
    "/europe/regions/1": ((11, 17),),
    "/europe/regions/2": ((22, 27),),
}


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/goals/0", ((5, 9),)),
        ("/goals/0/text", ((5, 9),)),
        ("/goals/1", ((5, 20),)),
        ("/cities/0", ((1, 2), (3, 4))),
        ("/results/0", ()),
        ("/europe/regions", ((0, 18), (22, 27))),
    ],
)
def test_passages_are_the_values_own_or_its_parts_or_those_of_the_whole(pointer: str, expected: tuple) -> None:
    assert passages_of(Plan(passages=PASSAGES), Field.parse(pointer)) == expected


def test_a_quotation_is_what_stands_in_the_passages_on_one_line() -> None:
    text = "Wetlands and\nrice, crabs and tourism"
    assert quotation(text, ((0, 17), (29, 36))) == "Wetlands and rice … tourism"
    assert quotation(text, ()) is None
    assert quotation(None, ((0, 17),)) is None


def test_tags_of_a_text_are_not_shown_and_the_passages_stay_where_they_were() -> None:
    text = "<p>Culture and <u>Tourism</u></p> below <5 km²"
    start = text.index("Tourism")
    shown, ((low, high),) = untagged(text, ((start, start + 7),))
    assert " ".join(shown.split()) == "Culture and Tourism below <5 km²"
    assert shown[low:high] == "Tourism"
    assert quotation(text, ((0, len(text)),)) == "Culture and Tourism below <5 km²"
    assert untagged("no tags", ((0, 2),)) == ("no tags", ((0, 2),))
