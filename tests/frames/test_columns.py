"""The one dictionary of columns."""

import re

import pytest

from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import Frames
from ucap.vocabulary.reference import rows
from ucap.wording import LANGUAGES, _, in_language

USED = {name for spec in FRAMES.values() for name in spec.in_files}


def test_every_column_that_a_frame_has_is_defined() -> None:
    assert set(COLUMNS) >= USED


def test_every_column_that_is_defined_is_used() -> None:
    assert set(COLUMNS) <= USED


def test_every_frame_of_the_dictionary_exists_and_no_other() -> None:
    assert [name for name, value in vars(Frames).items() if isinstance(value, type(vars(Frames)["plans"]))] == list(
        FRAMES
    )


@pytest.mark.parametrize("name", FRAMES)
def test_every_frame_starts_with_the_plan_and_has_its_key(name: str) -> None:
    spec = FRAMES[name]
    assert spec.columns[0] == "plan"
    assert set(spec.key) <= set(spec.columns)
    assert len(set(spec.columns)) == len(spec.columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_says_in_words_what_it_holds(name: str) -> None:
    column = COLUMNS[name]
    assert column.label[0].isupper()
    assert re.fullmatch(r"[A-Z].*\.", column.description)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_name_carries_its_kind_and_unit(name: str) -> None:
    column = COLUMNS[name]
    assert (column.dtype == "bool") == name.startswith("is_")
    assert (column.unit == "km2") == name.endswith("_km2")
    assert (column.unit == "km") == name.endswith("_km")
    assert (column.unit == "count") == name.endswith("_count")
    assert (column.unit == "day") == name.endswith("_day")


@pytest.mark.parametrize("name", COLUMNS)
def test_every_code_has_words_in_files(name: str) -> None:
    """A closed list or a vocabulary is never left without the column that says it in words."""
    column = COLUMNS[name]
    assert bool(column.values or column.vocabulary) <= bool(column.words)
    assert column.words is None or COLUMNS[column.words].dtype == "str"


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_two_columns_of_a_frame_have_one_heading(name: str, spoken: str) -> None:
    """Excel refuses a table with two columns of one name, whatever their capitals."""
    headings = in_language(spoken, lambda: [_(COLUMNS[column].label).casefold() for column in FRAMES[name].in_files])
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("name", COLUMNS)
def test_closed_lists_are_categories_and_vocabularies_exist(name: str) -> None:
    column = COLUMNS[name]
    assert (column.dtype == "category") == bool(column.values)
    assert column.vocabulary is None or rows(column.vocabulary)
