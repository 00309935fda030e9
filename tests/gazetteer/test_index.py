"""The index of places and its file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ucap.gazetteer.build import Entry
from ucap.gazetteer.index import open_index

ROME = Entry(
    geoname_id=3169070,
    name="Rome",
    country_code="IT",
    region="Lazio",
    latitude=41.89193,
    longitude=12.51133,
    population=2318895,
    is_suburb=False,
    main=frozenset({"rome"}),
    other=frozenset({"roma"}),
    in_prose=frozenset({"rome", "roma"}),
)


def source_of(*entries: Entry) -> tuple[Callable[[], Iterator[Entry]], list[int]]:
    """A source of entries, and the list of how often it was asked."""
    asked: list[int] = []

    def source() -> Iterator[Entry]:
        asked.append(len(entries))
        return iter(entries)

    return source, asked


def test_the_index_is_made_once_and_kept(tmp_path: Path) -> None:
    source, asked = source_of(ROME)
    for _ in range(2):
        named = open_index(tmp_path / "new" / "folder", source).named("roma")
        assert [(found.place.name, found.is_main) for found in named] == [("Rome", False)]
    assert len(asked) == 1


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    source, asked = source_of(ROME)
    open_index(tmp_path, source)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"this is no database")
    assert open_index(tmp_path, source).named("rome")
    assert len(asked) == 2


def test_files_of_earlier_versions_are_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "places-0123456789abcdef.sqlite3").write_bytes(b"")
    open_index(tmp_path, source_of(ROME)[0])
    assert [file.name for file in tmp_path.iterdir()] != ["places-0123456789abcdef.sqlite3"]
    assert len(list(tmp_path.iterdir())) == 1


def test_where_nothing_can_be_written_the_index_stands_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    assert open_index(tmp_path / "file" / "folder", source_of(ROME)[0]).named("rome")


def test_a_place_tells_all_its_spellings(tmp_path: Path) -> None:
    index = open_index(tmp_path, source_of(ROME)[0])
    place = index.prose()["roma"]
    assert sorted(index.spellings(place)) == ["roma", "rome"]
    assert index.named("nowhere") == []


def test_an_unknown_population_is_none(tmp_path: Path) -> None:
    hamlet = Entry(1, "Hamlet", "IT", None, 42.0, 12.0, 0, False, frozenset({"hamlet"}), frozenset(), frozenset())
    (named,) = open_index(tmp_path, source_of(hamlet)[0]).named("hamlet")
    assert named.place.population is None


@pytest.mark.parametrize("in_prose", [frozenset({"rome"}), frozenset[str]()])
def test_running_text_is_searched_for_marked_names_only(tmp_path: Path, in_prose: frozenset[str]) -> None:
    entry = Entry(1, "Rome", "IT", None, 42.0, 12.0, 9, False, frozenset({"rome"}), frozenset(), in_prose)
    assert set(open_index(tmp_path, source_of(entry)[0]).prose()) == in_prose
