"""`ucap locate` says where a place is, and asks nobody outside unless it is requested."""

from __future__ import annotations

import pytest

from ucap.cli.main import main


def test_a_known_place_is_told_with_region_country_and_coordinates(capsys: pytest.CaptureFixture[str]) -> None:
    """A Chinese name finds the city under its English one."""
    assert main(["locate", "盘锦"]) == 0
    assert capsys.readouterr().out == "Panjin · Liaoning · CN · 41.1210, 122.0739\n"


def test_an_unknown_place_is_said_with_the_way_on(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that nobody has gives status 1 and names the option that asks online."""
    assert main(["locate", "Qqxzvbn"]) == 1
    assert "--online" in capsys.readouterr().err
