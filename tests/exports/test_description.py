"""One description of the selection stands on every export."""

from tests.exports.samples import DAY, PAIR, ROME, description_of, view_of
from ucap.exports import describe, notices
from ucap.exports.description import parsed_file_name, readme
from ucap.plan.record import DocumentInfo, GoalMention, Plan
from ucap.selection import Selection

YANTAI = Plan(
    id="yantai",
    cities=(ROME,),
    goals=(GoalMention(goal=11),),
    document=DocumentInfo(name="yantai.txt", media_type="text/plain", sha256=""),
    sources=("https://iuc.eu/?a=1&b=2", "https://iuc-asia.eu/"),
)
VIEW = view_of(PAIR, YANTAI, selection=Selection(european_cities=("Lisbon", "Rome"), goals=(11,)))


def test_the_readme_names_filters_date_plans_fingerprint_sources_and_notices():
    text = readme(description_of(VIEW))
    for part in ("European city: Lisbon or Rome", "Goal: SDG 11", "partner=Lisbon&partner=Rome&goal=11"):
        assert part in text
    for part in ("22 November 2026", "1 of 2", VIEW.frames.fingerprint, "yantai.txt", *YANTAI.sources, *notices()):
        assert part in text


def test_the_address_is_full_or_not_there():
    """A file from a dashboard can be followed back to it; one from the command line says the query alone."""
    text = readme(describe(VIEW.scene, DAY, "http://localhost:8501/plans"))
    assert "Address\n  http://localhost:8501/plans?partner=Lisbon&partner=Rome&goal=11\n" in text
    assert "Address" not in readme(describe(VIEW.scene, DAY))
    assert "\n  ?" not in readme(describe(VIEW.scene, DAY))
    assert describe(view_of(PAIR).scene, DAY, "http://localhost:8501/").address == "http://localhost:8501/"


def test_the_line_holds_filters_plans_date_and_short_fingerprint():
    short = VIEW.frames.fingerprint[:8]
    assert description_of(VIEW).line == (
        "European city: Lisbon or Rome; Goal: SDG 11 Sustainable Cities and Communities"
        f" · 1 of 2 plans · 22 November 2026 · data {short}"
    )


def test_without_filters_the_description_says_that_all_plans_are_in():
    assert description_of(view_of(PAIR)).line.startswith("All cooperation plans · 1 of 1 plans")


def test_a_plan_that_is_selected_is_called_by_its_title():
    """An officer knows "Panjin – Rome", not `panjin`."""
    view = view_of(Plan(id="panjin", title="Panjin – Rome"), YANTAI, selection=Selection(plans=("panjin", "yantai")))
    assert description_of(view).filters_in_words == "Plan: Panjin – Rome or yantai"


def test_a_file_is_named_after_content_day_and_fingerprint():
    description = describe(VIEW.scene, DAY)
    assert description.file_stem("pairs") == f"ucap-pairs-2026-11-22-{VIEW.frames.fingerprint[:8]}"


def test_documents_and_cited_pages_are_sources_once_each():
    assert description_of(view_of(PAIR, YANTAI)).sources == ("yantai.txt", *YANTAI.sources)


def test_the_notices_name_the_united_nations_and_the_boundaries():
    assert "has not been approved by the United Nations" in notices()[0]
    assert "boundaries" in notices()[1]


def test_the_name_of_a_file_says_its_day_and_its_data() -> None:
    """Who has the file can ask what came since; any other name says nothing."""
    description = description_of(VIEW)
    day, fingerprint = parsed_file_name(f"{description.file_stem('plans')}.xlsx") or (None, "")
    assert day == description.day
    assert description.fingerprint.startswith(fingerprint)
    assert fingerprint
    assert parsed_file_name("minutes-2026-13-40-1a2b3c4d.docx") is None
    assert parsed_file_name("minutes.docx") is None
