"""A file is there whole or not at all."""

import pytest

from ucap.cli.files import replacing


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
