"""Cities, regions and countries: sides come from where a city lies, not from its column."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.reading.helpers import cell, traced
from ucap.documents.model import Document
from ucap.documents.opening import open_document
from ucap.plan.record import SIDES
from ucap.reading.places.asides import sign_of_lead
from ucap.reading.places.cities import named_cities
from ucap.reading.places.places import Places, read_places
from ucap.reading.places.regions import read_countries
from ucap.reading.record import read_document


def places(text: str = "", **rows: tuple[str, ...]) -> Places:
    """The places of a document with these head rows, one string a column, and some loose text."""
    document = Document("test.txt", "text/plain", "", text, (), loose=(traced(text),))
    return read_places(
        document, {key: tuple(cell(one) if one else cell() for one in columns) for key, columns in rows.items()}
    )


def sides(found: Places) -> Mapping[str, list[str]]:
    return {side: [one.city.name for one in found.cities if one.city.side == side] for side in SIDES}


def test_cities_have_their_usual_names_and_keep_the_written_ones() -> None:
    found = places(city=("Xian", "Roma, Praha and AKK"), country=("China", "Italy, Czech Republic, Greece"))
    assert sides(found) == {"china": ["Xi'an"], "europe": ["Rome", "Prague", "Agioi Anargyroi-Kamatero"]}
    assert [one.city.written for one in found.cities] == ["Xian", "Roma", "Praha", "AKK"]
    assert [one.city.lead for one in found.cities] == [True, False, False, False]


def test_chinese_names_of_european_cities_may_have_a_sign_for_city_behind_them() -> None:
    found = places(city=("长沙市、株洲市", "图卢兹市、波尔图"), country=("中国", "法国、葡萄牙"))
    assert sides(found) == {"china": ["Changsha", "Zhuzhou"], "europe": ["Toulouse", "Porto"]}


@pytest.mark.parametrize(
    ("column", "europe"),
    [
        ("Bielsko-Biała", ["Bielsko-Biała"]),
        ("Reggio-Emilia", ["Reggio Emilia"]),
        ("Port of Gdańsk", ["Gdańsk"]),
        ("Gdańsk City Hall", ["Gdańsk"]),
        ("Gdańsk¹, Gdynia*", ["Gdańsk", "Gdynia"]),
    ],
)
def test_what_stands_around_and_between_names_is_no_part_of_them(column: str, europe: list[str]) -> None:
    found = places(city=("Dalian", column))
    assert sides(found)["europe"] == europe
    assert not any(one.match.is_fuzzy for one in found.cities)


@pytest.mark.parametrize("blank", ["tbd", "to be defined", "见附件"])
def test_what_holds_the_place_of_a_city_is_none(blank: str) -> None:
    assert sides(places(city=("Dalian", blank))) == {"china": ["Dalian"], "europe": []}


def test_a_remark_beside_the_word_for_none_is_no_region() -> None:
    found = places(city=("Tianjin", "Gdańsk"), region=("N/A (municipality)", "Pomerania"))
    regions = found.regions.by_side
    assert {side: [read.value for read in regions[side]] for side in SIDES} == {
        "china": [],
        "europe": ["Pomerania"],
    }


def test_swapped_columns_do_not_swap_the_sides() -> None:
    found = places(city=("Granada", "Foshan"), region=("Andalusia", "Guangdong"))
    assert found.sides == ("europe", "china")
    assert [(one.city.name, one.city.side, one.city.lead) for one in found.cities] == [
        ("Granada", "europe", True),
        ("Foshan", "china", False),
    ]


@pytest.mark.parametrize(
    ("collapsed", "china", "europe"),
    [
        ("Longyan Mannheim, Prague", ["Longyan"], ["Mannheim", "Prague"]),
        ("Taizhou Torino, Maribor", ["Taizhou"], ["Turin", "Maribor"]),
        ("Guilin 桂林市 Zadar, Split", ["Guilin"], ["Zadar", "Split"]),
        ("Baoding, Xuzhou Reggio Emilia, Ghent", ["Baoding", "Xuzhou"], ["Reggio Emilia", "Ghent"]),
        ("Ordos City Freiburg im Breisgau and Tartu", ["Ordos"], ["Freiburg", "Tartu"]),
        ("Qingdao Las Palmas de Gran Canaria", ["Qingdao"], ["Las Palmas de Gran Canaria"]),
        ("Jilin City, Yichun Luxembourg, Turku", ["Jilin", "Yichun"], ["Luxembourg", "Turku"]),
        ("洛阳市 图尔市", ["Luoyang"], ["Tours"]),
        ("遵义 Zunyi 坦佩雷 Tampere", ["Zunyi"], ["Tampere"]),
        ("遵义 Zunyi 圣地亚哥 Santiago de Compostela", ["Zunyi"], ["Santiago de Compostela"]),
        ("Guilin 桂林市 Toruń 托伦市", ["Guilin"], ["Toruń"]),
        ("哈尔滨 松北区 罗马", ["Harbin"], ["Rome"]),
    ],
)
def test_columns_that_ran_together_are_parted_by_knowledge_of_places(
    collapsed: str, china: list[str], europe: list[str]
) -> None:
    assert sides(places(city=(collapsed,))) == {"china": china, "europe": europe}


@pytest.mark.parametrize(
    ("collapsed", "china", "europe"),
    [
        ("Liaoning Catalonia, Baden Württemberg, Lazio", ["Liaoning"], ["Catalonia", "Baden-Württemberg", "Lazio"]),
        ("Guangxi Zadar County, Split-Dalmatia", ["Guangxi"], ["Zadar County", "Split-Dalmatia"]),
        ("Hunan Yorkshire and the Humber", ["Hunan"], ["Yorkshire and the Humber"]),
        ("N/A Veneto", [], ["Veneto"]),
    ],
)
def test_regions_that_ran_together_are_parted_too(collapsed: str, china: list[str], europe: list[str]) -> None:
    by_side = places(city=("Wuxi", "Bilbao"), region=(collapsed,)).regions.by_side
    written = {side: [str(read.sources[0][1]) for read in by_side[side]] for side in SIDES}
    expected = {"china": china, "europe": [name.replace("Baden-W", "Baden W") for name in europe]}
    assert written == expected


@pytest.mark.parametrize("written", ["N/A", "sans objet", "nie dotyczy", "–"])
def test_a_side_that_declares_no_region_has_none(written: str) -> None:
    by_side = places(city=("Wuxi", "Bilbao"), region=("Jiangsu", written)).regions.by_side
    assert {side: [read.value for read in by_side[side]] for side in SIDES} == {"china": ["Jiangsu"], "europe": []}


def test_the_province_tells_which_of_two_cities_is_meant() -> None:
    (city,) = places(city=("Taizhou",), region=("Zhejiang",)).cities
    assert city.city.region == "Zhejiang"


def test_without_a_province_a_shared_name_is_a_finding() -> None:
    assert [found.code for found in places(city=("Suzhou", "Venice"), region=("N/A", "Veneto")).findings] == [
        "city-ambiguous"
    ]


def test_a_province_that_is_that_of_another_city_tells_nothing_of_a_shared_name() -> None:
    found = places(city=("Jilin, Yichun", "Turku"), region=("Jilin", "Southwest Finland"))
    assert [(one.code, one.field) for one in found.findings] == [("city-ambiguous", "/cities/1")]


def test_a_country_behind_a_city_says_where_it_is_and_is_no_city() -> None:
    found = places(city=("Yantai", "Brest, France; Delft (Netherlands)"))
    assert sides(found)["europe"] == ["Brest", "Delft"]
    assert [one.city.country_code for one in found.cities] == ["CN", "FR", "NL"]


@pytest.mark.parametrize("country", ["Suomi", "Suomi (Finland)", "Finland / Suomi", "finland"])
def test_a_country_may_be_named_in_its_own_language(country: str) -> None:
    found = places(city=(f"Oulu, {country}; Kajaani and Harbin, Kiina (China)",))
    assert sides(found) == {"europe": ["Oulu", "Kajaani"], "china": ["Harbin"]}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Praha 6", "Prague"),
        ("Gent/Gand", "Ghent"),
        ("Lvliang", "Lüliang"),
        ("Haidian District", "Haidian"),
        ("Pudong District, Shanghai", "Shanghai"),
    ],
)
def test_districts_and_second_names_are_no_cities_of_their_own(written: str, name: str) -> None:
    assert [one.city.name for one in places(city=(written, "")).cities] == [name]


def test_a_country_among_the_regions_is_set_apart() -> None:
    regions = places(city=("Quanzhou", "Lisbon, Naples"), region=("Fujian", "Portugal, Campania")).regions
    assert [read.value for read in regions.by_side["europe"]] == ["Campania"]
    assert [str(country) for country in regions.countries] == ["Portugal"]


def test_a_lead_city_that_its_row_lacks_is_found_in_the_text_of_its_province() -> None:
    text = "Letter of Shanghai. Quanzhou was a port; Quanzhou makes shoes. Jinjiang is near."
    found = places(
        text, city=("", "Lisbon, Naples"), region=("Fujian", "Campania"), country=("China", "Portugal, Italy")
    )
    assert [(one.city.name, one.city.lead) for one in found.cities] == [
        ("Quanzhou", True),
        ("Lisbon", False),
        ("Naples", False),
    ]
    assert [one.code for one in found.findings] == ["lead-city-missing"]


def test_a_lead_city_that_nothing_names_is_a_finding() -> None:
    found = places("Nothing here.", city=("", "Lisbon"))
    assert [one.code for one in found.findings] == ["lead-city-missing"]
    assert sides(found) == {"china": [], "europe": ["Lisbon"]}


def test_an_unknown_city_stays_on_the_side_of_its_column() -> None:
    found = places(city=("Wuxi", "Wonderburg"), country=("China", "Spain"))
    assert [(one.city.name, one.city.side, one.city.country_code) for one in found.cities][1] == (
        "Wonderburg",
        "europe",
        "ES",
    )
    assert [(one.code, one.severity) for one in found.findings] == [("city-unknown", "error")]


def test_an_unknown_city_is_on_the_side_of_the_others_in_its_column() -> None:
    found = places(city=("Valencia, Wonderburg", "Shenyang"), country=("Spain", "China"))
    assert sides(found) == {"china": ["Shenyang"], "europe": ["Valencia", "Wonderburg"]}
    assert [one.city.country_code for one in found.cities] == ["ES", "ES", "CN"]


def test_a_misspelt_city_is_found_and_said() -> None:
    found = places(city=("Guanhzhou", "Bologna"))
    assert sides(found)["china"] == ["Guangzhou"]
    assert [(one.code, one.severity) for one in found.findings] == [("city-unknown", "warning")]


def test_countries_are_sorted_by_side_whichever_column_they_stand_in() -> None:
    countries = places(city=("Wuxi", "Bilbao"), country=("Spain, P.R. China", "Italy, UK")).countries
    assert {side: [read.value for read in countries[side]] for side in SIDES} == {
        "china": ["CN"],
        "europe": ["ES", "IT", "GB"],
    }


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("R. P. China", "R. P. China"),
        ("République populaire de Chine", "République populaire de Chine"),
        ("Volksrepublik China", "Volksrepublik China"),
        ("twin republics: China", "China"),
        ("GRP China", "China"),
    ],
)
def test_the_form_of_the_state_before_a_country_belongs_to_its_name(written: str, whole: str) -> None:
    [country] = read_countries([cell(written)])["china"]
    assert [str(text) for _, text in country.sources] == [whole]


@pytest.mark.parametrize(
    ("cities", "countries", "expected"),
    [("Essen, São Paulo", "Germany, Brazil", "BR"), ("Rostock, Córdoba", "Germany, Argentina", "AR")],
)
def test_a_namesake_in_another_country_is_not_guessed(cities: str, countries: str, expected: str) -> None:
    found = places(city=("Wuxi", cities), country=("China", countries))
    assert (found.cities[2].match.place, found.cities[2].city.country_code) == (None, expected)
    assert [one.field for one in found.findings if one.code == "city-unknown"] == ["/cities/2"]


@pytest.mark.parametrize("city", ["Haidian District, Beijing", "Beijing, Haidian District", "Shenzhen Nanshan"])
def test_a_city_with_its_district_is_one_partner(city: str) -> None:
    assert len(sides(places(city=(city, "Essen"), country=("China", "Germany")))["china"]) == 1


@pytest.mark.parametrize(
    ("written", "province", "names"),
    [
        ("Pukou District, Nanjing", "Jiangsu", ["Nanjing"]),
        ("Jiangbei New Area, Nanjing", "Jiangsu", ["Nanjing"]),
        ("Nanjing, Pukou District", "Jiangsu", ["Nanjing"]),
        ("Haidian District, Nanjing", "Beijing, Jiangsu", ["Haidian", "Nanjing"]),
        ("江苏省南京市", "Jiangsu", ["Nanjing"]),
        ("Qingdao Development Zone; Yantai", "Shandong", ["Qingdao", "Yantai"]),
        ("Jimo District; Qingdao", "Shandong", ["Qingdao"]),
        ("香港特別行政區", "", ["Hong Kong"]),
    ],
)
def test_a_zone_before_its_city_and_a_province_before_it_are_no_partners(
    written: str, province: str, names: list[str]
) -> None:
    assert (
        sides(places(city=(written, "Zagreb"), region=(province, ""), country=("China", "Croatia")))["china"] == names
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Course with the NICE network in Wuhan", ["Wuhan"]),
        ("NICE (Network for Intercultural Cities Exchange) met in Wuhan", ["Wuhan"]),
        ("Visit of the project ESSEN to Wuhan", ["Wuhan"]),
        ("Seminar in Wuhan on the guidelines of NICE, the British institute for health", ["Wuhan"]),
        ("Visit to NICE, Graz and Wuhan", ["Nice", "Graz", "Wuhan"]),
        ("Visit to NICE, the city of the carnival", ["Nice"]),
        ("ESSEN and WUHAN sign", ["Essen", "Wuhan"]),
        ("Essen network meeting in Wuhan", ["Essen", "Wuhan"]),
        ("Lecture on the NICE recommendations in Wuhan", ["Wuhan"]),
        ("Essen guides meet in Wuhan; dinner in Essen", ["Essen", "Wuhan", "Essen"]),
    ],
)
def test_an_acronym_of_a_network_is_no_city(text: str, names: list[str]) -> None:
    assert [city.name for city in named_cities(text, ())] == names


def test_a_word_for_a_kind_of_region_alone_is_none_and_belongs_to_the_name() -> None:
    found = places(city=("Nanchang", "Cluj-Napoca"), region=("Jiangxi", "Județul Cluj"), country=("Xina", "România"))
    assert [one.value for one in found.regions.by_side["europe"]] == ["Cluj"]
    assert [one.value for side in SIDES for one in found.countries[side]] == ["CN", "RO"]


def test_a_region_whose_chinese_name_has_a_hyphen_is_known() -> None:
    found = places(city=("洛阳市", "图尔市"), region=("河南省", "中央-卢瓦尔河谷大区")).regions.by_side
    assert [[read.value for read in found[side]] for side in SIDES] == [["Henan"], ["Centre-Val de Loire"]]


def test_names_in_two_scripts_are_written_as_they_stand() -> None:
    found = places(city=("遵义 Zunyi 坦佩雷 Tampere",)).cities
    assert [one.city.written for one in found] == ["遵义 Zunyi", "坦佩雷 Tampere"]


def regions_of_cities(found: Places) -> list[str | None]:
    return [one.city.region for one in found.cities]


def test_regions_listed_one_for_each_city_are_those_of_the_cities() -> None:
    found = places(
        city=("Panjin", "Leuven, Coimbra"), region=("Liaoning", "Flemish Brabant, Centro"), country=("CN", "BE, PT")
    )
    assert regions_of_cities(found) == ["Liaoning", "Flemish Brabant", "Centro"]
    sources = [pointer for one in found.cities for pointer, _source in one.as_read().sources]
    assert sources.count("/region") == 2


def test_a_region_in_which_the_city_cannot_be_and_lists_of_other_length_leave_the_gazetteers() -> None:
    found = places(city=("Panjin", "Leuven"), region=("Liaoning", "Bavaria"), country=("CN", "BE"))
    assert regions_of_cities(found) == ["Liaoning", "Flanders"]
    found = places(city=("Panjin", "Leuven, Graz"), region=("Liaoning", "Flemish Brabant"), country=("CN", "BE, AT"))
    assert regions_of_cities(found) == ["Liaoning", "Flanders", "Styria"]


def test_one_region_listed_for_several_cities_is_that_of_all_where_all_lie_in_it() -> None:
    found = places(city=("Panjin", "Leuven, Ghent"), region=("Liaoning", "Flemish Brabant"), country=("CN", "BE"))
    assert regions_of_cities(found) == ["Liaoning", "Flemish Brabant", "Flemish Brabant"]
    found = places(city=("Panjin", "Leuven, Liège"), region=("Liaoning", "Flemish Brabant"), country=("CN", "BE"))
    assert regions_of_cities(found) == ["Liaoning", "Flanders", "Wallonia"]
    found = places(city=("Panjin", "Leuven, Wonderstad"), region=("Liaoning", "Flemish Brabant"), country=("CN", "BE"))
    assert regions_of_cities(found) == ["Liaoning", "Flanders", None]


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("Styria (Steiermark)", "Styria"),
        ("Steiermark (Styria)", "Styria"),
        ("Lower Austria (Land Niederösterreich)", "Lower Austria"),
        ("Styria", "Styria"),
        ("Wonderland (Oz)", "Wonderland (Oz)"),
    ],
)
def test_a_region_with_its_name_in_another_language_in_brackets_is_one(written: str, region: str) -> None:
    found = places(city=("Panjin", "Graz"), region=("Liaoning", written), country=("CN", "AT"))
    assert [read.value for read in found.regions.by_side["europe"]] == [region]


def test_names_in_two_scripts_with_a_slash_between_them_are_one() -> None:
    found = places(
        city=("Λάρισα / Larissa", "Τζινγκντετζέν / Jingdezhen"),
        region=("Θεσσαλία / Thessaly", "Τζιανγκσί / Jiangxi"),
        country=("Ελλάδα / Greece", "Κίνα / China"),
    )
    assert sides(found) == {"china": ["Jingdezhen"], "europe": ["Larissa"]}
    assert [[read.value for read in found.regions.by_side[side]] for side in SIDES] == [["Jiangxi"], ["Thessaly"]]


@pytest.mark.parametrize(
    ("china", "europe", "leads"),
    [
        ("Changchun, Harbin (lead city), Hohhot", "Umeå, Oulu", "Harbin"),
        ("Changchun, Harbin – Lead, Hohhot", "Umeå, Oulu", "Harbin"),
        ("Lead: Harbin, Changchun", "Umeå, Oulu", "Harbin"),
        ("长春市、哈尔滨市（牵头）、呼和浩特市", "Umeå, Oulu", "Harbin"),
        ("牵头城市：哈尔滨，长春", "Umeå, Oulu", "Harbin"),
        ("Changchun", "Lyon, Lille (chef de file)", "Lille"),
        ("Changchun", "Torino, Milano (capofila)", "Milan"),
        ("Changchun", "Hamburg; Lead-Stadt: Bremen", "Bremen"),
        ("Changchun, Harbin", "Umeå, Oulu", "Changchun"),
    ],
)
def test_a_city_that_is_marked_as_the_lead_leads(china: str, europe: str, leads: str) -> None:
    found = places(city=(china, europe))
    assert [one.city.name for one in found.cities if one.city.lead] == [leads]
    assert not any(one.code == "city-unknown" for one in found.findings)


def test_a_sign_marks_the_lead_where_a_note_explains_it() -> None:
    text = "City\tChangchun, Harbin*\tUmeå, Oulu\nCountry\tChina\tSweden, Finland\nThemes\tSnow\n\n* lead city\n"
    read = read_document(open_document("plan.txt", text.encode()))
    assert [city.name for city in read.cities if city.lead] == ["Harbin"]


def test_a_note_that_marks_the_lead_is_short() -> None:
    """Blanks by the thousand between sign and words would be parted in very many ways."""
    assert sign_of_lead("* lead city") == "*"
    assert sign_of_lead("*" + " \n" * 50_000 + "lead city") == ""


def test_of_several_cities_that_are_marked_as_the_lead_one_is_taken_and_doubtful() -> None:
    found = places(city=("Changchun, Harbin (Chinese lead)", "Oulu (European lead), Umeå"))
    assert [one.city.name for one in found.cities if one.city.lead] == ["Harbin"]
    assert [(one.code, one.field) for one in found.findings] == [("city-ambiguous", "/cities/1")]


@pytest.mark.parametrize(
    ("column", "city", "said"),
    [
        ("Cluj-Napoca, seat of Cluj County", "Cluj-Napoca", ", seat of Cluj County"),
        ("Rouen (chef-lieu de la Normandie)", "Rouen", "(chef-lieu de la Normandie)"),
        ("Stuttgart, Hauptstadt von Baden-Württemberg", "Stuttgart", ", Hauptstadt von Baden-Württemberg"),
        ("Pécs, Baranya megye székhelye", "Pécs", ", Baranya megye székhelye"),
        ("Landeshauptstadt München", "Munich", ""),
        ("Roma Capitale", "Rome", ""),
    ],
)
def test_that_a_city_is_the_seat_of_a_region_is_no_name(column: str, city: str, said: str) -> None:
    (found,) = (one for one in places(city=("Guiyang", column)).cities if one.city.side == "europe")
    assert found.city.name == city
    assert "".join(map(str, found.listed)) == said


@pytest.mark.parametrize(
    ("china", "europe", "names"),
    [
        ("Yunnan tartomány", "Baranya megye", ("Yunnan", "Baranya")),
        ("Provinz Yunnan", "Land Bremen", ("Yunnan", "Bremen")),
        ("prowincja Yunnan", "województwo śląskie", ("Yunnan", "Silesia")),
        ("provinsen Yunnan", "Västerbottens län", ("Yunnan", "Västerbotten")),
        ("provincija Yunnan", "Kauno apskritis", ("Yunnan", "Kaunas")),
    ],
)
def test_words_for_a_kind_of_region_are_no_names(china: str, europe: str, names: tuple[str, str]) -> None:
    found = places(region=(china, europe)).regions.by_side
    assert [[read.value for read in found[side]] for side in ("china", "europe")] == [[names[0]], [names[1]]]
