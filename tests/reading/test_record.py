"""From documents to records: nothing is lost, nothing contradicts, every finding has an address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import IS_ENDURANCE, effort
from ucap.documents.model import Document
from ucap.documents.opening import open_documents
from ucap.errors import UnreadableDocument
from ucap.plan.record import Plan
from ucap.reading import contradictions, read, read_document, uncovered
from ucap.reading.findings import CODES

DOCUMENTS = Path(__file__).parents[1] / "data"
# It takes gigabytes, and a reader with bounded memory never gets to its end: `tests/sandbox` sees it refused.
_BOMB = DOCUMENTS / "hostile" / "pdf_flate2bomb.pdf"
SAMPLES = sorted(
    path
    for path in DOCUMENTS.rglob("*")
    if path.suffix in {".txt", ".pdf", ".docx", ".html"} and (IS_ENDURANCE or path != _BOMB)
)
LABELS = {
    "City:": 2,
    "Province, State, Department...:": 2,
    "Country:": 2,
    "Population:": 2,
    "Size (km²)": 2,
    "Mayor:": 2,
    "Period of cooperation": 1,
    "Cooperation Themes:": 1,
    "Related SDGs and Urban Agenda topics:": 1,
    "Key focus of cooperation themes:": 1,
    "Key challenges of cooperation theme:": 1,
    "Main objectives of cooperation as described in the U-CAP:": 1,
    "Short description of main activities and key outputs (e.g. pilot projects):": 1,
    "Expected results and benefits:": 1,
}
FRAGMENTS = (
    """
Panjin|Barcelona|Rome|Taizhou|Guilin 桂林市|Brest, France|Fujian|Lazio|Portugal|China, Italy|UK|N/A|1.44 million
7 434.4 km2|-|,|;|/|and|→|•|o|1.|2.|<p>|</p>|<li>|SDG 11|SGD 4 Quality Education|SDG 12 Climate Action
EU UP Urban Mobility|Digital Transition|Smart city construction Economy and trade|Smart City:|Culture, Tourism|May 2018
31 May 2017 in Brussels:|September 2019:|Q2 2019|since March 2017|until|2018 – 2020|14.06.2018|Presentation of Shantou
To promote the port of Zhanjiang|visited Zadar|online|the|for|thirty days only.|Experts met.|(|)|:|.|“|é|\u00a0|\u202f
漓江|😀|&amp;|office@iuc-asia.eu|Horizon 2020
""".strip()
    .replace("\n", "|")
    .split("|")
)

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join)


@st.composite
def tagged_texts(draw: st.DrawFn) -> str:
    """Summaries with some of the template's rows, in any order, and anything in their cells."""
    lines = [draw(texts)] if draw(st.booleans()) else []
    for label in ["City:", *draw(st.lists(st.sampled_from(list(LABELS)), max_size=14))]:
        cells = [draw(texts).replace("\n", " ") for _ in range(LABELS[label])]
        lines.append("\t".join([label, *cells]))
        lines += [""] * draw(st.integers(0, 4))
    return "\n".join(lines)


def flattened(tagged: str) -> str:
    return " ".join(tagged.replace("\t", " ").split())


def laws(document: Document, plan: Plan) -> None:
    """What holds of whatever was read from a document."""
    lost = [document.text[start:end] for start, end in uncovered(plan, document)]
    assert lost == []
    assert contradictions(plan, document) == []
    assert {found.code for found in plan.findings} <= CODES
    record = plan.model_dump(mode="json")
    for pointer in [found.field for found in plan.findings if found.field] + list(plan.passages):
        resolve(record, pointer)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def resolve(record: Any, pointer: str) -> Any:
    """The value at a JSON Pointer; KeyError or IndexError where there is none."""
    for step in pointer.lstrip("/").split("/"):
        record = record[int(step)] if isinstance(record, list) else record[step]
    return record


@given(tagged_texts())
@settings(max_examples=effort(40))
def test_whatever_stands_in_the_rows_nothing_is_lost(tagged: str) -> None:
    for text in (tagged, flattened(tagged)):
        try:
            documents = open_documents("made.txt", text.encode())
        except UnreadableDocument:
            continue
        for document in documents:
            laws(document, read_document(document))


@pytest.mark.parametrize("sample", SAMPLES[:6], ids=lambda path: path.name)
def test_the_same_document_reads_the_same_twice(sample: Path) -> None:
    assert read(sample.name, sample.read_bytes()) == read(sample.name, sample.read_bytes())


def plan_of(text: str) -> Plan:
    (plan,) = read("test.txt", text.encode())
    return plan


def test_a_row_that_the_template_lacks_goes_to_unplaced_with_its_label() -> None:
    plan = plan_of("City:\tWuxi\tBilbao\nMayor:\tLin Guowei\tAna Moreno\n")
    assert plan.unplaced == ("Mayor: Lin Guowei Ana Moreno",)
    assert [(found.field, found.message) for found in plan.findings if found.code == "text-unplaced"] == [
        ("/unplaced/0", "The row “Mayor” is not in the template.")
    ]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("U-CAP Summary – Wuxi", "Wuxi"),
        ("Wuxi: IUC Urban Cooperation Action Plan (U-CAP) Summary", "Wuxi"),
        ("U-CAP Summary Wuxi – Bilbao", "Bilbao"),
        ("U-CAP Summary\n\nPrepared in Wuxi", "Bilbao"),
    ],
)
def test_the_city_that_the_title_alone_names_leads(title: str, lead: str) -> None:
    plan = plan_of(f"{title}\n\nCity:\tBilbao\tWuxi\nCountry:\tSpain\tChina\n")
    assert [city.name for city in plan.cities if city.lead] == [lead]


def test_words_that_no_rule_understands_go_to_unplaced() -> None:
    plan = plan_of(
        "City:\tWuxi\tBilbao\nRelated SDGs and Urban Agenda topics:\tSDG 11 Sustainable Cities; gibberish here\n"
    )
    assert "gibberish here" in " ".join(plan.unplaced) + " ".join(goal.text or "" for goal in plan.goals)


def test_a_value_that_is_not_available_has_its_passage() -> None:
    text = "City:\tWuxi\tBilbao\nPopulation:\t1.44 million\tN/A\n"
    plan = plan_of(text)
    assert plan.europe.population is None
    ((start, end),) = plan.passages["/europe/population"]
    assert text[start:end] == "N/A"
    assert not any(found.field == "/europe/population" for found in plan.findings)


@pytest.mark.parametrize(
    ("population", "area", "people", "km2"),
    [
        ("Population (in thousands)", "Area (ha)", 345_000, 468),
        ("Population ('000)", "Area in hectares", 345_000, 468),
        ("人口（千人）", "面积（公顷）", 345_000, 468),
        ("Population (10,000 persons)", "Area (ha, 2018)", 3_450_000, 468),
        ("Population (thousands of people, 2018)", "Area (ha)", 345_000, 468),
        ("Population", "Size (km²)", 345, 46_800),
    ],
)
def test_a_unit_in_the_label_counts_for_figures_without_one(
    population: str, area: str, people: int, km2: float
) -> None:
    text = f"City:\tAarhus\tZhuzhou\n{population}:\t345\t4.02 million\n{area}:\t46,800\t11,262 km²\n"
    plan = plan_of(text)
    assert (plan.europe.population, plan.europe.area_km2) == (people, km2)
    assert (plan.china.population, plan.china.area_km2) == (4_020_000, 11_262)
    shown = {text[start:end] for start, end in plan.passages["/europe/population"]}
    assert shown == ({"345", f"{population}:"} if people > 345 else {"345"})


def test_a_row_of_states_that_are_countries_is_the_country_row() -> None:
    plan = plan_of("City:\tKošice\tYingkou\nProvince:\tKošice Region\tLiaoning\nState:\tSlovak Republic\tPRC\n")
    assert (plan.europe.countries, plan.china.countries) == (("SK",), ("CN",))
    assert (plan.europe.regions, plan.china.regions) == (("Košice",), ("Liaoning",))
    assert not [found for found in plan.findings if found.code == "region-mismatch"]


def test_a_country_among_regions_stays_a_finding() -> None:
    plan = plan_of("City:\tKošice\tYingkou\nState:\tSlovak Republic\tLiaoning\nCountry:\tSlovakia\tChina\n")
    assert [found.code for found in plan.findings].count("region-mismatch") == 1


def test_a_comma_between_values_belongs_to_the_side_of_its_column() -> None:
    text = "City:\tWuxi\tBilbao\nCountry:\tChina\tSpain, Italy\n"
    ((start, end),) = plan_of(text).passages["/europe/countries"]
    assert text[start:end] == ","


def test_a_row_that_is_not_there_is_a_finding_and_one_that_says_not_available_is_none() -> None:
    plan = plan_of("City:\tWuxi\tBilbao\nKey challenges of cooperation theme:\tN/A\n")
    missing = [found.field for found in plan.findings if found.code == "field-missing"]
    assert "/results" in missing
    assert "/challenges" not in missing


def test_figures_are_doubtful_where_no_city_shows_whose_they_are() -> None:
    plan = plan_of("Country:\tChina\tItaly\nPopulation:\t3 million\t0.4 million\nPeriod:\t2018-2020\n")
    doubtful = {one.field for one in plan.findings if one.code == "figure-ambiguous"}
    assert doubtful == {"/china/population", "/europe/population"}


def test_the_programme_is_iuc_unless_the_document_names_another() -> None:
    assert plan_of("City:\tWuxi\tBilbao\n").programme == "IUC"
    assert plan_of("IURC Urban Cooperation Action Plan\n\nCity:\tWuxi\tBilbao\n").programme == "IURC"


def test_the_id_is_the_slug_of_the_lead_city_with_its_province_where_two_share_the_name() -> None:
    assert plan_of("City:\tXian\tRoma\n").id == "xian"
    assert [plan_of(f"City:\t{city}\tRoma\n").id for city in ("Changsha", "Haikou")] == ["changsha", "haikou"]
    assert (
        plan_of("City:\tTaizhou\tTorino\nProvince, State, Department...:\tZhejiang\tPiedmont\n").id
        == "taizhou-zhejiang"
    )


def test_the_title_names_the_lead_city_and_those_of_the_other_side() -> None:
    assert plan_of("City:\tBaoding, Xuzhou\tGhent, Aalborg\n").title == "Baoding – Ghent, Aalborg"
    assert plan_of("City:\tGranada\tFoshan\n").title == "Granada – Foshan"


@pytest.mark.parametrize(
    ("rule", "field", "lost"),
    [
        ("read_period", "/period", "May 2018"),
        ("read_places", "/cities", "Dezhou"),
        ("read_texts", "/challenges", "Droughts"),
    ],
)
def test_a_rule_that_fails_costs_its_row_alone(
    rule: str, field: str, lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row's text is unplaced and a finding stands on its field; all other rows are read."""

    def fail(*_anything: object) -> None:
        raise ValueError

    monkeypatch.setattr(f"ucap.reading.record.{rule}", fail)
    text = (
        "City:\tDezhou\tFreiburg\nPeriod of cooperation\tMay 2018\t\nCooperation Themes\tTourism\t\n"
        "Local challenges\tDroughts\t\n"
    )
    (plan,) = read("dezhou.txt", text.encode())
    assert [theme.label for theme in plan.themes] == ["Tourism"]
    assert ("field-missing", field) in {(found.code, found.field) for found in plan.findings}
    assert any(lost in text for text in plan.unplaced)
