"""What an officer says on To check: which row a label is; and of a plan, that it is checked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st

from tests.documents import forms
from tests.pages.conftest import open_page
from tests.pages.test_changes import press, turn_to
from tests.pages.test_pages import captions, texts
from ucap.store import Store

STRANGE = "Zulu Matters"
OTHERS = tuple(one for one in forms.SAMPLE if one.key != "themes")
# The row of themes under an unknown label, behind all others: it is taken for none of the template's.
DOCUMENT = forms.as_tagged((*OTHERS, *(replace(one, label=STRANGE) for one in forms.SAMPLE if one.key == "themes")))


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store after its first start: one plan, whose themes were not read."""
    folder = tmp_path_factory.mktemp("read_once")
    (folder / "plans").mkdir()
    (folder / "plans" / "a.txt").write_bytes(DOCUMENT)
    Store.open(f"sqlite:///{folder}/ucap.db", folder / "plans")
    return folder


@pytest.fixture
def store(read_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of the page, a copy of that one."""
    shutil.copy(read_once / "ucap.db", tmp_path)
    monkeypatch.setenv("UCAP_DATABASE_URL", f"sqlite:///{tmp_path}/ucap.db")
    monkeypatch.setenv("UCAP_PLANS", str(read_once / "plans"))
    st.cache_resource.clear()
    yield Store.open(f"sqlite:///{tmp_path}/ucap.db", read_once / "plans")
    st.cache_resource.clear()


@pytest.mark.usefixtures("anna")
def test_a_label_is_taught_and_the_next_document_is_read_rightly_at_once(store: Store) -> None:
    """What changes is shown before it is kept; the lesson says who taught it."""
    (plan,) = store.plans()
    assert plan.themes == ()
    app = turn_to(open_page("findings"), "To check", "judge")
    assert "The document has no row Cooperation Themes\\." in texts(app)
    assert app.text_input[0].value == STRANGE
    press(app, "Show what changes")
    assert store.plans()[0].themes == ()
    assert "“Zulu Matters” is **Cooperation Themes**" in texts(app)
    press(app, "Teach it and keep the changes")
    assert store.plans()[0].themes
    assert [(one.wording, one.row, one.who) for one in store.lessons()] == [(STRANGE, "themes", "Anna")]
    read = store.preview([("b.txt", DOCUMENT.replace(b"Wuhu", b"Panjin"))])[0].plans[0].plan
    assert [theme.label for theme in read.themes] == [theme.label for theme in store.plans()[0].themes]


@pytest.mark.usefixtures("anna")
def test_a_plan_is_signed_off_and_that_is_taken_back(store: Store) -> None:
    plan_id = str(store.plans()[0].id)
    app = press(open_page("plans", open=plan_id), "Sign off as checked")
    assert store.plan(plan_id).checked
    assert any(expander.label.startswith("Checked by Anna on") for expander in app.expander)
    app.text_input(key=f"sign_{plan_id}_back_why").set_value("page 2 was missing")
    press(app, "Take it back")
    assert store.plan(plan_id).checked is None
    assert any("page 2 was missing" in caption for caption in captions(app))


def test_who_only_looks_sees_the_doubt_and_no_means_of_change(store: Store) -> None:
    app = turn_to(open_page("findings"), "To check", "judge")
    assert "The document has no row Cooperation Themes\\." in texts(app)
    assert "Show what changes" not in [button.label for button in app.button]
    assert store.lessons() == []
