"""What the tests of the gazetteer share."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from ucap.gazetteer.geonames import Town

NewTown = Callable[..., Town]


@pytest.fixture
def new_town() -> NewTown:
    """Makes towns: Italian ones of 100,000 people that stand far from each other, but for what is told."""
    ids = count(1)

    def make(name: str, **facts: object) -> Town:
        number = next(ids)
        plain = Town(number, name, name, (), "IT", None, float(number), 10.0, 100_000)
        return replace(plain, **facts)  # type: ignore[arg-type]

    return make
