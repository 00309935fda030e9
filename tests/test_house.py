"""The house stays one in which a newcomer finds their way, and its picture stays true."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_IN_FOLDER = 20
LONGEST_CHAIN = 20
MOST_SPLINTERS = 0.25
SPLINTER_LINES = 60
PICTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def modules(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.py") if path.name != "__init__.py"]


def folders() -> list[Path]:
    tops = [ROOT / name for name in ("ucap", "components", "pages")]
    return [folder for top in tops for folder in (top, *top.rglob("*")) if folder.is_dir() and modules(folder)]


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: str(folder.relative_to(ROOT)))
def test_no_folder_holds_more_modules_than_a_reader_can_look_over(folder: Path) -> None:
    """A folder of the product holds at most twenty modules."""
    assert len(modules(folder)) <= MOST_IN_FOLDER


def test_few_modules_are_splinters() -> None:
    """Fewer than a quarter of the modules have sixty lines or fewer."""
    lengths = [len(path.read_text("utf-8").splitlines()) for folder in folders() for path in modules(folder)]
    assert sum(length <= SPLINTER_LINES for length in lengths) / len(lengths) < MOST_SPLINTERS


def test_imports_run_in_no_circle_and_in_no_long_chain() -> None:
    """Each module is reached over a bounded chain of imports, and none over itself."""
    graph = grimp.build_graph("ucap")

    @cache
    def chain(module: str) -> tuple[str, ...]:
        below = map(chain, graph.find_modules_directly_imported_by(module))
        return (module, *max(below, key=len, default=()))

    longest = max(map(chain, graph.modules), key=len)  # a circle would be a RecursionError
    assert len(longest) <= LONGEST_CHAIN, " > ".join(longest)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:ucap|components|pages|data)/[\w./]+)`", PICTURE))))
def test_the_picture_of_the_house_names_what_is_there(name: str) -> None:
    """Every path in `docs/architecture.md` exists."""
    assert (ROOT / name).exists()


def test_the_picture_of_the_house_shows_every_room() -> None:
    """Every package of `ucap` stands in the table of rooms."""
    rooms = [path.parent.name for path in (ROOT / "ucap").glob("*/__init__.py")]
    assert [room for room in rooms if f"`ucap/{room}/`" not in PICTURE] == []
