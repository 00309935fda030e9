"""Labels of rows, in all their variants."""

import pytest

from ucap.documents.labels.known import find_label, is_label_start


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("City:", "city"),
        ("Cities", "city"),
        ("Province, State, Department…:", "region"),
        ("SIZE (KM2):", "area"),
        ("Size (km ²)", "area"),
        ("Period of the Cooperation", "period"),
        ("Related SDGs and Urban Agenda topics:", "goals"),
        ("Key focus of cooperation theme", "focus"),
        ("Main objectives of the cooperation as described in the U-CAP", "objectives"),
        ("Short description of main activities and key outputs (e.g. pilot projects):", "activities"),
        ("Expected results & benefits", "results"),
        ("City 城市:", "city"),
        ("城市", "city"),
    ],
)
def test_a_label_is_found_whatever_its_case_punctuation_and_plural(written, key):
    assert find_label(written).key == key


def test_a_misspelt_long_label_is_found():
    assert find_label("Expeced results and benefts:").key == "results"
    assert find_label("Key chalenges of cooperation theme:").key == "challenges"


def test_a_row_that_the_template_lacks_has_no_key():
    assert find_label("Mayor:").key is None


@pytest.mark.parametrize("written", ["", "Guilin", "Smart City: Promote joint activities", "Cit", "x" * 5000])
def test_other_text_is_no_label(written):
    assert find_label(written) is None


def test_the_first_words_of_a_label_begin_one():
    assert is_label_start("Main objectives of cooperation as")
    assert not is_label_start("Main objectives of Quanzhou")
