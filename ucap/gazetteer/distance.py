"""Distances between places."""

from geopy.distance import geodesic

from ucap.gazetteer.place import Place


def distance_km(one: Place, other: Place) -> float:
    """The length in kilometres of the shortest line between two places on the WGS 84 ellipsoid."""
    return float(geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km)
