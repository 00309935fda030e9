"""What is new, and cities and pairs, over HTTP."""

from xml.etree import ElementTree as ET

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_has_an_entry_for_each_thing_that_is_new_and_leads_to_its_plan(get) -> None:
    """A reader of feeds shows the plan that came on 2 March by its title."""
    answer = get("/news.atom?since=2026-03-01")
    root = ET.fromstring(answer.content)
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "New plan: 盘锦 – Lisbon"
    assert entry.find(f"{ATOM}link").get("href").endswith("/plans?open=second")
    assert root.findtext(f"{ATOM}updated") == "2026-03-02T09:00:00Z"
    in_chinese = ET.fromstring(get("/news.atom?since=2026-03-01&lang=zh").content)
    assert in_chinese.findtext(f"{ATOM}entry/{ATOM}title") == "新计划：盘锦 – 里斯本"


def test_a_feed_of_nothing_is_a_feed_and_no_day_is_refused(get) -> None:
    """Nothing came since 3 March; "soon" is no day."""
    assert ET.fromstring(get("/news.atom?since=2026-03-03").content).findall(f"{ATOM}entry") == []
    answer = get("/news.atom?since=soon")
    assert (answer.status_code, answer.json()["detail"].split(";")[0]) == (400, "since is 'soon'")


@pytest.mark.parametrize(("path", "plans"), [("/cities/lisbon", ["second"]), ("/pairs/panjin~lisbon", ["second"])])
def test_a_city_and_a_pair_have_addresses(get, path: str, plans: list[str]) -> None:
    """The slugs are those of the pages."""
    assert [plan["id"] for plan in get(path).json()["plans"]] == plans


def test_an_address_of_a_city_that_no_plan_names_offers_the_nearest(get) -> None:
    """Who types "lisbo" is led to Lisbon."""
    answer = get("/cities/lisbo")
    assert answer.status_code == 404
    assert "lisbon" in answer.json()["detail"]
    assert {"lisbon", "panjin"} <= {row["slug"] for row in get("/cities").json()["cities"]}


def test_the_list_of_cities_has_the_identifiers_by_which_others_know_them(get) -> None:
    """Panjin lies in Liaoning, CN-LN; whoever has other data about the province can join it."""
    panjin = next(row for row in get("/cities").json()["cities"] if row["slug"] == "panjin")
    assert (panjin["iso_3166_2"], panjin["nuts_code"]) == ("CN-LN", None)
    assert "geonames_id" in panjin
