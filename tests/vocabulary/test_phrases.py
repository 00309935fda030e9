"""Finding the phrases of a vocabulary in running text."""

from ucap.vocabulary import Phrases

PHRASES = Phrases([("smart city", 1), ("city", 2), ("manufactur*", 3), ("smart manufactur*", 4), ("智慧城市", 5)])


def test_the_longest_phrase_wins_and_offsets_fit_the_text() -> None:
    text = "A Smart City, a city; smart-manufacturing, 智慧城市"
    assert [(text[found.start : found.end], found.value) for found in PHRASES.find(text)] == [
        ("Smart City", 1),
        ("city", 2),
        ("smart-manufacturing", 4),
        ("智慧城市", 5),
    ]


def test_a_star_matches_longer_words_and_a_plain_phrase_does_not() -> None:
    assert [found.value for found in PHRASES.find("manufacturers in citylike places")] == [3]


def test_a_text_as_a_whole_is_a_phrase_or_nothing() -> None:
    assert PHRASES.get("Smart city") == 1
    assert PHRASES.get("Smart city construction") is None
    assert PHRASES.get("") is None
