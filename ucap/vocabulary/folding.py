"""How spellings are compared: one folding for names, labels and cues."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"&|[{HAN}]|[^\W_{HAN}]+(?:['’ʼʻ‘`´](?!s\b)[^\W_{HAN}]+)*")  # "Xi'an"
_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_APOSTROPHES = "'’ʼʻ‘`´ʹʾ"
_DASHES = "-‐‑‒–—―−_"
# Letters that Unicode does not decompose into a base and an accent.
_LETTERS = {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
_NARROW = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "})
_FOLDED = str.maketrans({**dict.fromkeys(_APOSTROPHES), **dict.fromkeys(_DASHES, " "), **_LETTERS})


class Token(NamedTuple):
    """A word, a number or a single Chinese character: the range `[start, end)` of the text, and the folded word."""

    start: int
    end: int
    word: str


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form in which spellings are compared: lower case, without accents and apostrophes, dashes as spaces.

    White space is collapsed to single spaces; other punctuation stays.
    """
    if text.isascii():
        return " ".join(text.casefold().translate(_FOLDED).split())
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(_ACCENTS.sub("", lower).translate(_FOLDED).split())


def narrow(text: str) -> str:
    """The text with full-width letters, digits and signs as plain ones; its length stays: `ＳＤＧ　７` is `SDG 7`."""
    return text if text.isascii() else text.translate(_NARROW)


def tokens(text: str) -> list[Token]:
    """The words of a text with their places in it; `&` is the word "and", a possessive `'s` belongs to no word."""
    return [Token(*match.span(), _word(match.group())) for match in _TOKEN.finditer(text)]


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, without punctuation."""
    return tuple(_word(found) for found in _TOKEN.findall(text))


def key(text: str) -> str:
    """The folded words of a text joined by spaces: two texts with one key say the same."""
    return " ".join(words(text))


def _word(found: str) -> str:
    return "and" if found == "&" else fold(found)
