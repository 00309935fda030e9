"""Text about another plan's city: `Presentation of Shantou`, `To promote the port logistics of Zhanjiang`.

Cities that are only visited, met, learnt from or named as partners or venues are not foreign. The sign is that a
sentence names none of the plan's own cities, and another city stands where its subject stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ucap.documents.traced import Traced
from ucap.gazetteer.place import Place, distance_km
from ucap.plan.record import Finding
from ucap.reading.findings import finding
from ucap.reading.places.cities import FindCities, NamedCity

_TOWN_OF = r"(?:the\s+)?(?:(?:city|port|zone|municipality|people|citizens|centre|center|heart)\s+of\s+)?"
_SENTENCE = re.compile(r"[^.!?;。！？]+(?:[.!?;。！？]+|$)")  # "They met."
_PRESENTED = re.compile(
    r"\b(?:presentation|promotion|introduction|portrait|profile|showcase|marketing|opening|launch|inauguration|restoration"
    rf"|extension|development|strategy|master\s?plan|action\s+plan|pilot\s+(?:area|zone|project))s?\s+(?:of|for|by)\s+{_TOWN_OF}$",
    re.IGNORECASE,
)
"""Before the city: `Presentation of ...`."""
_OBJECT = re.compile(
    rf"\b(?:of|for|make|turn|position|brand|promote|present|support|help)\s+{_TOWN_OF}$", re.IGNORECASE
)
"""Before the city: `the port logistics of ...`, `Make ...`."""
_OWNER = re.compile(r"['’]s?\s+\w")
"""Behind the city: `...'s kite festival`."""
_ROLE = re.compile(r"\s+(?:participation|engagement|involvement|and\s+vice)\b", re.IGNORECASE)
"""Behind the city: words in which a plan speaks of its own city, `results that can come from ... participation`."""
_TIES = re.compile(r"\b(?:ties|cooperation|links?|bridges?|partnerships?|relations?)\s+between\s+$", re.IGNORECASE)
# "cooperation between "
_AND_THE_OTHERS = re.compile(r"\s+and\s+(?:the\s+)?(?:other\s+)?(?:European|EU|Chinese|partner)\b")
"""Before and behind the city: `closer ties between ... and European regions`."""
_LOCAL_AIM = re.compile(
    r"^\W*(?:to\s+)?(?:further\s+)?(?:promot|develop|strengthen|support|improv|enhanc|advanc|rais|protect|preserv|extend"
    r"|expand|boost|foster|upgrad|transform|revitali[sz]|renovat|clean|moderni[sz]|restor|renew)\w*\b",
    re.IGNORECASE,
)  # "To promote"
_DONE_IN = re.compile(
    r"\b(?:development|demonstration|construction|improvement|protection|restoration|renewal|modernisation)\b"
    rf"[^.;]{{0,80}}\bin\s+{_TOWN_OF}$",
    re.IGNORECASE,
)
_IN = re.compile(rf"\bin\s+{_TOWN_OF}$", re.IGNORECASE)  # "in "
_EVENT = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}(?:fair|expo|exhibition|forum|festival|conference|summit|week|biennale|congress|games|marathon)\b",
    re.IGNORECASE,
)
"""Behind the city: an event that is only called after it."""
_COMPARED = re.compile(
    r"\b(?:with|from|by|like|as|than|visit\w*|met|meet\w*|learn\w*|model\w*|example|experience|stud(?:y|ied)|partners?"
    r"|between|via|through|reach\w*|students?|pupils|experts?|engineers?|delegations?|teachers?|guests?|visitors?|firms?"
    r"|compan(?:y|ies)|methods?|practices?|approach\w*|standards?|know-how|colleagues|University|Institute|Treaty|Charter"
    r"|Agreement|Declaration|Protocol|Convention)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before the city: words by which it is a partner, an example, or part of a name."""
_MAY_BE_ABOUT = re.compile(
    r"\b(?i:of|for|in|by|to|from|between|make|turn|position|brand|promote|present|support|help)\s+(?:[a-z]+\s+){0,6}"
    r"[A-Z\u3400-\u9fff]|[A-Z]\w+['’]s?\s"
)
"""Where a name can stand that a text is about: most texts need no look at their cities."""
_LOOK_BACK = 120
_NEIGHBOURHOOD_KM = 120.0
"""As far as a Chinese prefecture reaches from its city."""


def find_foreign(
    texts: Mapping[str, Sequence[Traced]], find_cities: FindCities, own: Collection[Place]
) -> Iterator[Finding]:
    """A finding for each text that is about another plan's city.

    Args:
        texts: the entries of the rows by the rows' keys.
        find_cities: finds the cities that a text names.
        own: the plan's own cities. A city near one of them is its neighbour, not foreign.
    """
    for key, entries in texts.items():
        is_about = _SUBJECTS.get(key, _is_aim)
        for index, text in enumerate(entries):
            city = _foreign_city(text.text, find_cities, own, is_about)
            if city:
                wording = "foreign-plan" if key == "activities" else "foreign-plan/about"
                yield finding(wording, f"/{key}/{index}", city=city.name)


def _foreign_city(
    text: str, find_cities: FindCities, own: Collection[Place], is_about: Callable[[str, NamedCity], bool]
) -> NamedCity | None:
    for sentence in _SENTENCE.findall(text) if _MAY_BE_ABOUT.search(text) else ():
        cities = find_cities(sentence)
        if any(city.is_own for city in cities):
            continue
        for city in cities:
            if is_about(sentence, city) and not _is_near(city.place, own):
                return city
    return None


def _is_near(place: Place, own: Collection[Place]) -> bool:
    same_country = (home for home in own if home.country_code == place.country_code)
    return any(distance_km(home, place) <= _NEIGHBOURHOOD_KM for home in same_country)


def _is_presented(sentence: str, city: NamedCity) -> bool:
    """Of activities only `Presentation of ...` and the like count, since they may take place anywhere."""
    return _PRESENTED.search(_before(sentence, city)) is not None and not _EVENT.match(sentence, city.end)


def _is_aim(sentence: str, city: NamedCity) -> bool:
    """Of objectives and results those count that do something for the city."""
    before = _before(sentence, city)
    if _is_spoken_of_as_own(sentence, city):
        return True
    if _COMPARED.search(before):
        return False
    if _PRESENTED.search(before) or _OBJECT.search(before) or _OWNER.match(sentence, city.end):
        return True
    is_local = _LOCAL_AIM.match(sentence) is not None and _IN.search(before) is not None
    return is_local or _DONE_IN.search(before) is not None


def _is_told_aim(sentence: str, city: NamedCity) -> bool:
    """Of rows that describe how things are only sentences count that are aims all the same, or speak as of its own."""
    is_aim = _LOCAL_AIM.match(sentence) is not None and _is_aim(sentence, city)
    return is_aim or _is_spoken_of_as_own(sentence, city)


def _is_spoken_of_as_own(sentence: str, city: NamedCity) -> bool:
    has_ties = _TIES.search(_before(sentence, city)) and _AND_THE_OTHERS.match(sentence, city.end)
    return bool(has_ties or _ROLE.match(sentence, city.end))


def _before(sentence: str, city: NamedCity) -> str:
    return sentence[max(0, city.start - _LOOK_BACK) : city.start]


_SUBJECTS = {"activities": _is_presented, "focus": _is_told_aim, "challenges": _is_told_aim}
