"""What is written can be read, and what is drawn can be seen, in both palettes (WCAG 2.2)."""

import pytest

from ucap.charts.palette import DARK, LIGHT, contrast, faded


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_text_has_a_contrast_of_at_least_four_and_a_half_to_one(palette):
    for color in (palette.ink, palette.muted, palette.europe, palette.china, palette.emphasis):
        assert contrast(color, palette.paper) >= 4.5
    assert contrast(palette.paper, palette.neutral) >= 4.5  # numbers in squares


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_marks_have_a_contrast_of_at_least_three_to_one(palette):
    for color in (palette.neutral, palette.emphasis, palette.europe, palette.china):
        assert contrast(color, palette.paper) >= 3
        assert contrast(color, palette.land) >= 3


def test_europe_is_blue_and_china_vermilion():
    assert (LIGHT.side("europe"), LIGHT.side("china")) == ("#1F4E9E", "#C8402F")


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_faded_color_keeps_its_hue():
    assert faded("#1F4E9E", 0.5) == "rgba(31,78,158,0.5)"
