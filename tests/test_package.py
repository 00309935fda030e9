"""The package stands on its own: built as a wheel and used elsewhere, it reads, opens a store and writes a file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import openpyxl
import pytest
from packaging.requirements import Requirement

import ucap
from ucap.collection import Collection

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SAMPLE = ROOT / "tests" / "data" / "documents" / "practice" / "cluster-circular.pdf"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the package as a wheel brings it."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "."]
    subprocess.run([*command, "--wheel-dir", str(folder)], cwd=ROOT, check=True)
    (wheel,) = folder.glob("ucap-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "packages")
    return folder / "packages"


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python elsewhere, with the installed package and a home of its own."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    environment.pop("UCAP_DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "-P", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_three_lines_read_a_document_open_the_store_and_write_a_workbook(installed: Path, tmp_path: Path) -> None:
    """Without the source tree: the data lie in the package, the store in the user's folder."""
    script = (
        "import ucap\n"
        f"assert ucap.__file__.startswith({str(installed)!r}), ucap.__file__\n"
        f"assert len(ucap.read({str(SAMPLE)!r})) == 1\n"
        "plans = ucap.open()\n"
        "plans.select(partner='Rome').export('rome.xlsx')\n"
        "print(len(plans), len(plans.select(partner='Rome')), len(plans.frames.pairs))\n"
    )
    (tmp_path / "three.py").write_text(script)
    done = run(installed, tmp_path, "three.py")
    assert done.returncode == 0, done.stderr
    everything, of_rome, pairs = map(int, done.stdout.split())
    assert 0 < of_rome < everything < pairs
    rows = openpyxl.load_workbook(tmp_path / "rome.xlsx")["Plans"].max_row
    assert rows >= of_rome
    assert [path.name for path in tmp_path.rglob("ucap.db")] == ["ucap.db"]


def test_the_wheel_brings_its_types_and_nothing_of_this_machine(installed: Path) -> None:
    """`py.typed` is in it; the store and looked-up places of whoever built it are not."""
    names = {path.name for path in installed.rglob("*")}
    assert "py.typed" in names
    assert not names & {"ucap.db", "geocoded.csv", "secrets.toml"}


def test_every_requirement_that_is_tried_is_one_that_the_package_allows() -> None:
    """The pinned versions lie inside the ranges of `pyproject.toml`, and each package that it needs is pinned."""
    pinned = {}
    for name in ("requirements.txt", "requirements-ocr.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").split():
            requirement = Requirement(line)
            (version,) = (spec.version for spec in requirement.specifier)
            pinned[requirement.name] = version
    extras = [text for texts in PROJECT["optional-dependencies"].values() for text in texts]
    allowed = {one.name: one.specifier for one in map(Requirement, [*PROJECT["dependencies"], *extras])}
    assert allowed.keys() == pinned.keys()
    assert [name for name, version in pinned.items() if not allowed[name].contains(version)] == []


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The plans of a new store."""
    return ucap.open(f"sqlite:///{tmp_path_factory.mktemp('store') / 'ucap.db'}")


def test_a_filter_or_value_that_there_is_not_is_named(plans: Collection) -> None:
    """A mistyped filter is refused with those that there are, an unknown city with its name."""
    with pytest.raises(TypeError, match=re.escape("partnr; there are city, province, partner")):
        plans.select(partnr="Rome")
    with pytest.raises(ValueError, match="Atlantis"):
        plans.select(partner="Atlantis")


def test_selecting_again_keeps_what_was_selected_before(plans: Collection) -> None:
    """`select` narrows: Rome's plans, then those of them with goal 11."""
    both = plans.select(partner="Rome").select(goal=[11])
    assert len(both) == len(plans.select(partner="Rome", goal=11)) <= len(plans.select(partner="Rome"))
    assert {plan.id for plan in both.records} == set(both.frames.plans["plan"])
