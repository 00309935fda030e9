"""Two summaries in one file of any shape."""

from dataclasses import replace

import pytest

from tests.documents import forms
from tests.documents.helpers import assert_lawful, cells
from ucap.documents import open_documents
from ucap.reading import read

CITY, *REST = forms.SAMPLE
OTHER = replace(CITY, cells=(forms.paragraphs("Panjin"), forms.paragraphs("Bilbao")))
TWO = (*forms.SAMPLE, OTHER, *REST)
SHAPES = forms.in_all_shapes(TWO)


@pytest.mark.parametrize("shape", SHAPES)
def test_two_summaries_in_one_file_are_two_plans_in_every_shape(shape):
    documents = open_documents("both", SHAPES[shape])
    assert [cells(document, "city")[0][0].split()[0] for document in documents] == ["Wuhu", "Panjin"]
    for document in documents:
        assert_lawful(document)
        assert " ".join(cells(document, "results")[0]) == "A ferry. Forty masons."


@pytest.mark.parametrize("shape", SHAPES)
def test_no_value_of_one_plan_is_in_the_other(shape):
    first, second = read("both", SHAPES[shape])
    assert first.id != second.id
    assert {"Panjin", "Bilbao"}.isdisjoint(city.name for city in first.cities)
    assert {"Wuhu", "Porto", "Lyon"}.isdisjoint(city.name for city in second.cities)
