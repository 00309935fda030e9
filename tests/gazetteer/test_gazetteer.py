"""The gazetteer of a process."""

import sys
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.gazetteer import gazetteer


def name_of(written: str) -> str | None:
    place = gazetteer().find(written).place
    return place.name if place else None


def test_a_process_has_one_gazetteer() -> None:
    assert gazetteer() is gazetteer()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_forked_process_opens_the_index_anew() -> None:
    gazetteer()
    with get_context("fork").Pool(2) as pool:
        assert pool.map(name_of, ["Roma", "Praha", "Köln"]) == ["Rome", "Prague", "Cologne"]


def test_an_answer_in_the_cache_is_the_same_answer() -> None:
    first = gazetteer().find("Taizhou", regions=["Zhejiang"])
    assert gazetteer().find("Taizhou", regions=["Zhejiang"]) is first


@given(st.text())
def test_any_text_can_be_asked_for(text: str) -> None:
    match = gazetteer().find(text, regions=[text], countries=[text])
    assert match.place is not None or not (match.alternatives or match.is_ambiguous)


PIECES = ["Rome", "桂林市", "Xi'an", "Nice", "Reggio Emilia", " ", "-", ". ", "'s", "de", "the", "\n", "LIU", "(", "42"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_mentions_stand_one_behind_the_other(text: str) -> None:
    end = 0
    for found in gazetteer().mentions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize("written", ["Guilin", "桂林市", "City of Rome", "Suzhou (Taicang)", "Songshan District"])
def test_a_name_is_known_as_it_is_spelt_in_whatever_form(written: str) -> None:
    assert gazetteer().knows(written) == (gazetteer().find(written).place is not None)


@pytest.mark.parametrize("written", ["Guillin City", "Water in a dry city", "x" * 300])
def test_a_misspelt_name_or_another_text_is_not_known(written: str) -> None:
    assert not gazetteer().knows(written)
