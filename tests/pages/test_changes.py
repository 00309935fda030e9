"""What may be changed on the pages, by whom, and what is said of it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit
from tests.pages.test_pages import captions, texts

FIELD = "/cities/1/country_code"


def expanders(app: AppTest) -> list[str]:
    return [expander.label for expander in app.expander]


def press(app: AppTest, label: str) -> AppTest:
    """Press the first button with that label, and see that nothing goes wrong."""
    next(button for button in app.button if button.label == label).click().run()
    assert [error.value for error in app.exception] == []
    return app


def turn_to(app: AppTest, page: str, tab: str) -> AppTest:
    """Open a tab of the page."""
    app.session_state["tabs"] = {page: tab}
    return app.run()


def test_who_only_looks_is_offered_no_means_of_change(visit: Visit) -> None:
    """Without sign-in, and away from the machine itself, nothing can be added, corrected or dismissed."""
    app = visit("add")
    assert any("You may look and export." in info.value for info in app.info)
    assert len(app.file_uploader) == 0
    app = visit("plans", open="wuxi", field=FIELD)
    assert "Correct this value" not in expanders(app)
    app = turn_to(visit("plans", open="panjin"), "Record", "findings")
    assert "Dismiss" not in expanders(app)
    app = turn_to(visit("findings"), "To check", "corrected")
    assert len(app.file_uploader) == 0


@pytest.mark.usefixtures("anna")
def test_an_editor_is_offered_a_place_to_drop_files(visit: Visit) -> None:
    assert len(visit("add").file_uploader) == 1


def test_a_value_is_shown_beside_the_passage_that_it_was_read_from(visit: Visit) -> None:
    app = visit("plans", open="wuxi", field="/cities/1")
    assert "Wuxi – Bilbao" in [title.value for title in app.title]
    assert "wuxi\\.pdf" in captions(app)
    passage = next(one for one in app.get("html") if 'class="passage"' in one.proto.body)
    assert "<mark>Bilbao" in passage.proto.body


def test_the_record_is_left_again_for_the_list(visit: Visit) -> None:
    app = press(visit("plans", open="wuxi"), "All plans")
    assert "Plans" in [title.value for title in app.title]
    assert "Bilbao – Wuxi" in app.dataframe[0].value.to_string() or len(app.dataframe[0].value) == 3


@pytest.mark.usefixtures("anna")
def test_a_correction_is_made_listed_and_withdrawn(visit: Visit) -> None:
    """It stands beside what the document says, on the list of corrections, and goes with a reason."""
    app = visit("plans", open="wuxi", field=FIELD)
    app.text_area(key=f"correct_{FIELD}_value").set_value("FR")
    app.text_input(key=f"correct_{FIELD}_why").set_value("The mayor wrote so")
    press(app, "Save correction")
    assert "“France” instead of “Spain”" in texts(app)
    (row,) = listed_corrections(visit)
    assert (row["Reason"], row["The document says"], row["State"]) == ("The mayor wrote so", "Spain", "in force")
    key = next(str(one.key) for one in app.text_input if str(one.key).startswith("withdraw_"))
    app.text_input(key=key).set_value("It was right after all")
    press(app, "Withdraw the correction")
    assert any("It was right after all" in caption for caption in captions(app))
    (row,) = listed_corrections(visit)
    assert row["State"] == "withdrawn"


def listed_corrections(visit: Visit) -> list[dict[str, str]]:
    """The rows of the list of all corrections."""
    app = turn_to(visit("findings"), "To check", "corrected")
    found: list[dict[str, str]] = next(one.value for one in app.dataframe if "Reason" in one.value).to_dict("records")
    return found


@pytest.mark.usefixtures("anna")
def test_a_value_that_does_not_fit_is_refused_and_stays_in_the_form(visit: Visit) -> None:
    app = visit("plans", open="wuxi", field=FIELD)
    app.text_area(key=f"correct_{FIELD}_value").set_value("Atlantis")
    app.text_input(key=f"correct_{FIELD}_why").set_value("A guess")
    press(app, "Save correction")
    assert app.error.len == 1
    assert app.text_area(key=f"correct_{FIELD}_value").value == "Atlantis"
    assert "“Atlantis” instead" not in texts(app)


@pytest.mark.usefixtures("anna")
def test_a_finding_is_dismissed_with_a_reason_and_reopened(visit: Visit) -> None:
    app = turn_to(visit("plans", open="panjin"), "Record", "findings")
    before = expanders(app).count("Dismiss")
    assert before > 0
    app.text_input(key="dismiss_0_why").set_value("The partners know")
    press(app, "Dismiss the finding")
    assert any("Dismissed by" in caption and "The partners know" in caption for caption in captions(app))
    assert expanders(app).count("Dismiss") == before - 1
    reason = next(str(one.key) for one in app.text_input if str(one.key).startswith("restore_"))
    app.text_input(key=reason).set_value("Not settled")
    press(app, "Reopen the finding")
    assert expanders(app).count("Dismiss") == before


@pytest.mark.usefixtures("anna")
def test_a_note_is_taken_back_by_somebody_who_said_who_that_is(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button asks for the name, as forms do; without one the note stays and it is said why."""
    app = turn_to(visit("plans", open="wuxi"), "Record", "notes")
    app.text_input(key="note_on_plan/wuxi").set_value("Ask for the signed paper")
    press(app, "Keep the note")
    assert "Ask for the signed paper" in texts(app)
    monkeypatch.setattr("components.person._kept_name", lambda: "")
    app = turn_to(visit("plans", open="wuxi"), "Record", "notes")
    press(app, "Take back")
    assert [error.value for error in app.error] == ["Say who you are, so that others know whom to ask\\."]
    assert "Ask for the signed paper" in texts(app)
    asked = next(one for one in app.text_input if str(one.key).startswith("asked_name_take_"))
    asked.set_value("Bruno")
    press(app, "Take back")
    assert "Ask for the signed paper" not in texts(app)
