"""The base map becomes plain rings."""

import pytest
from shapely import Polygon

from ucap.charts.map.basemap import countries


def test_the_base_map_has_closed_rings_for_china_and_italy():
    by_code = {country.code: country for country in countries()}
    for code, inside in (("CHN", (104, 35)), ("ITA", (12.5, 42.5))):
        ring = max(by_code[code].rings, key=len)
        assert ring[0] == pytest.approx(ring[-1])
        assert Polygon(ring).contains(Polygon([inside, (inside[0] + 0.1, inside[1]), (inside[0], inside[1] + 0.1)]))
