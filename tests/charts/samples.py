"""Plans made up for the tests of charts, and scenes of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from ucap.charts.scene import Look, Scene
from ucap.frames import build
from ucap.plan.record import Plan
from ucap.selection import Coverage, Selection

PLACES: dict[str, tuple[str, str, float | None, float | None]] = {
    "Panjin": ("china", "CN", 41.12, 122.07),
    "Liuzhou": ("china", "CN", 24.33, 109.41),
    "Haikou": ("china", "CN", 20.05, 110.34),
    "Rome": ("europe", "IT", 41.89, 12.51),
    "Nice": ("europe", "FR", 43.70, 7.27),
    "Barcelona": ("europe", "ES", 41.39, 2.16),
    "Nowhere": ("europe", "ES", None, None),
}


def place(name: str, side: str, country: str, latitude: float | None, longitude: float | None) -> dict[str, Any]:
    where = {"side": side, "country_code": country, "latitude": latitude, "longitude": longitude}
    return {"name": name, "written": name, **where}


def plan(slug: str, cities: Iterable[str | dict[str, Any]] = (), **parts: Any) -> Plan:
    """A plan of cities that `PLACES` knows, or that `place` makes up."""
    places = [place(city, *PLACES[city]) if isinstance(city, str) else city for city in cities]
    return Plan.model_validate({"id": slug, "title": slug, "cities": places, **parts})


def theme(*categories: str) -> dict[str, Any]:
    return {"label": "a theme", "categories": list(categories)}


def goal(number: int, stated: bool = True) -> dict[str, Any]:
    return {"goal": number, "stated": stated}


def topic(slug: str, stated: bool = True) -> dict[str, Any]:
    return {"topic": slug, "stated": stated}


def activity(text: str, start: str | None = None, end: str | None = None, kind: str = "visit") -> dict[str, Any]:
    return {"text": text, "start": start, "end": end or start, "kind": kind}


def scene(plans: Iterable[Plan], selection: Selection | None = None, look: Look | None = None) -> Scene:
    """A scene of the plans; those of `THREE`, which are counted once, share the charts that were drawn of them."""
    coverage = _three() if plans is THREE else Coverage(build(plans))
    return Scene(coverage, selection or Selection(), look or Look())


@cache
def _three() -> Coverage:
    return Coverage(build(THREE))


def trace(figure: Any, name: str) -> Any:
    """The one trace of that name."""
    (found,) = [one for one in figure.data if one.name == name]
    return found


THREE = (
    plan(
        "panjin",
        ["Panjin", "Rome", "Barcelona"],
        themes=[theme("tourism", "energy"), theme()],
        goals=[goal(11), goal(9, stated=False)],
        topics=[topic("food")],
        period={"start": "2018", "end": "2019-06"},
        activities=[
            activity("A visit to Rome.", "2018-03-02", "2018-03-05"),
            activity("Planned meeting in Rome.", "2020-05", kind="meeting"),
            activity("A training.", kind="training"),
        ],
    ),
    plan(
        "liuzhou",
        ["Liuzhou", "Rome"],
        themes=[theme("tourism")],
        goals=[goal(11), goal(4)],
        period={"start": "2019-05"},
        activities=[activity("A forum.", "2019", kind="event")],
    ),
    plan("haikou", ["Haikou", "Nowhere"], goals=[goal(11, stated=False)]),
)
