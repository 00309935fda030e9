"""The data package is one that `frictionless` accepts and reads."""

import io
import json
import zipfile

import pytest
from frictionless import Package, system, validate
from hypothesis import HealthCheck, given, settings

from tests.effort import effort
from tests.exports.samples import DAY, LISBON, PAIR, description_of, view_of, views
from ucap.exports import describe, export
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import rows_of
from ucap.plain_text import printable
from ucap.plan.record import Activity, Plan
from ucap.selection import Selection


@pytest.fixture
def unpacked(tmp_path):
    """Write the package of a view into a folder and give the path of its descriptor."""

    def unpack(view, site=None):
        with zipfile.ZipFile(io.BytesIO(export("datapackage", view, describe(view.scene, DAY, site)))) as archive:
            archive.extractall(tmp_path)
        return tmp_path / "datapackage.json"

    return unpack


def shown(value: object) -> object:
    return (printable(value) or None) if isinstance(value, str) else value


@settings(max_examples=effort(4), suppress_health_check=list(HealthCheck))
@given(views())
def test_every_frame_read_back_has_the_rows_order_and_values_that_were_selected(unpacked, view):
    package = Package(unpacked(view).as_posix())
    with system.use_context(trusted=True):
        for name, frame in view.files():
            back = [row.to_dict(json=True) for row in package.get_resource(name).read_rows()]
            expected = [{key: shown(value) for key, value in row.items()} for row in rows_of(frame)]
            assert [{key: as_number(key, value) for key, value in row.items()} for row in back] == expected


def as_number(column: str, value: object) -> object:
    """A number with decimals comes as the text that stands in the file."""
    return float(value) if value is not None and COLUMNS[column].dtype == "float64" else value


def test_frictionless_finds_no_fault(unpacked):
    activity = Activity(start="2019-09-30", text='=1+1, "x"\nmore', places=("Rome",))
    plan = Plan(id="b", cities=(LISBON,), activities=(activity,), results=("",))
    with system.use_context(trusted=True):
        report = validate(unpacked(view_of(PAIR, plan)).as_posix(), type="package")
    assert report.valid, report.flatten(["title", "message"])


def test_frictionless_reads_licence_credits_sources_and_identity(unpacked, monkeypatch):
    monkeypatch.setenv("UCAP_DATA_LICENCE", "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/")
    view = view_of(PAIR, selection=Selection(european_cities=("Rome",)))
    path = unpacked(view, "https://ucap.example/overview").as_posix()
    with system.use_context(trusted=True):
        package = Package(path)
        assert validate(path, type="package").valid
    assert [one["path"] for one in package.licenses] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert [one["title"] for one in package.sources] == list(PAIR.sources)
    assert package.contributors[0]["title"].startswith("Places: GeoNames, CC BY 4.0")
    assert package.homepage == "https://ucap.example/overview?partner=Rome"
    read, fingerprint = package.to_descriptor(), description_of(view).fingerprint
    assert (read["id"], read["version"]) == (f"urn:sha256:{fingerprint}", fingerprint)


def test_the_descriptor_explains_every_column_from_the_dictionary(unpacked):
    descriptor = json.loads(unpacked(view_of(PAIR)).read_text("utf-8"))
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for resource in descriptor["resources"]:
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == list(FRAMES[resource["name"]].in_files)
        assert [field["title"] for field in fields] == [COLUMNS[field["name"]].label for field in fields]


def test_the_descriptor_and_the_readme_say_what_was_selected(unpacked):
    view = view_of(PAIR)
    folder = unpacked(view).parent
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))["selection"] == description_of(view).as_json()
    assert description_of(view).fingerprint in (folder / "README.txt").read_text("utf-8-sig")
