"""Record files."""

import json

import pytest
from hypothesis import given

from tests.strategies import plans
from ucap.documents.shapes.records import open_records
from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan

RECORD = {"id": "wuhu", "cities": [{"name": "Wuhu", "written": "Wuhu", "side": "china"}]}


def opened(value: object) -> list[Plan]:
    """A JSON value, read as a file of records."""
    return open_records("records.json", json.dumps(value).encode())


def refusal(data: bytes) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        open_records("records.json", data)
    return str(caught.value)


@given(plans())
def test_what_is_written_is_read_back_without_loss(plan):
    """All but who checked it: that is a fact of a store, which no file can declare."""
    assert open_records("one", plan.model_dump_json().encode()) == [plan.model_copy(update={"checked": None})]


def test_one_record_a_list_an_export_and_lines_are_read():
    assert len(opened(RECORD)) == 1
    assert len(opened([RECORD, RECORD])) == 2
    assert len(opened({"description": {}, "plans": [RECORD]})) == 1
    line = json.dumps(RECORD)
    assert len(open_records("lines", f"{line}\n\n{line}\n".encode())) == 2


def test_missing_keys_are_empty():
    (plan,) = opened(RECORD)
    assert plan.programme == "IUC"
    assert plan.cities[0].region is None
    assert plan.results == ()


def test_a_key_that_the_record_lacks_is_kept_as_unplaced_text_with_a_finding():
    (plan,) = opened({**RECORD, "mayor": "Ana Ruiz", "period": {"start": "2018", "open": True}})
    assert set(plan.unplaced) == {"mayor: Ana Ruiz", "period/open: true"}
    assert [(finding.code, finding.field) for finding in plan.findings] == [
        ("text-unplaced", "/unplaced/0"),
        ("text-unplaced", "/unplaced/1"),
    ]


def test_all_wrong_values_are_named_with_their_addresses():
    message = refusal(
        json.dumps(
            [
                {"cities": [{"name": "X", "written": "X", "side": "mars", "latitude": 120}]},
                {"goals": [{"goal": 18}], "period": {"start": "2019-13"}},
            ]
        ).encode()
    )
    assert "4 values are wrong" in message
    for part in ("/0/cities/0/side: mars was found; it should be 'china' or 'europe'", "/0/cities/0/latitude: 120"):
        assert part in message
    for part in ("/1/goals/0/goal: 18", "/1/period/start: 2019-13 was found; 2019-13 is not in the calendar"):
        assert part in message


def test_a_wrong_value_in_a_line_is_named_with_its_line():
    assert "line 2 /goals/0/goal" in refusal(b'{"id": "a"}\n{"goals": [{"goal": 0}]}\n')


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b'{"id": "a"', "line 1, column 11"),
        (b'{"id": "a"}\n{"id": b}', "line 2, column 8"),
        (b'{"id": NaN}', "NaN is no JSON value"),
        (b'{"id": "a", "id": "b"}', "stands twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": ' + b"9" * 5000 + b"}", "no valid JSON"),
        (b"[1, 2]", "it should be an object"),
        (b"", "empty"),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(data, fault):
    assert fault in refusal(data)


def test_half_characters_are_replaced():
    (plan,) = open_records("half", b'{"title": "a\\ud800b \\ud83d\\ude00"}')
    assert plan.title == "a\ufffdb \U0001f600"
