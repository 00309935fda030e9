"""Cities distinguished, and the pairs they form with their links and distances."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

import numpy as np
import pandas as pd
from geopy.distance import geodesic
from numpy.typing import NDArray

from ucap.frames.columns import Link

_POINT = ("city", "latitude", "longitude", "geonames_id")
_CHINA_COLUMNS = ["plan", "region", "iso_3166_2", *_POINT]
_EUROPE_COLUMNS = ["plan", "country_code", "country", "nuts_code", *_POINT]
_PAIRING = ("summary", "pairing")
_COORDINATES = ["china_latitude", "china_longitude", "europe_latitude", "europe_longitude"]


def city_labels(cities: pd.DataFrame) -> pd.Series:
    """One label per place: the name, and the region (or else the country) where several places share the name."""
    hint = cities["region"].fillna(cities["country"])
    place_count = hint.groupby(cities["name"]).transform("nunique")
    return cities["name"].where((place_count < 2) | hint.isna(), cities["name"] + " (" + hint + ")")


def pairs(cities: pd.DataFrame, kinds: pd.Series) -> pd.DataFrame:
    """Each Chinese with each European city of the same plan; `kinds` are the kinds of the plans, by their ids."""
    distinct = cities.drop_duplicates(["plan", "city"])
    china = distinct.loc[distinct["side"] == "china", _CHINA_COLUMNS]
    europe = distinct.loc[distinct["side"] == "europe", _EUROPE_COLUMNS]
    china_names = {"region": "province"} | {name: f"china_{name}" for name in _POINT}
    europe_names = {name: f"europe_{name}" for name in _POINT}
    joined = china.rename(columns=china_names).merge(europe.rename(columns=europe_names), on="plan")
    distances = pd.array(distances_km(joined[_COORDINATES]).round(), dtype="Int64")
    return joined.assign(link=links(joined, kinds), distance_km=distances)


def links(joined: pd.DataFrame, kinds: pd.Series) -> pd.Categorical:
    """Whether the two cities of each row are paired by any plan, or have only met in clusters and visits."""
    is_about = joined["plan"].map(kinds).isin(_PAIRING)
    is_paired = is_about.groupby([joined["china_city"], joined["europe_city"]]).transform("any").astype(bool)
    return pd.Categorical(np.where(is_paired, "paired", "met"), categories=list(get_args(Link)))


def pair_counts(pairs: pd.DataFrame, plans: pd.Series, link: Link) -> NDArray[np.int64]:
    """How many pairs of a link each of the plans has."""
    counts = pairs.loc[pairs["link"] == link, "plan"].value_counts()
    return np.asarray(counts.reindex(plans, fill_value=0), dtype=np.int64)


def distances_km(coordinates: pd.DataFrame) -> np.ndarray:
    """Geodesic distances in km between the two points of each row (latitude, longitude, latitude, longitude, degrees).

    Each distinct pair of points is measured once; NaN where a coordinate is missing.
    """
    points, which = np.unique(coordinates.to_numpy(dtype=float), axis=0, return_inverse=True)
    measured = np.array([_distance_km(*point) for point in points.tolist()], dtype=float)
    return measured[which.reshape(-1)]


@lru_cache(maxsize=65536)
def _distance_km(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    if np.isnan([latitude, longitude, to_latitude, to_longitude]).any():
        return float("nan")
    return float(geodesic((latitude, longitude), (to_latitude, to_longitude)).kilometers)
