"""What holds for all tests: they speak English, and made-up examples are the same at each run and not timed,
and pictures are not read."""

import gc
import heapq
import os
import sys
from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import IS_ENDURANCE, effort
from ucap.wording import use

os.environ["UCAP_OCR"] = "off"  # the tests of scans alone switch it on
# Dozens of processes load the same modules: where the machine is set to keep no compiled ones, each compiles them anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile(
    "ucap",
    deadline=None,
    max_examples=effort(16),
    derandomize=not IS_ENDURANCE,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # how long an example takes to make is the machine's affair
)
settings.load_profile("ucap")


# What a test makes is seldom a circle. To look for circles 70 times less often takes a twentieth less time.
gc.set_threshold(50_000, 10, 10)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that drive a browser wait half of their time: spread among the others, they leave the processors work.

    None of them is among the last: they take long, and one that runs alone leaves the processors nothing.
    """
    files = [list(tests) for _, tests in groupby(items, key=lambda item: item.path)]
    browsers = [tests for tests in files if any(item.get_closest_marker("browser") for item in tests)]
    others = [tests for tests in files if tests not in browsers]
    placed = heapq.merge(_spread(browsers, to=0.85), _spread(others), key=lambda one: one[0])
    items[:] = [item for _, tests in placed for item in tests]


def _spread(files: list[list[pytest.Item]], to: float = 1) -> Iterator[tuple[float, list[pytest.Item]]]:
    """The tests of each file with their place between 0 and an end."""
    return ((to * place / len(files), tests) for place, tests in enumerate(files))


def pytest_collection_finish() -> None:
    """What was collected stays to the end: a twentieth of the time went into looking whether any of it may go."""
    gc.freeze()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Each test begins and leaves in English, whatever language it spoke."""
    use("en")
    yield
    use("en")
