"""The index of places and its file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.gazetteer.conftest import NewTown
from ucap.gazetteer.geonames import Town
from ucap.gazetteer.index import open_index


def source_of(*towns: Town) -> tuple[Callable[[], Iterable[Town]], list[int]]:
    """A source of towns, and a list with an item for each time that it was asked."""
    asked: list[int] = []

    def source() -> Iterator[Town]:
        asked.append(len(towns))
        return iter(towns)

    return source, asked


def test_the_index_is_made_once_and_kept(tmp_path: Path, new_town: NewTown) -> None:
    source, asked = source_of(new_town("Rome", alternate_names=("Roma",)))
    for _ in range(2):
        (named,) = open_index(tmp_path / "new" / "folder", source).named("roma")
        assert (named.place.name, named.weight) == ("Rome", 100_000)
    assert len(asked) == 1


def test_a_damaged_file_is_made_anew(tmp_path: Path, new_town: NewTown) -> None:
    source, asked = source_of(new_town("Rome"))
    open_index(tmp_path, source)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"this is no database")
    assert open_index(tmp_path, source).named("rome")
    assert len(asked) == 2


def test_files_of_earlier_versions_are_cleared_away(tmp_path: Path, new_town: NewTown) -> None:
    outdated = tmp_path / "places-0123456789abcdef.sqlite3"
    outdated.write_bytes(b"")
    open_index(tmp_path, source_of(new_town("Rome"))[0])
    (kept,) = tmp_path.iterdir()
    assert kept != outdated


def test_where_nothing_can_be_written_the_index_stands_in_memory(tmp_path: Path, new_town: NewTown) -> None:
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    assert open_index(tmp_path / "file" / "folder", source_of(new_town("Rome"))[0]).named("rome")


def test_a_place_tells_all_its_spellings(tmp_path: Path, new_town: NewTown) -> None:
    town = new_town("Cologne", geonames_name="Köln", alternate_names=("Colonia", "kelun", "CGN", "科隆"))
    index = open_index(tmp_path, source_of(town)[0])
    assert sorted(index.spellings(index.prose()["cologne"])) == ["cologne", "colonia", "koln", "科 隆"]
    assert index.named("nowhere") == []


def test_the_heaviest_place_of_a_name_comes_first_and_is_meant_in_prose(tmp_path: Path, new_town: NewTown) -> None:
    towns = [new_town("Brest", country_code="BY", population=330_000), new_town("Brest", country_code="FR")]
    index = open_index(tmp_path, source_of(*towns)[0])
    assert [named.place.country_code for named in index.named("brest")] == ["FR", "BY"]
    assert index.prose()["brest"].country_code == "FR"


def test_an_unknown_population_is_none(tmp_path: Path, new_town: NewTown) -> None:
    (named,) = open_index(tmp_path, source_of(new_town("Hamlet", population=0))[0]).named("hamlet")
    assert named.place.population is None
