"""The frames as one value."""

import pytest

from ucap.frames import FRAMES, Frames, build


def test_frames_are_reached_by_name_in_the_order_of_the_dictionary() -> None:
    frames = build([])
    assert [name for name, _ in frames.items()] == list(FRAMES)
    assert frames["pairs"] is frames.pairs


def test_what_is_no_frame_is_not_reached() -> None:
    with pytest.raises(KeyError):
        build([])["fingerprint"]


def test_a_frame_that_is_missing_is_named() -> None:
    frames = dict(build([]).items())
    del frames["pairs"]
    with pytest.raises(
        ValueError, match=r"the frames are plans, cities, themes.*; right would be plans, cities, pairs"
    ):
        Frames(**frames, fingerprint="")


def test_a_frame_given_as_a_function_is_made_once_and_when_it_is_asked_for() -> None:
    made = []
    frames = Frames(**dict.fromkeys(FRAMES, lambda: made.append(1) or build([]).plans), fingerprint="")
    assert not made
    assert frames.goals is frames.goals
    assert len(made) == 1
