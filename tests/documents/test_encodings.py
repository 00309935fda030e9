"""Encodings of text files, and the form in which text is kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.documents.encodings import clean, decode
from ucap.documents.source import Source

TEXT = "City:\tGuilin 桂林市\tZadar\nSize (km²)\t27,809 km²\nKey focus of the “café” – naïve coöperation…\n" * 3
WESTERN = "Size (km²)\tBaden-Württemberg, Andalucía, Provence-Alpes-Côte d’Azur – “Nervión”\nPopulation:\t1 Mio\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_text_with_chinese_is_decoded_whatever_its_encoding(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_western_text_is_decoded_whatever_its_encoding(encoding):
    assert decode(WESTERN.encode(encoding)) == WESTERN


def test_spaces_that_do_not_break_are_no_sign_against_chinese():
    text = "City: Datong 大同市 – “Tours”\n\u00a0\n\u00a0\nTerm of cooperation: May 2019\n\u00a0\n"
    assert decode(text.encode("gb18030")) == text


def test_a_single_accent_is_not_taken_for_chinese():
    assert decode("Baden Württemberg".encode("cp1252")) == "Baden Württemberg"


def test_what_a_file_says_of_itself_counts_where_utf_8_is_impossible():
    assert decode("Łódź".encode("iso8859-2"), "iso-8859-2") == "Łódź"
    assert decode("Zürich".encode("cp1252"), "utf-8") == "Zürich"
    assert decode("“Zürich”".encode("cp1252"), "latin-1") == "“Zürich”"
    assert decode("桂林".encode("gbk"), "gb2312") == "桂林"
    assert decode("Zürich".encode("cp1252"), "rot13") == "Zürich"


def test_a_text_cut_off_within_a_character_keeps_the_rest():
    assert decode("Rhône 桂林".encode()[:-1]) == "Rhône 桂\ufffd"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "gbk", "no such encoding"]))
def test_any_bytes_can_be_decoded(data, declared):
    clean(decode(data, declared)).encode()


@given(st.text())
def test_clean_text_is_nfc_and_stays_as_it_is(text):
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


def test_clean_text_has_no_invisible_or_control_characters():
    assert clean("coop\u00ader\u200bation\r\nof\x00 \ufeffcities\x07") == "cooperation\nof  cities "
    assert clean("e\u0301 ﬁrms") == "é firms"
    assert clean("\ud800") == "\ufffd"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("City:\tWuxi\tŁódź, Częstochowa", "cp1250"),
        ("City:\tWuxi\tСофия, Пловдив", "cp1251"),
        ("City:\tWuxi\tАθήνα".replace("А", "Α") + ", Θεσσαλονίκη, Πάτρα", "cp1253"),
        ("城市：\t無錫\t埃森。可持續發展目標與城市議程", "big5"),
        ("City:\tWuxi\tMünchen, Málaga", "cp1252"),
    ],
)
def test_a_code_page_that_no_one_names_is_told_from_its_letters(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Łódź".encode("cp1250"), "cp1250"),
        ("Zürich".encode("cp1252"), None),
        ("桂林市".encode("gbk"), None),
        ("Łódź – Częstochowa, Poland".encode("cp1250"), None),
        ("Łódź – Częstochowa, Lithuania".encode("cp1250"), "cp1250"),
        ("Poznań, Poland".encode("cp1250"), "cp1250"),
        ("Łódź, Győr, Poland".encode("cp1250"), "cp1250"),
        ("София, Пловдив, Bulgaria".encode("cp1251"), "cp1251"),
    ],
)
def test_a_guess_that_may_be_wrong_is_known_as_one(data, encoding):
    assert Source("plan.txt", data).guessed_encoding == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("City:\tZhuhai\tŠiauliai, Klaipėda\nCountry:\tChina\tLithuania\n", "cp1257"),
        ("City:\tZhuhai\tDaugavpils, Rēzekne\nCountry:\tChina\tLatvia\n", "cp1257"),
        ("City:\tZhuhai\tPoznań\nCountry:\tChina\tPoland\n", "cp1250"),
        ("City:\tZhuhai\tGyőr\nCountry:\tChina\tHungary\n", "cp1250"),
        ("City:\tZhuhai\tČeské Budějovice\nCountry:\tChina\tCzech Republic\n", "cp1250"),
        ("City:\tZhuhai\tMuğla, İzmir\nCountry:\tChina\tTurkey\n", "cp1254"),
        ("City:\tZhuhai\tMálaga, La Coruña\nCountry:\tChina\tSpain\n", "cp1252"),
        ("City:\tZhuhai\tAarhus, Køge\nCountry:\tChina\tDenmark\n", "cp1252"),
        ("City:\tZhuhai\tTõrva\nCountry:\tChina\tEstonia\n", "cp1252"),
        ("City:\tZhuhai\tGöteborg, Lübeck\nCountry:\tChina\tSweden, Germany\n", "mac_roman"),
        ("City:\tZhuhai\tŁódź, Poznań\nCountry:\tChina\tPoland\n", "mac_latin2"),
        ("City:\tZhuhai\tMálaga\nCountry:\tChina\tSpain\nPeriod:\t2018 – 2019, 2020–2021, 2022 –\n", "cp1252"),
        ("City:\tZhuhai\tRoma\nCountry:\tChina\tItaly\nThemes:\tL’acqua “pura”, dell’Italia …\n", "cp1252"),
    ],
)
def test_the_countries_that_a_text_names_say_which_letters_are_meant(text, encoding):
    """The same bytes are `Šiauliai` in one code page and `Ðiauliai` in another; neither is wrong by itself."""
    assert decode(text.encode(encoding)) == text
