"""A file is there whole or not at all."""

import pytest

from ucap.collection import open_store
from ucap.replacing import replacing


def test_a_file_takes_the_place_of_the_old_one_when_it_is_written(tmp_path):
    path = tmp_path / "plans.csv"
    path.write_bytes(b"old")
    with replacing(path) as out:
        out.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_no_trace(tmp_path):
    path = tmp_path / "plans.csv"
    path.write_bytes(b"old")

    def fail() -> None:
        with replacing(path) as out:
            out.write(b"half")
            raise KeyError("no such plan")

    with pytest.raises(KeyError):
        fail()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("plans.csv", b"old")]


def test_an_export_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    monkeypatch.setenv("UCAP_PLANS", str(tmp_path / "no plans"))
    (tmp_path / "no plans").mkdir()
    path = tmp_path / "plans.csv"
    path.write_bytes(b"old")
    with pytest.raises(KeyError):
        open_store(f"sqlite:///{tmp_path}/ucap.db").export(path, frame="no such table")
    assert path.read_bytes() == b"old"


def test_the_error_names_the_file_that_cannot_be_written(tmp_path):
    path = tmp_path / "no folder" / "plans.csv"
    with pytest.raises(FileNotFoundError) as failure, replacing(path):
        pass
    assert failure.value.filename == str(path)
