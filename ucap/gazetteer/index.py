"""Names of places and what they stand for, in an SQLite file.

The file comes with the product, compressed (`ucap.gazetteer.build` makes it). It is unpacked once into the user's cache
folder, under a name that its content gives it; where that folder cannot be written it is unpacked into memory.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ucap.gazetteer.place import Place
from ucap.shipped import DATA
from ucap.vocabulary.folding import key

PACKED = DATA / "places.sqlite3.xz"
# Made when the file is unpacked: it would double what comes with the product.
_INDEX = "CREATE INDEX spelling_of_place ON spelling (place)"
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

    @lru_cache(maxsize=8192)  # noqa: B019 - there is one index in a process
    def geonames_id(self, name: str, latitude: float, longitude: float) -> int | None:
        """The id in GeoNames of the place that bears a name at a point (degrees); None for places of our own."""
        found = self._connection.execute(
            "SELECT geonames_id FROM spelling JOIN place ON id = place"
            " WHERE key = ? AND latitude = ? AND longitude = ?",
            (key(name), latitude, longitude),
        ).fetchone()
        return found[0] if found else None

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
    """The index of all towns, unpacked in the user's cache folder."""
    return open_index(_cache_folder() / "ucap")


def open_index(folder: Path, packed: Path = PACKED) -> Index:
    """The index unpacked in a folder, where that does not hold it or holds a damaged one from `packed` first.

    Where the folder cannot be written, the index is unpacked into memory.
    """
    data = packed.read_bytes()
    path = folder / f"places-{hashlib.sha256(data).hexdigest()[:16]}.sqlite3"
    with suppress(OSError, sqlite3.DatabaseError):
        return Index(_read_only(path))
    with suppress(OSError, sqlite3.DatabaseError):
        _write(path, lzma.decompress(data))
        return Index(_read_only(path))
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.deserialize(lzma.decompress(data))
    connection.execute(_INDEX)
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


def _write(path: Path, database: bytes) -> None:
    """Unpack the file beside its place and move it there, so that no one ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(database)
        with closing(sqlite3.connect(draft)) as connection:
            connection.execute(_INDEX)
        os.replace(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)
    for outdated in path.parent.glob("places-*.sqlite3"):
        if outdated != path:
            outdated.unlink(missing_ok=True)
