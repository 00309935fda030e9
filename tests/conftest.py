"""What holds for all tests: they speak English, and made-up examples are the same at each run and not timed,
and pictures are not read."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.effort import IS_ENDURANCE, effort
from ucap.wording import use

os.environ["UCAP_OCR"] = "off"  # the tests of scans alone switch it on
# Dozens of processes load the same modules: where the machine is set to keep no compiled ones, each compiles them anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("ucap", deadline=None, max_examples=effort(25), derandomize=not IS_ENDURANCE, database=None)
settings.load_profile("ucap")


def pytest_collection_finish() -> None:
    """What was collected stays to the end: a twentieth of the time went into looking whether any of it may go."""
    gc.freeze()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Each test begins and leaves in English, whatever language it spoke."""
    use("en")
    yield
    use("en")
