"""What a plan is called: its title, and the id that stays the same when its document is read again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ucap.plan.record import City, Plan
from ucap.reading.places.lookup import look_up
from ucap.vocabulary.folding import fold

_SAME_NAME_POPULATION = 100_000
_SAME_NAME_SHARE = 0.05
"""Of the city's population: no one takes a town of Yunnan for the capital of Hainan."""


def slug(text: str) -> str:
    """The text in lower-case ASCII letters and digits, words joined by hyphens: `Xi'an` is `xian`."""
    ascii_text = fold(text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text))


def plan_id(cities: Sequence[City]) -> str | None:
    """The slug of the lead city; the province follows where two Chinese cities share the name.

    A name that has no Latin letters, as an unknown city's may be, gives the numbers of its characters in Unicode.
    """
    lead = _lead(cities)
    if lead is None:
        return None
    name = slug(lead.name) or slug(lead.written) or _in_numbers(lead.name)
    if lead.region and has_namesake(lead):
        return f"{name}-{slug(lead.region)}"
    return name or None


def _in_numbers(name: str) -> str:
    """`滨江` is `6ee8-6c5f`."""
    return "-".join(f"{ord(character):x}" for character in name if character.isalnum())


def plan_title(plan: Plan) -> str | None:
    """The lead city and those of the other side: `Panjin – Barcelona, Stuttgart, Rome`."""
    lead = _lead(plan.cities)
    if lead is None:
        return None
    partners = ", ".join(city.name for city in plan.cities if city.side != lead.side)
    return f"{lead.name} – {partners}" if partners else lead.name


def _lead(cities: Sequence[City]) -> City | None:
    return next((city for city in cities if city.lead), cities[0] if cities else None)


def has_namesake(city: City) -> bool:
    """Whether it is a Chinese city, and a second one of some size, elsewhere, has the same name."""
    if city.side != "china":
        return False
    others = look_up(city.name, side="china").alternatives
    least = max(_SAME_NAME_POPULATION, _SAME_NAME_SHARE * (city.population or 0))
    return any(
        other.side == "china" and other.name == city.name and (other.population or 0) >= least for other in others
    )
