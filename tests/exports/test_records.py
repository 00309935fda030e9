"""The records come back from JSON as they were."""

import json

from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import PAIR, description_of, view_of, views
from ucap.exports import export
from ucap.plan.record import Plan


@settings(max_examples=effort(10))
@given(views())
def test_the_selected_records_are_read_back_without_loss_and_in_order(view):
    content = json.loads(export("json", view, description_of(view)))
    assert [Plan.model_validate(record) for record in content["plans"]] == list(view.plans())
    assert content["description"] == description_of(view).as_json()


def test_every_key_is_there_and_the_unknown_is_null():
    record = json.loads(export("json", view_of(PAIR), description_of(view_of(PAIR))))["plans"][0]
    assert list(record) == list(Plan.model_fields)
    assert record["document"] is None
