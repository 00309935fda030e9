"""The frames as one value."""

import pytest

from ucap.frames import FRAMES, build


def test_frames_are_reached_by_name_in_the_order_of_the_dictionary() -> None:
    frames = build([])
    assert [name for name, _ in frames.items()] == list(FRAMES)
    assert frames["pairs"] is frames.pairs


def test_what_is_no_frame_is_not_reached() -> None:
    with pytest.raises(KeyError):
        build([])["fingerprint"]
