"""Letters and figures as large as the screen allows."""

from __future__ import annotations

import pytest

from ucap.exports.story.slide import column, part
from ucap.exports.story.stage import Stage

LAPTOP, PROJECTOR, PHONE = Stage(1280, 800), Stage(1920, 1080), Stage(390, 844)
COLUMNS = (column(part("Themes", ["Tourism", "Farming"], 8)), column(part("Activities", ["A visit"], 8)))


def test_a_larger_screen_has_larger_letters() -> None:
    """Sentence, text and figure grow with the screen."""
    assert PROJECTOR.sentence_px("Short.") == pytest.approx(1.5 * LAPTOP.sentence_px("Short."))
    assert PROJECTOR.typeset(COLUMNS).text_px > LAPTOP.typeset(COLUMNS).text_px
    assert PROJECTOR.scale > LAPTOP.scale > 1


def test_long_texts_are_set_smaller_so_that_they_fit() -> None:
    """Many long entries get the size at which they stand in the room."""
    long = (column(part("Themes", ["words " * 40] * 8, 8)), column(part("Activities", ["words " * 40] * 8, 8)))
    assert LAPTOP.typeset(long).text_px < LAPTOP.typeset(COLUMNS).text_px
    assert LAPTOP.sentence_px("words " * 60) < LAPTOP.sentence_px("words")


def test_an_entry_is_cut_only_where_letters_would_become_small() -> None:
    """One long entry is shown whole; of many each is cut after the lines that its part allows. A phone is scrolled."""
    part_of_one, part_of_many = (part("Results", ["words " * 40] * count, 8) for count in (1, 8))
    assert LAPTOP.typeset(((part_of_one,),)).most_lines(part_of_one) > 6
    assert LAPTOP.typeset(((part_of_many,),) * 3).most_lines(part_of_many) == part_of_many.line_count
    assert PHONE.typeset(((part_of_many,),)).most_lines(part_of_many) > 6


def test_a_figure_fills_the_room_when_it_is_enlarged() -> None:
    """The canvas of the figure times its scale is the room below the sentence, within a pixel of the canvas."""
    look, (width, height) = PROJECTOR.look(is_dark=False), PROJECTOR.room_px
    assert look.height_px is not None
    assert look.width_px * PROJECTOR.scale == pytest.approx(width, abs=PROJECTOR.scale)
    assert look.height_px * PROJECTOR.scale == pytest.approx(height, abs=PROJECTOR.scale)


def test_a_phone_is_scrolled() -> None:
    """Figures have the size and height that they have on a page."""
    assert PHONE.scale == 1
    assert PHONE.look(is_dark=False).height_px is None
