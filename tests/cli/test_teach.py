"""`ucap teach` and `ucap sign-off` say what officers found when they looked."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Ucap
from tests.store.review.test_lessons import STRANGE, document
from ucap.store import Person, Store


def test_a_wording_is_tried_taught_listed_handed_on_and_forgotten(ucap: Ucap, store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(document())
    ucap("add", tmp_path / "a.txt")
    status, out, _err = ucap("teach", STRANGE, "challenges")
    assert status == 0
    assert out.splitlines()[-1] == "1 changes; nothing was taught or kept."
    assert ucap("teach")[1] == ""
    assert f"1: “{STRANGE}” is challenges" in ucap("teach", STRANGE, "challenges", "--keep")[1]
    assert ucap("teach", STRANGE, "zulu", "--keep")[0] == 1
    ucap("teach", "--write", tmp_path / "lessons.csv")
    assert ucap("teach", "--read", tmp_path / "lessons.csv")[1] == "0 wordings taught; 1 were taught so already.\n"
    assert "withdrawn by" in ucap("teach", "--forget", 1, "--why", "a typo")[1]
    assert ucap("teach", "--forget", 7, "--why", "a typo")[0] == 1
    assert ucap("teach", STRANGE)[0] == 2
    assert [lesson.withdrawn_why for lesson in store.lessons()] == ["a typo"]


def test_a_plan_is_signed_off_and_taken_back(ucap: Ucap, store: Store) -> None:
    assert ucap("sign-off", "panjin") == (0, "panjin is signed off as checked.\n", "")
    assert ucap("sign-off")[1].startswith("panjin, checked by ")
    assert ucap("sign-off", "--back", "panjin")[0] == 1, "a reason is missing"
    assert ucap("sign-off", "--back", "panjin", "--why", "page 2 was missing")[0] == 0
    assert ucap("sign-off")[1] == ""
    store.correct("panjin", "/title", "Panjin", Person("Anna", is_editor=True), "shorter", seen=store.version())
    assert ucap("sign-off", "panjin")[0] == 0
