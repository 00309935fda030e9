"""The lock files: all packages of the product and of its tests, each of one version and with hashes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_ENTRY = re.compile(r"^([a-z0-9._-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
"""`anyio==4.16.0 \\`, and below it a line for each file."""


def locked(name: str) -> dict[str, str]:
    """The packages of a lock file and their versions."""
    return {package: version for package, version, _hashes in _ENTRY.findall((ROOT / name).read_text())}


def pinned(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().split()
    return {re.sub(r"\[.*\]", "", package): version for package, version in (line.split("==") for line in lines)}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_what_is_pinned_and_every_line_of_it_is_an_entry_with_hashes(name: str) -> None:
    lock = locked(f"{name}.lock")
    assert pinned(f"{name}.txt").items() <= lock.items(), "run make lock"
    assert _ENTRY.sub("", (ROOT / f"{name}.lock").read_text()).strip() == ""


def test_the_tests_run_with_the_packages_of_the_product() -> None:
    """What both lock files hold is of the same version in both."""
    product, tests = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: version for name, version in tests.items() if product.get(name, version) != version} == {}


def test_the_product_is_installed_from_the_lock_alone() -> None:
    makefile, container = (ROOT / "Makefile").read_text(), (ROOT / "Containerfile").read_text()
    assert "--require-hashes -r requirements.lock" in makefile
    assert "--require-hashes -r requirements-dev.lock" in makefile
    assert "--require-hashes -r requirements.lock" in container
