"""Rows are plain values that JSON can hold."""

import json

from tests.exports.samples import PANJIN, ROME, view_of
from ucap.frames.frames import rows_of
from ucap.plan.record import Activity, Plan


def test_numbers_are_python_numbers_whether_or_not_any_is_missing():
    known = PANJIN.model_copy(update={"population": 1})
    for cities in ((known,), (known, ROME)):
        first = next(rows_of(view_of(Plan(id="a", cities=cities)).frames.cities))
        assert json.loads(json.dumps(first))["population"] == 1


def test_days_are_texts_and_missing_values_none():
    activity = Activity(start="2019-09-30", text="Visit")
    (row,) = rows_of(view_of(Plan(id="a", activities=(activity,))).frames.activities)
    assert (row["start_day"], row["source"], row["is_online"]) == ("2019-09-30", None, False)
