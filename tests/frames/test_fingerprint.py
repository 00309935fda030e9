"""The fingerprint of the data."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from tests.records import all_plans
from tests.strategies import few, plan_lists
from ucap.frames import build
from ucap.frames.build import fingerprint
from ucap.plan.record import Plan


@few
@given(plan_lists())
def test_the_same_records_in_any_order_have_the_same_fingerprint(plans: list[Plan]) -> None:
    assert build(plans).fingerprint == build(reversed(plans)).fingerprint


def test_any_other_record_changes_the_fingerprint() -> None:
    first, *others = all_plans()
    changed = first.model_copy(update={"title": "Another"})
    assert len({build(plans).fingerprint for plans in ([first, *others], [changed, *others], others)}) == 3


@given(st.lists(st.binary(min_size=32, max_size=32) | st.just(bytes(32))))
def test_a_fingerprint_is_the_one_that_earlier_files_name(digests: list[bytes]) -> None:
    assert fingerprint(digests) == sha256(b"".join(sorted(digests))).hexdigest()
