"""What the map shows, summed: each city once, each pair of cities once, with the number of their selected plans."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ucap.charts.scene import Scene
from ucap.frames.places import distances_km
from ucap.selection.coverage import Coverage, once_per_data
from ucap.selection.places.cities import cities
from ucap.vocabulary.filters import FilterName

_SIDE_FILTERS: dict[str, dict[str, FilterName]] = {
    "china": {"city": "chinese_cities", "region": "provinces"},
    "europe": {"city": "european_cities", "country_code": "countries"},
}
_COORDINATES = ["china_latitude", "china_longitude", "europe_latitude", "europe_longitude"]


def city_counts(scene: Scene) -> pd.DataFrame:
    """The cities of the selected plans that meet the filters about cities: most plans first, then the largest.

    Columns: city, side, region, country_code, country, latitude, longitude (degrees, missing where the place is not
    known), population (missing where not known), plan_count.
    """
    sides = [_side_counts(scene, side) for side in _SIDE_FILTERS]
    counts = pd.concat(sides, ignore_index=True)
    return counts.sort_values(["plan_count", "population", "city"], ascending=[False, False, True], ignore_index=True)


def pair_counts(scene: Scene) -> pd.DataFrame:
    """The pairs of the selected plans that meet the filters about cities and links: paired ones first, then most plans,
    then by name.

    Columns: china_city, europe_city, link, plan_count, the four coordinates (degrees) and the geodesic distance_km,
    missing where a place is not known.
    """
    crossed = scene.coverage.cross(scene.selected, "chinese_cities", "european_cities")
    china, europe = _shown(scene, "china"), _shown(scene, "europe")
    met = crossed.loc[crossed.index.isin(china.index), crossed.columns.isin(europe.index)]
    rows, columns = np.nonzero(met.to_numpy())
    pairs = pd.DataFrame(
        {
            "china_city": met.index[rows],
            "europe_city": met.columns[columns],
            "plan_count": met.to_numpy()[rows, columns],
        }
    )
    pairs = _linked(scene, pairs)
    for side, places in (("china", china), ("europe", europe)):
        for name in ("latitude", "longitude"):
            pairs[f"{side}_{name}"] = places[name].reindex(pairs[f"{side}_city"]).to_numpy()
    pairs["distance_km"] = distances_km(pairs[_COORDINATES])
    order = ["link", "plan_count", "china_city", "europe_city"]
    return pairs.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def _linked(scene: Scene, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with their links, as far as the filter asks for them."""
    keys = pd.MultiIndex.from_frame(pairs[["china_city", "europe_city"]])
    pairs.insert(2, "link", np.where(keys.isin(_paired(scene.coverage)), "paired", "met"))
    asked = scene.selection.link
    return pairs if asked == "all" else pairs[pairs["link"] == asked].reset_index(drop=True)


def _side_counts(scene: Scene, side: str) -> pd.DataFrame:
    counts = scene.coverage.counts(scene.selected, _SIDE_FILTERS[side]["city"])
    places = _shown(scene, side)
    places = places.assign(plan_count=counts.reindex(places.index)).astype({"plan_count": "int64"})
    return places[places["plan_count"] > 0].rename_axis("city").reset_index()


def _shown(scene: Scene, side: str) -> pd.DataFrame:
    """The known places of a side that meet the filters about them."""
    places = cities(scene.coverage).facts
    places = places[places["side"] == side]
    for column, name in _SIDE_FILTERS[side].items():
        wanted = scene.selection.values(name)
        if wanted:
            places = places[(places.index if column == "city" else places[column]).isin(wanted)]
    return places


@once_per_data
def _paired(coverage: Coverage) -> pd.MultiIndex:
    """The two cities of each pair that some plan pairs."""
    pairs = coverage.frames.pairs
    is_paired = pairs["link"] == "paired"
    return pd.MultiIndex.from_frame(pairs.loc[is_paired, ["china_city", "europe_city"]].drop_duplicates())
