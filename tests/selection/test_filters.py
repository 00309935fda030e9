"""The one list of filters."""

from ucap.selection import FILTERS, Selection
from ucap.vocabulary.filters import LINK_KEY, STATED_KEY, TEXT_KEY


def test_every_filter_is_part_of_a_selection_and_only_text_stated_and_link_are_no_lists() -> None:
    assert set(FILTERS) == set(Selection.__dataclass_fields__) - {"text", "is_stated_only", "link"}


def test_no_two_filters_share_a_key_of_the_address() -> None:
    keys = [one.key for one in FILTERS.values()] + [LINK_KEY, STATED_KEY, TEXT_KEY]
    assert len(set(keys)) == len(keys)


def test_filters_are_known_by_their_names() -> None:
    assert all(name == one.name for name, one in FILTERS.items())
