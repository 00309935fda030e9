"""The index of places and its file."""

import lzma
import sqlite3
from pathlib import Path

from tests.gazetteer.conftest import NewTown
from ucap.gazetteer.build import digest, pack
from ucap.gazetteer.geonames import Town
from ucap.gazetteer.index import PACKED, Index, open_index


def index_of(folder: Path, *towns: Town) -> Index:
    """The index of some towns, packed and unpacked in the folder."""
    pack(towns, folder / "packed.xz")
    return open_index(folder / "cache", folder / "packed.xz")


def test_the_index_that_comes_with_the_product_is_up_to_date() -> None:
    """After a change to its code or tables the index is made again: `python -m ucap.gazetteer.build`."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(lzma.decompress(PACKED.read_bytes()))
    (made_from,) = connection.execute("SELECT digest FROM made_from").fetchone()
    assert made_from == digest(), "make it again: python -m ucap.gazetteer.build"


def test_the_same_towns_give_the_same_file(tmp_path: Path, new_town: NewTown) -> None:
    """Whatever order they come in: a file that is made again without a change is no change."""
    towns = [new_town(name, alternate_names=("Roma", "Romma")) for name in ("Rome", "Bari")]
    pack(towns, tmp_path / "one")
    pack(reversed(towns), tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_index_is_unpacked_once_and_kept(tmp_path: Path, new_town: NewTown) -> None:
    """The second start reads what the first one unpacked."""
    times = []
    for _ in range(2):
        (named,) = index_of(tmp_path, new_town("Rome", geoname_id=1, latitude=1.0, alternate_names=("Roma",))).named(
            "roma"
        )
        assert (named.place.name, named.weight) == ("Rome", 100_000)
        (file,) = (tmp_path / "cache").iterdir()
        times.append(file.stat().st_mtime_ns)
    assert times[0] == times[1]


def test_a_damaged_file_is_unpacked_again(tmp_path: Path, new_town: NewTown) -> None:
    """What a full disk or a crash left behind is replaced."""
    index_of(tmp_path, new_town("Rome"))
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(b"this is no database")
    assert open_index(tmp_path / "cache", tmp_path / "packed.xz").named("rome")


def test_files_of_earlier_versions_are_cleared_away(tmp_path: Path, new_town: NewTown) -> None:
    """The cache folder holds one index."""
    outdated = tmp_path / "cache" / "places-0123456789abcdef.sqlite3"
    outdated.parent.mkdir()
    outdated.write_bytes(b"")
    index_of(tmp_path, new_town("Rome"))
    (kept,) = (tmp_path / "cache").iterdir()
    assert kept != outdated


def test_where_nothing_can_be_written_the_index_stands_in_memory(tmp_path: Path, new_town: NewTown) -> None:
    """A user without a home has the same index."""
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    index = index_of(tmp_path, new_town("Rome", alternate_names=("Roma",)))
    assert sorted(index.spellings(index.named("rome")[0].place)) == ["roma", "rome"]


def test_a_place_tells_all_its_spellings(tmp_path: Path, new_town: NewTown) -> None:
    town = new_town("Cologne", geonames_name="Köln", alternate_names=("Colonia", "kelun", "CGN", "科隆"))
    index = index_of(tmp_path, town)
    assert sorted(index.spellings(index.prose()["cologne"])) == ["cologne", "colonia", "koln", "科 隆"]
    assert index.named("nowhere") == []


def test_the_heaviest_place_of_a_name_comes_first_and_is_meant_in_prose(tmp_path: Path, new_town: NewTown) -> None:
    towns = [new_town("Brest", country_code="BY", population=330_000), new_town("Brest", country_code="FR")]
    index = index_of(tmp_path, *towns)
    assert [named.place.country_code for named in index.named("brest")] == ["FR", "BY"]
    assert index.prose()["brest"].country_code == "FR"


def test_an_unknown_population_is_none(tmp_path: Path, new_town: NewTown) -> None:
    (named,) = index_of(tmp_path, new_town("Hamlet", population=0)).named("hamlet")
    assert named.place.population is None
