"""Pages without a browser: Streamlit runs them in this process, and tests look at what they draw."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.records import SUMMARIES
from ucap.wording import use

_ROOT = Path(__file__).resolve().parents[2]
_WUXI = _ROOT / "tests" / "data" / "documents" / "practice" / "wuxi.pdf"
Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two records, a PDF, and a record that is not valid."""
    folder = tmp_path_factory.mktemp("plans")
    for path in (*SUMMARIES.glob("*.json"), _WUXI):
        shutil.copy(path, folder)
    (folder / "broken.json").write_text('{"id": "broken", "goals": [{"goal": 99}]}', encoding="utf-8")
    return folder


def open_page(page: str, **query: str | list[str]) -> AppTest:
    """Open a page as a new visitor, by its name and the query of its address."""
    app = AppTest.from_file(_ROOT / "dashboard.py", default_timeout=300)
    for key, value in query.items():
        app.query_params[key] = value
    use(str(query.get("lang", "en")))  # Streamlit looks up here what was chosen in a page, by its words
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    app.run()
    assert [error.value for error in app.exception] == []
    return app


@pytest.fixture(scope="module")
def visit(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Opens a page, as `open_page` does; the store is the module's own."""
    database = f"sqlite:///{tmp_path_factory.mktemp('store') / 'ucap.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UCAP_DATABASE_URL", database)
        patch.setenv("UCAP_PLANS", str(filled))
        st.cache_resource.clear()
        yield open_page
    st.cache_resource.clear()


@pytest.fixture
def anna(monkeypatch: pytest.MonkeyPatch) -> None:
    """Visitors are Anna, at the machine itself: Streamlit's tests send no headers and cookies, which would say so."""
    monkeypatch.setattr("components.person.is_own_machine", lambda *_listening_and_headers: True)
    monkeypatch.setattr("components.person._kept_name", lambda: "Anna")
