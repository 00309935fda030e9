"""Regions by their names."""

import pytest

from ucap.gazetteer import Place, gazetteer, is_region, region


@pytest.mark.parametrize(
    ("written", "name", "country_code"),
    [
        ("Liaoning", "Liaoning", "CN"),
        ("江苏省", "Jiangsu", "CN"),
        ("Guangxi Zhuang Autonomous Region", "Guangxi", "CN"),
        ("Nei Mongol", "Inner Mongolia", "CN"),
        ("Province of Fujian", "Fujian", "CN"),
        ("Baden Württemberg", "Baden-Württemberg", "DE"),
        ("NRW", "North Rhine-Westphalia", "DE"),
        ("Bayern", "Bavaria", "DE"),
        ("Catalunya", "Catalonia", "ES"),
        ("Cataluña", "Catalonia", "ES"),
        ("Andalucía", "Andalusia", "ES"),
        ("Comunidad Valenciana", "Valencian Community", "ES"),
        ("País Vasco", "Basque Country", "ES"),
        ("Islas Canarias", "Canary Islands", "ES"),
        ("Zuid-Holland", "South Holland", "NL"),
        ("Noord-Brabant", "North Brabant", "NL"),
        ("Vlaanderen", "Flanders", "BE"),
        ("Śląskie", "Silesia", "PL"),
        ("Pomeranian Voivodeship", "Pomerania", "PL"),
        ("Steiermark", "Styria", "AT"),
        ("Jihomoravský kraj", "South Moravia", "CZ"),
        ("Moravian-Silesian Region", "Moravia-Silesia", "CZ"),
        ("Hlavní město Praha", "Prague", "CZ"),
        ("Attiki", "Attica", "GR"),
        ("Kyiv City", "Kyiv", "UA"),
        ("Piemonte", "Piedmont", "IT"),
        ("Toscana", "Tuscany", "IT"),
        ("Latium", "Lazio", "IT"),
        ("Lombardia", "Lombardy", "IT"),
        ("Puglia", "Apulia", "IT"),
        ("North Denmark", "North Jutland", "DK"),
        ("Pohjois-Karjala", "North Karelia", "FI"),
        ("Podravska", "Podravska", "SI"),
        ("Zadar County", "Zadar", "HR"),
        ("Split-Dalmatia", "Split-Dalmatia", "HR"),
        ("Splitsko-dalmatinska županija", "Split-Dalmatia", "HR"),
        ("Andalusia (Spain)", "Andalusia", "ES"),
        ("PACA", "Provence-Alpes-Côte d'Azur", "FR"),
        ("Kauno apskritis", "Kaunas", "LT"),
        ("Tartumaa", "Tartu", "EE"),
        ("Hajdú-Bihar megye", "Hajdú-Bihar", "HU"),
        ("Alentejo", "Alentejo", "PT"),
        ("South Yorkshire", "South Yorkshire", "GB"),
        ("Skåne", "Skåne", "SE"),
        ("Scania", "Skåne", "SE"),
        ("Toscane", "Tuscany", "IT"),
        ("Kleinpolen", "Lesser Poland", "PL"),
        ("施蒂利亚州", "Styria", "AT"),
        ("萨克森州", "Saxony", "DE"),
        ("下萨克森", "Lower Saxony", "DE"),
        ("大东部大区", "Grand Est", "FR"),
        ("北莱茵-威斯特法伦州", "North Rhine-Westphalia", "DE"),
        ("巴斯克自治区", "Basque Country", "ES"),
        ("斯科讷省", "Skåne", "SE"),
        ("吉林省", "Jilin", "CN"),
    ],
)
def test_a_region_is_known_by_its_variants(written: str, name: str, country_code: str) -> None:
    found = region(written)
    assert found is not None
    assert (found.name, found.country_code) == (name, country_code)


@pytest.mark.parametrize(
    "written",
    [
        *("Portugal", "Nowhere", "", "Region", "N/A"),
        *("州", "大区", "北部", "广州", "苏州市", "吉林市", "工业区", "森州"),
    ],
)
def test_what_is_no_region_is_not_found(written: str) -> None:
    assert region(written) is None
    assert not is_region(written)


def test_the_country_decides_between_regions_of_one_name() -> None:
    assert [found.name for code in ("DK", "IS") if (found := region("Capital Region", countries=[code]))] == [
        "Capital Region of Denmark",
        "Capital Region of Iceland",
    ]
    assert region("Limburg") is None
    found = region("Limburg", countries=["BE"])
    assert found is not None
    assert (found.country_code, found.within) == ("BE", ("Flanders",))


@pytest.mark.parametrize(
    ("city", "written", "lies_within"),
    [
        ("Barnsley", "South Yorkshire", True),
        ("Évora", "Alentejo", True),
        ("Maribor", "Podravska", True),
        ("Stuttgart", "Baden-Württemberg", True),
        ("Stuttgart", "Bavaria", False),
        ("Rome", "Liaoning", False),
    ],
)
def test_a_region_may_hold_the_cities_of_its_divisions(city: str, written: str, lies_within: bool) -> None:
    place, found = gazetteer().find(city).place, region(written)
    assert place is not None
    assert found is not None
    assert found.may_hold(place) is lies_within


def test_a_region_may_hold_a_city_whose_own_region_is_unknown() -> None:
    attica = region("Attica")
    assert attica is not None
    assert attica.may_hold(Place("Somewhere", "GR", None, 38.0, 23.7))
    assert not attica.may_hold(Place("Somewhere", "IT", None, 42.0, 12.0))
