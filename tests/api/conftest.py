"""A real server with the API over two plans."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import requests
import uvicorn
from starlette.applications import Starlette

from tests.exports.samples import LISBON, PAIR, PANJIN
from ucap.api.app import mounted
from ucap.errors import Damaged, DamagedEntry
from ucap.frames import build
from ucap.plan.record import Activity, GoalMention, Plan
from ucap.selection import Coverage
from ucap.store.meetings.branding import ChosenPart
from ucap.store.meetings.news import News

SECOND = Plan(
    id="second",
    title="盘锦 – Lisbon",
    cities=(PANJIN, LISBON),
    goals=(GoalMention(goal=11),),
    activities=(Activity(start="2019-09-30", text="Visit"),),
)

_COUNTED: dict[tuple[int, ...], tuple[tuple[Plan, ...], Coverage]] = {}


@dataclass
class Shelf:
    """A library of plans; they can be replaced by others."""

    records: tuple[Plan, ...]
    damaged: tuple[Damaged, ...] = ()
    look: tuple[ChosenPart, ...] = ()
    damaged_entries: tuple[DamagedEntry, ...] = ()

    @property
    def plans(self) -> dict[str, Plan]:
        return {str(plan.id): plan for plan in self.records}

    @property
    def coverage(self) -> Coverage:
        """Counted once for the same plans, as a server does."""
        plans = tuple(map(id, self.records))
        if plans not in _COUNTED:
            _COUNTED[plans] = (self.records, Coverage(build(self.records)))
        return _COUNTED[plans][1]

    def news(self, since: datetime) -> list[News]:
        """One plan that came in March 2026."""
        came = News(1, "plan", "add", "second", None, datetime(2026, 3, 2, 9, tzinfo=UTC), "Anna", "")
        return [came] if since <= came.when else []

    def branding(self) -> tuple[ChosenPart, ...]:
        return self.look

    def text(self, plan_id: str) -> str | None:
        return None


@pytest.fixture
def shelf() -> Shelf:
    return Shelf((PAIR, SECOND))


@dataclass
class Served:
    """A running API, and what it is over."""

    address: str
    shelf: Shelf


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """One server for all tests: it asks for its library at each request, and each test gives it another."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(Starlette(routes=mounted("/api", lambda: served.shelf)), log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        served = Served(f"http://127.0.0.1:{listener.getsockname()[1]}/api", Shelf(()))
        yield served
        server.should_exit = True
        thread.join()


@pytest.fixture
def address(served: Served, shelf: Shelf) -> str:
    """The address of a running API over the shelf."""
    served.shelf = shelf
    return served.address


@pytest.fixture
def get(address: str):
    """Ask for a path of the API."""
    return lambda path, **options: requests.get(f"{address}{path}", timeout=60, **options)
