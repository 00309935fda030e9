"""Cities and pairs are GeoJSON that other libraries understand."""

import json
from itertools import pairwise

import geojson
import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.effort import effort
from tests.exports.samples import LISBON, PAIR, PANJIN, ROME, description_of, view_of, views
from ucap.exports import export
from ucap.exports.geo import cut_at_antimeridian
from ucap.frames.frames import rows_of
from ucap.plan.record import Plan


def exported(view) -> dict:
    return json.loads(export("geojson", view, description_of(view)))


KEYS = {"cities": ("city",), "pairs": ("china_city", "europe_city")}


@settings(max_examples=effort(12))
@given(views())
def test_each_selected_city_and_pair_is_one_feature_that_names_its_plans(view):
    features = exported(view)["features"]
    for name, key in KEYS.items():
        plans: dict[tuple, list] = {}
        for row in rows_of(view.frames[name]):
            ids = plans.setdefault(tuple(row[column] for column in key), [])
            ids.extend([row["plan"]] if row["plan"] not in ids else [])
        found = [one["properties"] for one in features if one["properties"]["frame"] == name]
        assert {tuple(one[column] for column in key): one["plans"] for one in found} == plans
        assert len(found) == len(plans)
    assert len({one["id"] for one in features}) == len(features)


def test_a_feature_has_the_id_under_which_the_pages_know_it_and_words_beside_codes():
    again = Plan(id="again", cities=(PANJIN, ROME))
    panjin, rome, pair = exported(view_of(PAIR, again))["features"]
    assert [one["id"] for one in (panjin, rome, pair)] == ["panjin", "rome", "panjin~rome"]
    assert (rome["properties"]["side_name"], pair["properties"]["plans"]) == ("Europe", ["panjin", "again"])


@settings(max_examples=effort(12))
@given(views())
def test_an_independent_library_finds_no_fault(view):
    collection = geojson.loads(json.dumps(exported(view)))
    located = [feature["geometry"] for feature in collection["features"] if feature["geometry"]]
    assert [geometry.errors() for geometry in located if not geometry.is_valid] == []


def test_a_city_is_a_point_and_a_pair_a_line_between_its_cities():
    panjin, rome, pair = (shapely.geometry.shape(one["geometry"]) for one in exported(view_of(PAIR))["features"])
    assert (panjin.x, panjin.y) == (PANJIN.longitude, PANJIN.latitude)
    assert pair.coords[0] == pytest.approx(rome.coords[0])
    assert pair.coords[-1] == pytest.approx(panjin.coords[0])


def test_a_city_whose_place_is_not_known_has_no_geometry():
    nowhere = ROME.model_copy(update={"latitude": None, "longitude": None})
    features = exported(view_of(Plan(id="a", cities=(PANJIN, nowhere))))["features"]
    assert [one["geometry"] and one["geometry"]["type"] for one in features] == ["Point", None, None]


def test_a_pair_over_the_antimeridian_is_cut_in_two():
    far = LISBON.model_copy(update={"longitude": -140.0, "latitude": 50.0})
    line = exported(view_of(Plan(id="a", cities=(PANJIN, far))))["features"][2]["geometry"]
    assert line["type"] == "MultiLineString"
    assert [line["coordinates"][0][-1][0], line["coordinates"][1][0][0]] == [-180.0, 180.0]


@example(9.999999999999972, [170.0])
@given(st.floats(-180, 180), st.lists(st.floats(-170, 170), min_size=1, max_size=6))
def test_no_piece_of_a_cut_line_leaves_the_world_or_jumps(start, steps):
    longitudes = np.cumsum([start, *steps])
    pieces = cut_at_antimeridian(longitudes, np.zeros(len(longitudes)))
    assert all(-180 <= x <= 180 for piece in pieces for x, _ in piece)
    assert all(abs(b[0] - a[0]) <= 180 for piece in pieces for a, b in pairwise(piece))


def test_the_collection_says_what_was_selected():
    view = view_of(PAIR)
    assert exported(view)["description"] == description_of(view).as_json()
