"""Which city leads: the one of which that is said, or that the title names alone, or else the one alone or first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ucap.documents.traced import Traced
from ucap.plan.record import SIDES, Finding
from ucap.reading.findings import finding
from ucap.reading.places.asides import sign_of_lead
from ucap.reading.places.cities import FoundCity, named_cities


def lead(cities: Sequence[FoundCity]) -> list[FoundCity]:
    """The cities, the leading one of them marked.

    It is the only one of its side where the other side has several, and else the first.
    """
    of_side = {side: [i for i, found in enumerate(cities) if found.city.side == side] for side in SIDES}
    alone = [indices[0] for indices in of_side.values() if len(indices) == 1]
    return _led_by(cities, alone[0] if len(alone) == 1 and len(cities) > 1 else 0)


def _led_by(cities: Sequence[FoundCity], leading: int) -> list[FoundCity]:
    return [replace(found, city=found.city.model_copy(update={"lead": i == leading})) for i, found in enumerate(cities)]


def led_by_title(cities: Sequence[FoundCity], titles: Iterable[Traced]) -> list[FoundCity]:
    """The cities, led by the one that alone of them is named in the title: `U-CAP Summary – Zunyi`."""
    own = {found.match.place: i for i, found in enumerate(cities) if found.match.place}
    named = {
        own[city.place]: title.cut(city.start, city.end)
        for title in titles
        for city in named_cities(title.text, own)
        if city.is_own
    }
    if len(named) != 1:
        return list(cities)
    ((leading, title),) = named.items()
    led = _led_by(cities, leading)
    led[leading] = replace(led[leading], leads=title)
    return led


def led_by_mark(cities: Sequence[FoundCity], notes: Iterable[Traced], text: str) -> list[FoundCity]:
    """The cities, led by the one that is marked: `Harbin (lead city)`, `Harbin*` where a note says `* lead city`.

    `text` is that of the document.
    """
    found = list(cities)
    for note in notes:
        sign = sign_of_lead(note.text)
        signed = [i for i, one in enumerate(found) if sign and text.startswith(sign, one.source.spans[-1][1])]
        for index in signed:
            found[index] = replace(found[index], leads=note)
    marked = [index for index, one in enumerate(found) if one.leads]
    is_led = any(found[index].city.lead for index in marked)
    return _led_by(found, marked[0]) if marked and not is_led else found


def doubtful_lead(cities: Sequence[FoundCity]) -> list[Finding]:
    """A finding where several cities are marked as the lead."""
    index = next((index for index, one in enumerate(cities) if one.city.lead), 0)
    is_doubtful = sum(bool(one.leads) for one in cities) > 1
    return [finding("city-ambiguous/lead", f"/cities/{index}", city=cities[index].city.name)] if is_doubtful else []
