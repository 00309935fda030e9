"""The API does what its own description says."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.effort import effort
from ucap.api.openapi import openapi
from ucap.exports import FORMATS
from ucap.frames.columns import FRAMES
from ucap.selection import FILTERS

PATHS = openapi()["paths"]
WITH_QUERY = [path for path in PATHS if any(one["in"] == "query" for one in PATHS[path]["get"]["parameters"])]


def ask(address: str, path: str, mode: str) -> None:
    """Send requests that fit the description, or that do not, and check the answers against it."""
    # Loaded by the one worker that asks: it takes half a second.
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    operation = schemathesis.openapi.from_url(f"{address}/openapi.json")[path]["GET"]

    @settings(max_examples=effort(10), suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def check(case):
        # Which cities there are is a matter of the data: a name that fits the description may still be unknown.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    check()


@pytest.mark.parametrize("path", PATHS)
def test_a_request_that_fits_the_description_is_answered_as_described(address, path):
    ask(address, path, "positive")


@pytest.mark.parametrize("path", WITH_QUERY)
def test_a_request_that_does_not_fit_the_description_is_refused(address, path):
    ask(address, path, "negative")


def test_filters_formats_and_frames_are_all_described():
    paths = openapi()["paths"]
    named = {parameter["name"] for parameter in paths["/plans"]["get"]["parameters"]}
    assert {one.key for one in FILTERS.values()} <= named
    assert paths["/exports/{format}"]["get"]["parameters"][0]["schema"]["enum"] == list(FORMATS)
    assert paths["/frames/{frame}"]["get"]["parameters"][0]["schema"]["enum"] == list(FRAMES)
