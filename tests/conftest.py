"""What holds for all tests: they speak English, and made-up examples are not timed, since machines differ."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from ucap.wording import use

settings.register_profile("ucap", deadline=None)
settings.load_profile("ucap")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Each test begins and leaves in English, whatever language it spoke."""
    use("en")
    yield
    use("en")
