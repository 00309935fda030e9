"""How spellings are compared."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.vocabulary import fold, key, tokens, words


def test_accents_apostrophes_dashes_case_and_spaces_do_not_matter() -> None:
    assert fold("  Provence–Alpes-Côte   d’Azur ") == "provence alpes cote dazur"
    assert fold("Xi’an") == fold("XI'AN") == "xian"


def test_letters_without_a_decomposition_have_a_plain_form() -> None:
    assert fold("Gdańsk Łódź Tromsø Gießen Đakovo") == "gdansk lodz tromso giessen dakovo"


def test_other_punctuation_stays_until_words_are_asked_for() -> None:
    assert fold("Jobs & Skills, N/A") == "jobs & skills, n/a"
    assert key("Jobs & Skills, N/A") == "jobs and skills n a"


def test_a_superscript_is_a_digit_and_each_chinese_character_a_word() -> None:
    assert words("Size (km²): 面积") == ("size", "km2", "面", "积")


def test_a_possessive_belongs_to_no_word() -> None:
    assert words("Tianjin's and Xi'an’s walls") == ("tianjin", "s", "and", "xian", "s", "walls")


def test_tokens_know_where_they_stand() -> None:
    text = "Xi'an – Córdoba"
    assert [(text[token.start : token.end], token.word) for token in tokens(text)] == [
        ("Xi'an", "xian"),
        ("Córdoba", "cordoba"),
    ]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_never_matters(text: str) -> None:
    assert fold(text.casefold()) == fold(text)
