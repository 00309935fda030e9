"""The cities of the City row, and those that a text names. Sides come from where a city lies, not from its column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ucap.documents.model import Cell
from ucap.documents.traced import EMPTY, Traced
from ucap.gazetteer.countries import country_code, has_towns, is_country, names_one_country
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.place import Match, Place, Region, distance_km
from ucap.gazetteer.regions import region
from ucap.gazetteer.zones import is_zone
from ucap.plan.record import SIDES, City, Side
from ucap.reading.blanks import blank
from ucap.reading.ledger import Read
from ucap.reading.places.asides import Asides, asides_in
from ucap.reading.places.lookup import contracted, declined, is_locative, look_up
from ucap.reading.places.pieces import LONGEST_NAME, latin, names_in
from ucap.reading.places.sided import Sided, by_side
from ucap.vocabulary.folding import HAN, key


@dataclass(frozen=True, slots=True)
class NamedCity:
    """A city named at `text[start:end]`, and whether it is one of the plan's own.

    `is_inside` says that the name's ending shows that something was there.
    """

    start: int
    end: int
    place: Place
    is_own: bool = False
    is_inside: bool = False

    @property
    def name(self) -> str:
        """Its usual English name."""
        return self.place.name


FindCities = Callable[[str], list[NamedCity]]
"""From a text to the cities that it names, in reading order."""


_OTHER: dict[Side, Side] = {"china": "europe", "europe": "china"}
_CHINESE = re.compile(rf"[{HAN}]+")  # "盘锦"
_FOOTNOTE_SIGN = re.compile(r"(?<=\w)\s?[¹²³⁴-⁹†‡§*]+$")  # "Gent¹"
_DISTRICT_NUMBER = re.compile(r"(?<=[^\W\d])\s+\d{1,2}$")  # "Praha 6"
_PROVINCE_BEFORE = re.compile(rf"^[{HAN}]{{2,8}}(?:省|自治区)\s?(?=[{HAN}]{{2}})")  # "江苏省" of "江苏省南京市"
_DISTRICT_KM = 120.0
"""As far as a Chinese prefecture reaches from its city."""
_TOWN_KM = 30.0
_SMALLER = 3
_NETWORK = (
    r"(?:network|programme|program|project|initiative|consortium|alliance|platform|toolkit|netzwerk|projekt|programm|r[ée]seau|projet|rete|progetto"
    r"|red|proyecto|projeto|rede|sie[ćc]|netwerk|survey|study|test|standard|label|index|method|studie|[ée]tude|estudio|guidelines?|guidance|guide|recommendation|criteria|leitlinien?|richtlinien?|recommandation|raccomandazion[ei]"
    r"|recomendaci[oó]n|recomendaç(?:ão|ões)|richtlijn)"
)
_NETWORK_BEHIND = re.compile(rf"[\s-]{_NETWORK}(?:e?s)?\b")  # " network" of "NICE network"
_NETWORK_BEFORE = re.compile(rf"\b{_NETWORK}\s[“\"«]?$", re.IGNORECASE)  # "project " of "project NICE"
_EXPLAINED = re.compile(
    r",\s(?:the|an?|d(?:er|ie|as)|eine?|une?|l[ae]s?|l['’]|el|una?|il|lo|de|het|een)\b(?!\s*cit|\s*Stadt|\s*vill)"
)
"""Behind an acronym: `NICE, the British institute for health`."""
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+")  # "Network"
_LOOK_BACK = 20
_LONGEST_ACRONYM = 20
"""Characters for each letter of an acronym in which it is spelt out."""
_WRITTEN_EDGES = re.compile(r"^\W+|[\s,;:.*†‡§¹²³⁴-⁹]+$")  # "Rome, "


@dataclass(frozen=True, slots=True)
class Hints:
    """What other rows say of where the cities lie: country codes, and names of regions as written."""

    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundCity:
    """A city of the plan, the place that it is, and how sure that is.

    `leads` is where the document says that it leads; `listed` is where a row says its region; `sided` are words for
    its side.
    """

    city: City
    match: Match
    source: Traced
    leads: Traced = EMPTY
    listed: tuple[Traced, ...] = ()
    sided: Traced = EMPTY

    def as_read(self) -> Read[City]:
        """The city with its passages."""
        said = [(field, words) for field, words in (("/lead", self.leads), ("/side", self.sided)) if words]
        return Read(self.city, (("", self.source), *said, *(("/region", source) for source in self.listed)))

    def within(self, listed: Read[str]) -> FoundCity:
        """The city in the region that the row lists for it, if it can lie in it."""
        place, known = self.match.place, self._region(listed.value)
        if known is None or known.name == self.city.region or not (place is None or known.may_hold(place)):
            return self
        city = self.city.model_copy(update={"region": known.name})
        return replace(self, city=city, listed=(*self.listed, *(source for _, source in listed.sources)))

    @property
    def in_chinese(self) -> list[str]:
        """What the document calls it in Chinese, without the word for a city: `南锡` of `南锡市（Nancy）`."""
        names = (name.removesuffix("市") for name in _CHINESE.findall(self.city.written))
        return [name for name in names if len(name) > 1]

    def lies_in(self, name: str) -> bool:
        """Whether the city, as far as its first-level division says, lies in the region of that name."""
        place, known = self.match.place, self._region(name)
        return place is not None and known is not None and known.may_hold(place)

    def _region(self, name: str) -> Region | None:
        """The region of that name, preferably in the city's country."""
        return region(name, countries=(self.city.country_code,) if self.city.country_code else ())


def find_city(name: str, hints: Hints, side: Side | None = None) -> Match:
    """The place that a name means, in the light of the plan's countries and regions; `Praha 6` is Prague."""
    if len(name) > LONGEST_NAME:
        return Match()
    name = _PROVINCE_BEFORE.sub("", _DISTRICT_NUMBER.sub("", _FOOTNOTE_SIGN.sub("", name)))
    return look_up(name, countries=hints.countries, regions=hints.regions, side=side)


def read_cities(cells: Sequence[Cell], hints: Hints) -> list[list[FoundCity]]:
    """The cities of each cell of the City row, in the order of the document; none of them leads yet."""
    default: dict[int, Side] = {0: "china", 1: "europe"}
    columns = []
    for index, cell in enumerate(cells):
        side = default.get(index, "europe") if len(cells) > 1 else None
        asides = asides_in(cell.text)
        parts = [] if blank(cell.text.text) else by_side(asides.names)
        names = [(name, part) for part in parts for name in names_in(part.text, lambda text: _is_city(text, hints))]
        columns.append(_with_asides(_column(names, hints, side, asides.names.text), asides))
    return columns


def _with_asides(column: Sequence[FoundCity], asides: Asides) -> list[FoundCity]:
    """The cities of a column with what is said of each: of the one before an aside, or of the one behind it."""
    found = list(column)
    for aside in (*asides.leads, *asides.seats):
        start, _end = aside.text.spans[0]
        before = [index for index, one in enumerate(found) if one.source.spans[0][0] < start]
        index = len(before) if aside.is_before else len(before) - 1
        if not 0 <= index < len(found):
            continue
        one = found[index]
        is_lead = aside in asides.leads
        found[index] = replace(one, leads=aside.text) if is_lead else replace(one, listed=(*one.listed, aside.text))
    return found


def _column(
    pieces: Iterable[tuple[Traced, Sided]], hints: Hints, column_side: Side | None, text: str
) -> list[FoundCity]:
    """The cities of a column, of whose names each comes with the part of the text in which it stands.

    A country or region behind a city says where it is: `Brest, France`.

    Two names of one city are one: `Gent/Gand`; and so is a city with its district: `Haidian District, Beijing`.
    """
    found: list[FoundCity] = []
    for piece, part in pieces:
        side = part.side or column_side
        own = replace(hints, countries=(part.country,)) if part.country else hints
        one = replace(_found(piece, own, side), sided=part.said)
        if found and _tells_where(str(piece), found[-1], hints):
            whole = _found(Traced.join([found[-1].source, piece], ", "), own, side)
            found[-1] = replace(whole, sided=part.said)
        elif found and one.match.place and one.match.place == found[-1].match.place:
            found[-1] = replace(found[-1], source=Traced.join([found[-1].source, piece], ", "))
        elif found and (city := _with_its_part(found[-1], one, text, hints.regions)):
            found[-1] = replace(city, source=Traced.join([found[-1].source, piece], ", "))
        else:
            found.append(one)
    return found


def _with_its_part(one: FoundCity, other: FoundCity, text: str, regions: Collection[str]) -> FoundCity | None:
    """The city of which the other of two is a district or zone; None where neither is.

    A zone is of the city beside it, unless its name is that of a place elsewhere in one of the listed `regions`.
    """
    first, second = one.match.place, other.match.place
    is_near = bool(first and second) and distance_km(first, second) <= _DISTRICT_KM  # type: ignore[arg-type]
    for city, zone in ((one, other), (other, one)):
        if city.match.place and is_zone(str(zone.source)) and not is_zone(str(city.source)):
            is_elsewhere = zone.match.place is not None and zone.match.place.region in regions
            return None if (is_elsewhere and not is_near) or _is_of_another(zone, city) else city
    is_side_by_side = f"{one.source.text} {other.source.text}" in text and is_near and one.city.side == "china"
    is_small = (other.city.population or 0) * _SMALLER < (one.city.population or 0)
    return one if is_side_by_side and is_small and distance_km(first, second) <= _TOWN_KM else None  # type: ignore[arg-type]


def _is_of_another(zone: FoundCity, city: FoundCity) -> bool:
    """Whether a zone is that of a city of its own, and not of its neighbour: `Chengdu High-tech Zone; Mianyang`."""
    own, other = zone.match.place, city.match.place
    if own is None or other is None or distance_km(own, other) <= _TOWN_KM:
        return False
    return (own.population or 0) * _SMALLER >= (other.population or 0)


def _tells_where(name: str, city: FoundCity, hints: Hints) -> bool:
    if is_country(name) or names_one_country(name):
        return not _is_city(name, hints)
    known = region(name, countries=hints.countries)
    place = find_city(name, hints).place
    is_city_too = place is not None and key(place.name) == key(name)
    return known is not None and not is_city_too and city.match.place is not None and known.may_hold(city.match.place)


def column_sides(columns: Sequence[Sequence[FoundCity]]) -> tuple[Side, Side]:
    """Which side stands in the first column and which in the second, by where the cities of each lie.

    Where the columns ran together, the side of the first city comes first.
    """
    if len(columns) < 2:
        first: Side = next((found.city.side for column in columns for found in column), "china")
        return (
            (first, _OTHER[first])
            if any(found.city.side != first for column in columns for found in column)
            else ("china", "europe")
        )
    votes = Counter(
        found.city.side if index == 0 else _OTHER[found.city.side]
        for index, column in enumerate(columns[:2])
        for found in column
        if found.match.place
    )
    first = "europe" if votes["europe"] > votes["china"] else "china"
    return first, _OTHER[first]


def on_own_sides(
    columns: Sequence[Sequence[FoundCity]], sides: tuple[Side, Side], hints: Hints
) -> list[list[FoundCity]]:
    """The columns with their unknown cities on the side of the others in the column."""
    if len(columns) < 2:
        return [list(column) for column in columns]

    def moved(found: FoundCity, side: Side) -> FoundCity:
        return found if found.match.place else replace(found, city=_city(found.city.written, None, side, hints))

    return [[moved(found, sides[min(i, 1)]) for found in column] for i, column in enumerate(columns)]


def missing_city(
    side: Side, found: Sequence[FoundCity], text: Traced, hints: Hints, listed: Iterable[str]
) -> FoundCity | None:
    """The city that the row lacks on a side, from the rest of the document: the one that it names most, within the
    regions (usual names) that are `listed` for the side if there are any.
    """
    own = [other.match.place for other in found if other.match.place]
    within = set(listed)
    candidates: dict[Place, list[tuple[int, int]]] = {}
    for start, end, place in gazetteer().mentions(text.text, own):
        if place.side == side and place.kind == "city" and place not in own and _fits(place, within, hints):
            candidates.setdefault(place, []).append((start, end))
    if not candidates:
        return None
    place = max(candidates, key=lambda candidate: len(candidates[candidate]))
    source = text.cut(*candidates[place][0])
    return FoundCity(_city(str(source), place, side), Match(place), source)


def named_cities(text: str, own: Collection[Place], called: Iterable[tuple[str, Place]] = ()) -> list[NamedCity]:
    """The cities that a text names, those of the plan known by all their names, and by what they are `called` in it."""
    found = [
        NamedCity(start, end, place, is_own=place in own, is_inside=is_locative(text, start, end, own))
        for start, end, place in gazetteer().mentions(text, own)
        if place in own or (place.kind == "city" and not _is_acronym(text, start, end))
    ]
    more = [
        NamedCity(*one[:3], is_own=True, is_inside=one.is_inside or is_locative(text, one.start, one.end, own))
        for one in (*declined(text, own), *contracted(text, own))
    ]
    more += [
        NamedCity(match.start(), match.end(), place, is_own=True)
        for name, place in called
        for match in re.finditer(re.escape(name), text)
    ]
    more = [one for one in more if not any(other.start < one.end and one.start < other.end for other in found)]
    return sorted([*found, *more], key=lambda city: city.start) if more else found


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals is that of a network or office: `the NICE network`, `NICE (Network for ...)`."""
    name = text[start:end]
    if not (name.isascii() and name.isalpha() and name.isupper()):
        return False
    initials = "".join(word[0] for word in _CAPITALISED.findall(text[end : end + _LONGEST_ACRONYM * len(name)]))
    is_spelt_out = text[end:].lstrip()[:1] in ("(", "–") and initials.startswith(name)
    return is_spelt_out or bool(
        _NETWORK_BEHIND.match(text, end)
        or _EXPLAINED.match(text, end)
        or _NETWORK_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    )


def _is_city(text: str, hints: Hints) -> bool:
    """Whether the text is the name of one city: of `Guilin 桂林市` the Latin part must be one, too."""
    latin = _CHINESE.sub(" ", text).strip() or text
    if not any(map(str.isascii, filter(str.isalpha, text))) and _has_several_cities(text, hints):
        return False
    match = find_city(latin, hints)
    if is_zone(latin) and match.place is None:
        return True
    return match.place is not None and not match.is_fuzzy and not _is_elsewhere(text, match.place)


def _has_several_cities(text: str, hints: Hints) -> bool:
    """Whether Chinese names with space between them are those of several cities: `洛阳市 图尔市`."""
    names = text.split() if _CHINESE.match(text) else []
    places = {find_city(name, hints).place for name in names} if len(names) > 1 else set()
    return len(places) > 1 and None not in places


def _is_elsewhere(text: str, place: Place) -> bool:
    """Whether the country behind the name is not that of the place: `Yichun Luxembourg` is two cities."""
    words = text.split()
    codes = {code for at in range(1, len(words)) if (code := country_code(" ".join(words[at:])))}
    return bool(codes) and place.country_code not in codes


def _found(piece: Traced, hints: Hints, column_side: Side | None) -> FoundCity:
    match = find_city(str(piece), hints, column_side)
    match = match if match.place else find_city(latin(str(piece)), hints, column_side)
    if match.place and _is_namesake(match.place, hints):
        match = Match()
    side = match.place.side if match.place else column_side or "europe"
    written = _WRITTEN_EDGES.sub("", str(piece)) or str(piece)
    return FoundCity(_city(written, match.place, side, hints), match, piece)


def _city(written: str, place: Place | None, side: Side, hints: Hints | None = None) -> City:
    if place is None:
        return City(name=written, written=written, side=side, country_code=_only_country(side, hints))
    return City(
        name=place.name,
        written=written,
        side=side,
        region=place.region,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
    )


def _is_namesake(place: Place, hints: Hints) -> bool:
    """Whether the plan lists a country of which no towns are known here, and not the one in which the place is."""
    is_listed = "CN" in hints.countries if place.side == "china" else place.country_code in hints.countries
    return not is_listed and any(not has_towns(code) for code in hints.countries)


def _only_country(side: Side, hints: Hints | None) -> str | None:
    """The country of an unknown city, where the document names only one for its side, or one without known towns."""
    codes = [code for code in (hints.countries if hints else ()) if (code == "CN") == (side == "china")]
    codes = [code for code in codes if not has_towns(code)] or codes
    return codes[0] if len(codes) == 1 else None


def _fits(place: Place, regions: set[str], hints: Hints) -> bool:
    if regions:
        return place.region in regions
    return not hints.countries or place.country_code in hints.countries


def sides_without_city(found: Iterable[FoundCity]) -> list[Side]:
    """The sides on which the row has no city."""
    present = {other.city.side for other in found}
    return [side for side in SIDES if side not in present]
