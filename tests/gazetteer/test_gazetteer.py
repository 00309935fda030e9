"""The gazetteer of a process."""

import sys
from multiprocessing import get_context

import pytest

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
