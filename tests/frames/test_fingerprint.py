"""The fingerprint of the data."""

from hypothesis import given

from tests.records import all_plans
from tests.strategies import few, plan_lists
from ucap.frames import build
from ucap.plan.record import Plan


@few
@given(plan_lists())
def test_the_same_records_in_any_order_have_the_same_fingerprint(plans: list[Plan]) -> None:
    assert build(plans).fingerprint == build(reversed(plans)).fingerprint


def test_any_other_record_changes_the_fingerprint() -> None:
    first, *others = all_plans()
    changed = first.model_copy(update={"title": "Another"})
    assert len({build(plans).fingerprint for plans in ([first, *others], [changed, *others], others)}) == 3
