"""What a written name means."""

import pytest

from ucap.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("written", "name", "region"),
    [
        ("Panjin", "Panjin", "Liaoning"),
        ("Guilin 桂林市", "Guilin", "Guangxi"),
        ("盘锦", "Panjin", "Liaoning"),
        ("桂林市", "Guilin", "Guangxi"),
        ("Xian", "Xi'an", "Shaanxi"),
        ("Xi’an", "Xi'an", "Shaanxi"),
        ("Suzhou (Taicang)", "Suzhou", "Jiangsu"),
        ("Ordos City", "Ordos", "Inner Mongolia"),
        ("Eerduosi", "Ordos", "Inner Mongolia"),
        ("Hengdian", "Hengdian", "Zhejiang"),
        ("Beichuan", "Beichuan", "Sichuan"),
        ("Guangzhou Development District", "Guangzhou", "Guangdong"),
        ("Roma", "Rome", "Lazio"),
        ("Praha", "Prague", "Prague"),
        ("Torino", "Turin", "Piedmont"),
        ("Napoli", "Naples", "Campania"),
        ("Köln", "Cologne", "North Rhine-Westphalia"),
        ("Sevilla", "Seville", "Andalusia"),
        ("Cordoba", "Córdoba", "Andalusia"),
        ("Malaga", "Málaga", "Andalusia"),
        ("Las Palmas", "Las Palmas de Gran Canaria", "Canary Islands"),
        ("Gent", "Ghent", "Flanders"),
        ("Lisboa", "Lisbon", "Lisbon"),
        ("Venezia", "Venice", "Veneto"),
        ("Danzig", "Gdańsk", "Pomerania"),
        ("Genève", "Geneva", "Geneva"),
        ("Freiburg im Breisgau", "Freiburg", "Baden-Württemberg"),
        ("Reggio nell’Emilia", "Reggio Emilia", "Emilia-Romagna"),
        ("Reggio Emilia", "Reggio Emilia", "Emilia-Romagna"),
        ("Bologna (Metropolitan)", "Bologna", "Emilia-Romagna"),
        ("Stuttgart Region (including Ludwigsburg)", "Stuttgart", "Baden-Württemberg"),
        ("Municipality of Bari", "Bari", "Apulia"),
        ("Nuovo Circondario Imolese / Bologna", "Imola", "Emilia-Romagna"),
        ("AKK", "Agioi Anargyroi-Kamatero", "Attica"),
        ("Agii Anargiri-Kamatero", "Agioi Anargyroi-Kamatero", "Attica"),
        ("Essen (Nordrhein-Westfalen)", "Essen", "North Rhine-Westphalia"),
        ("Brest, France", "Brest", "Brittany"),
        ("Delft (Netherlands)", "Delft", "South Holland"),
        ("Stara Zagora", "Stara Zagora", "Stara Zagora"),
        ("Salamanca", "Salamanca", "Castile and León"),
        ("Newcastle", "Newcastle upon Tyne", "England"),
    ],
)
def test_a_place_is_found_however_it_is_written(written: str, name: str, region: str) -> None:
    match = gazetteer().find(written)
    assert match.place is not None
    assert (match.place.name, match.place.region) == (name, region)
    assert (match.is_ambiguous, match.is_fuzzy) == (False, False)


def test_a_place_has_the_coordinates_and_the_population_of_geonames() -> None:
    place = gazetteer().find("Panjin").place
    assert place is not None
    assert (place.latitude, place.longitude, place.population) == (41.121, 122.0739, 1166481)


@pytest.mark.parametrize(
    ("written", "name", "country_code"),
    [
        ("Lazio Region", "Lazio", "IT"),
        ("Region of Western Greece", "Western Greece", "GR"),
        ("Alentejo Region", "Alentejo", "PT"),
        ("Sisak Moslavina County", "Sisak-Moslavina", "HR"),
        ("Krapina-Zagorje county", "Krapina-Zagorje", "HR"),
    ],
)
def test_a_region_that_takes_part_stands_at_its_seat(written: str, name: str, country_code: str) -> None:
    place = gazetteer().find(written).place
    assert place is not None
    assert (place.name, place.country_code, place.kind) == (name, country_code, "region")


def test_cities_of_one_name_and_size_are_ambiguous() -> None:
    match = gazetteer().find("Taizhou")
    assert match.is_ambiguous
    assert {place.region for place in (match.place, *match.alternatives) if place} == {"Jiangsu", "Zhejiang"}


@pytest.mark.parametrize(
    ("hint", "region"),
    [({"regions": ["Zhejiang"]}, "Zhejiang"), ({"regions": ["浙江省", "Piedmont"]}, "Zhejiang")],
)
def test_the_region_decides_between_cities_of_one_name(hint: dict[str, list[str]], region: str) -> None:
    match = gazetteer().find("Taizhou", regions=hint["regions"])
    assert match.place is not None
    assert (match.place.region, match.is_ambiguous) == (region, False)


def test_the_chinese_name_decides_between_cities_of_one_spelling() -> None:
    match = gazetteer().find("Taizhou 台州")
    assert match.place is not None
    assert (match.place.region, match.is_ambiguous) == ("Zhejiang", False)


@pytest.mark.parametrize(("written", "region"), [("Suzhou", "Jiangsu"), ("Fuzhou", "Fujian"), ("Brest", "Brittany")])
def test_a_much_larger_city_is_meant_where_nothing_else_is_said(written: str, region: str) -> None:
    match = gazetteer().find(written)
    assert match.place is not None
    assert (match.place.region, match.is_ambiguous) == (region, False)


def test_a_wrong_hint_does_not_make_a_hamlet_of_a_capital() -> None:
    match = gazetteer().find("Rome", countries=["FR"], regions=["Brittany"])
    assert match.place is not None
    assert match.place.country_code == "IT"


@pytest.mark.parametrize(("written", "name"), [("Barcelna", "Barcelona"), ("Guanghzou", "Guangzhou")])
def test_a_misspelling_is_found_and_flagged(written: str, name: str) -> None:
    match = gazetteer().find(written)
    assert match.place is not None
    assert (match.place.name, match.is_fuzzy) == (name, True)


@pytest.mark.parametrize("written", ["", "()", "Nowhere", "N/A", "Atlantis", "City", "to be decided", "2019"])
def test_what_is_no_place_is_not_found(written: str) -> None:
    assert gazetteer().find(written).place is None


@pytest.mark.parametrize(("written", "side"), [("Panjin", "china"), ("Hong Kong", "china"), ("Manchester", "europe")])
def test_a_place_stands_on_the_side_of_its_country(written: str, side: str) -> None:
    place = gazetteer().find(written).place
    assert place is not None
    assert place.side == side
