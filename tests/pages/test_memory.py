"""What sessions keep between two clicks: not the plans as they were."""

from __future__ import annotations

import gc
import weakref

import pytest

from components.library import library
from tests.pages.conftest import Visit
from ucap.store import Person

PAGES = ("coverage", "timeline", "plans", "findings", "cities", "matches", "present", "add")


@pytest.mark.usefixtures("anna")
def test_no_session_holds_plans_as_they_were_before_a_change(visit: Visit) -> None:
    """At 100,000 plans each state takes a gigabyte, and a session lives for as long as its browser stays open."""
    looking = visit("overview")
    for page in PAGES:
        looking.switch_page(f"pages/{page}.py").run()
        assert [error.value for error in looking.exception] == []
    sessions = [looking, visit("plans", open="wuxi"), visit("cities", place="bilbao"), visit("findings", tab="judge")]
    shelf = library()
    before = weakref.ref(shelf), weakref.ref(shelf.coverage)
    shelf.store.correct("wuxi", "/title", "Wuxi", Person("Anna", is_editor=True), "a test", seen=shelf.version)
    del shelf
    library()
    gc.collect()
    assert [one() for one in before] == [None, None]
    assert all(session.run() for session in sessions)
