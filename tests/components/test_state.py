"""What a page's address says."""

from __future__ import annotations

from components import state
from ucap.selection.address import PAGE_KEYS


def test_every_key_that_a_page_writes_is_one_that_data_take_no_notice_of() -> None:
    """Otherwise a link copied from the page would be refused by the command line and the API."""
    written = [value for name, value in vars(state).items() if name.endswith("_KEY")] + list(state.COMPARE_KEYS)
    assert len(written) > 6
    assert [key for key in written if key not in PAGE_KEYS] == []
