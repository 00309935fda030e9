"""The README keeps up with the product."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").split()
    return [re.split(r"[\[=]", line)[0] for line in lines if "==" in line]


REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-ocr.txt")


@pytest.mark.parametrize("package", [package for name in REQUIREMENTS for package in requirements(name)])
def test_each_dependency_has_a_reason(package: str) -> None:
    """Every pinned package is named in the README."""
    assert re.search(rf"\b{re.escape(package)}\b", README)


@pytest.mark.parametrize("page", sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
def test_each_page_is_described(page: str) -> None:
    """Every page stands in the table of pages, by its title or its address."""
    assert re.search(rf"^\|[^|]*\b{page}\b", README, flags=re.IGNORECASE | re.MULTILINE)


def test_each_command_is_described() -> None:
    """Every command that `--help` lists stands in the table of commands."""
    words = subprocess.run(
        [sys.executable, "-m", "ucap", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^    ([a-z]+) ", words, flags=re.MULTILINE)
    assert len(commands) > 5
    assert [command for command in commands if f"`{command}`" not in README] == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_each_dependency_is_pinned(name: str) -> None:
    """Every line of the requirements names one version."""
    lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if line.strip() and not re.fullmatch(r"[\w\[\]-]+==[\w.]+", line.strip())] == []
