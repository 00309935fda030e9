"""Credits and licence stand in every file that leaves the product."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.exports.samples import PAIR, description_of, view_of
from ucap.exports import FORMATS, export
from ucap.shipped import VERSION

ROOT = Path(__file__).resolve().parents[2]
VIEW = view_of(PAIR)


def said(data: bytes) -> str:
    """All texts of a file, those of the files in it included."""
    if data.startswith(b"PAR1"):
        return str(pq.read_metadata(io.BytesIO(data)).metadata)
    if not data.startswith(b"PK"):
        return re.sub(r"\r?\n ", "", data.decode())  # a calendar folds its lines
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode(errors="ignore") for name in archive.namelist())


@pytest.mark.parametrize("key", FORMATS)
def test_every_file_says_whom_the_places_are_owed_to_and_the_licence(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The licence is the one that whoever runs the dashboard states."""
    monkeypatch.setenv("UCAP_DATA_LICENCE", "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/")
    text = said(export(key, VIEW, description_of(VIEW)))
    assert "GeoNames" in text
    assert "creativecommons.org" in text


def test_a_data_package_has_its_licence_as_programs_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its `licenses` names the address; without a stated licence there is none."""

    def package() -> dict[str, object]:
        with zipfile.ZipFile(io.BytesIO(export("datapackage", VIEW, description_of(VIEW)))) as archive:
            return dict(json.loads(archive.read("datapackage.json")))

    assert "licenses" not in package()
    monkeypatch.setenv("UCAP_DATA_LICENCE", "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/")
    assert package()["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"  # type: ignore[index]
    assert str(package()["id"]).startswith("urn:sha256:")


def test_the_citation_names_the_version_of_the_package() -> None:
    """`CITATION.cff` and the package say the same version and licence."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    citation = dict(re.findall(r"^(\w[\w-]*): (.+)$", text, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["version"], citation["license"]) == (VERSION, project["license"])
