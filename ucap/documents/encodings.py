"""From bytes to text: the encodings in which text files come, and the form in which all text is kept."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache

from ucap.gazetteer.countries import listed_countries
from ucap.vocabulary.reference import rows

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Soft hyphens, zero-width spaces and direction marks: nobody sees them, and words with them match nothing."""
_CONTROLS = "".join(chr(code) for code in [*range(9), 11, *range(14, 32), 127])
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_UNWANTED = re.compile(f"[{re.escape(_INVISIBLE + _CONTROLS)}\r\ufb00-\ufb06\ud800-\udfff\ufffe\uffff]")
# a soft hyphen, "ﬁ"
_REPLACEMENTS = str.maketrans(
    dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_CONTROLS, " ") | dict.fromkeys("\ufffe\uffff", "\ufffd") | _LIGATURES
)
_TRUSTED = re.compile(r"cp125|iso8859-\d*[02-9]$|iso8859-11|big5|koi8|mac-")
"""What a file may say of itself. Latin-1 is not among them: who declares it means Windows-1252."""
_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
"""A word with high bytes."""
_FOREIGN_WORD = re.compile(rb"[\xa2\xa8\xaa\xaf\xb2-\xb4\xb8-\xba\xbc-\xff]{2,}")
# bytes that are letters in Cyrillic or Greek, and signs in Latin
_GREEK_ACCENT = re.compile(rb"[\xa2\xb8-\xba\xbc\xbe\xbf\xdc-\xdf\xfc-\xfe]")  # "ά" in code page 1253
_SHORTEST_GREEK = 4
_LATIN_PAGES = ("cp1252", "cp1250", "cp1257", "cp1254")
"""Western and Central Europe, the Baltic countries, Turkey: of two that fit alike the first is taken."""
_MACINTOSH_PAGES = ("mac_roman", "mac_latin2")
"""Their letters stand where Windows has dashes and quotes."""
_PUNCTUATION = "–—‘’‚“”„…•€°§«»²\xa0"
_SEVERAL = 3
_HEAD = 100_000
_LONGEST_CODE = 3
_SIGN_IN_WORD = re.compile(r"[A-Za-z][¹³¿£¯¥¼¾œŸ»\ufffd]|[¹³¿£¯¥¼¾Ÿ\ufffd][a-z]{2}")  # "Gda³sk", "¹cka"
_LAST_COMMON_BIG5 = 0xC6
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)  # "> City: Graz", ">> City: Graz"
_WRITTEN_LINE = re.compile(r"^.*\S", re.MULTILINE)


def clean(text: str) -> str:
    """The form in which a document's text is kept.

    NFC; lines end in `\\n`; control characters are spaces (form feeds stay: they end a page); soft hyphens and
    other invisible characters are dropped; what is no character is U+FFFD.
    """
    if _UNWANTED.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACEMENTS)
        text = _SURROGATE.sub("\ufffd", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a text file.

    A byte order mark decides, then the form of the bytes: UTF-16 has a NUL in every other byte of Latin
    text, UTF-8 is never valid by accident, GB18030 pairs its high bytes. `declared` is what the file says of
    itself (HTML); it decides where UTF-8 is not possible. Never raises: a byte without meaning becomes U+FFFD.
    """
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))
    encoding = encoding or unicode_encoding(data) or _legacy_encoding(data, declared)
    return data[len(mark) :].decode(encoding, "replace")


def unicode_encoding(data: bytes) -> str | None:
    """The form of Unicode that the bytes themselves show; None where they are in a code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if unmarked := _utf16_without_mark(data):
        return unmarked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start < len(data) - 3:  # not only cut off within the last character
            return None
    return "utf-8"


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4096]
    pairs = len(sample) // 2
    if sample[1::2].count(0) > 0.4 * pairs > sample[::2].count(0) * 4:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * pairs > sample[1::2].count(0) * 4:
        return "utf-16-be"
    return None


def unquoted(text: str) -> str:
    """A text without the signs of a quoted mail, where most of its lines begin with one."""
    quoted, written = len(_QUOTED.findall(text)), len(_WRITTEN_LINE.findall(text))
    return _QUOTED.sub("", text) if 2 * quoted > written else text


def _legacy_encoding(data: bytes, declared: str | None) -> str:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        name = ""
    if name.startswith("gb"):
        return "gb18030"
    if _TRUSTED.match(name):
        return name
    return guessed(data)


def guessed(data: bytes) -> str:
    """The code page of bytes that are no UTF-8 and do not say what they are: one of Windows, GB18030 or Big5.

    Chinese ones pair their high bytes into common characters. Words of high bytes alone are Greek or Cyrillic; where
    the signs of Western Europe would stand within words, the letters are those of Central Europe. The code page is
    taken in which most letters are those of the countries that the text names: `Ðiauliai, Lithuania` is `Šiauliai`.
    """
    if _is_chinese(data, "gb18030", "gb2312"):
        return "gb18030"
    if _is_chinese(data, "big5", "big5"):
        return "big5"
    words = _WORD.findall(data)
    foreign = [word for word in words if _FOREIGN_WORD.fullmatch(word)]
    if 2 * len(foreign) > len(words):
        return "cp1253" if _is_greek(foreign) else "cp1251"
    if letters := _letters_of_countries(data):
        return _best_page(words, letters)
    western = data.decode("cp1252", "replace")
    return "cp1250" if _SIGN_IN_WORD.search(western) else "cp1252"


def _best_page(words: list[bytes], letters: frozenset[str]) -> str:
    """The code page in which most letters are known ones: one of the Macintosh only where those of Windows do not fit.

    `Malmš, N¾stved` of Windows is `Malmö, Næstved` of the Macintosh.
    """
    best, other = (
        max(pages, key=lambda page: _own_letters(words, page, letters)) for pages in (_LATIN_PAGES, _MACINTOSH_PAGES)
    )
    is_unfit = _own_letters(words, best, letters) < 0 < _own_letters(words, other, letters)
    return other if is_unfit else best


def _letters_of_countries(data: bytes) -> frozenset[str]:
    """The letters beyond a to z of the countries that a text names."""
    return frozenset("".join(_alphabets()[code] for code in _countries_in(data) if code in _alphabets()))


def _countries_in(data: bytes) -> set[str]:
    """The codes of the countries that a text names in plain letters."""
    found = listed_countries(data[:_HEAD].decode("ascii", "replace"))
    return {one.value for one in found if one.end - one.start > _LONGEST_CODE}


@cache
def _alphabets() -> dict[str, str]:
    """The letters beyond a to z of each country's languages."""
    return {row["country_code"]: row["letters"] for row in rows("alphabets") if row["letters"]}


def _own_letters(words: list[bytes], page: str, letters: frozenset[str]) -> int:
    """How many letters of words are among those that are known, less those that are not; dashes and quotes are none."""
    signs = "".join(word.decode(page, "replace") for word in words).lower()
    foreign = [sign for sign in signs if not sign.isascii() and sign not in _PUNCTUATION]
    return sum(1 if sign in letters else -1 for sign in foreign)


def is_sure(data: bytes, encoding: str) -> bool:
    """Whether a guess of that encoding can be relied on: pairs of bytes, the usual code page of the West, or one in
    which alone all letters, and several, are those of the countries that the text names.
    """
    if encoding in ("gb18030", "cp1252"):
        return True
    words, letters = _WORD.findall(data), _letters_of_countries(data)
    if encoding not in _LATIN_PAGES or not letters:
        return False
    signs = "".join(word.decode(encoding, "replace") for word in words).lower()
    foreign = [sign for sign in signs if not sign.isascii() and sign not in _PUNCTUATION]
    others = max(_own_letters(words, page, letters) for page in _LATIN_PAGES if page != encoding)
    is_best = _own_letters(words, encoding, letters) > others
    return is_best and len(foreign) >= _SEVERAL and letters.issuperset(foreign)


def _is_greek(words: list[bytes]) -> bool:
    """Whether most words have just one accent when they are read as Greek, as Greek words have."""
    accents = [len(_GREEK_ACCENT.findall(word)) for word in words if len(word) >= _SHORTEST_GREEK]
    return 2 * sum(count == 1 for count in accents) > len(accents)


def _is_chinese(data: bytes, encoding: str, common: str) -> bool:
    """Whether the bytes are Chinese: they decode, and to common characters rather than to rare ones by accident."""
    try:
        foreign = [character for character in data.decode(encoding) if ord(character) > 127]
    except UnicodeDecodeError:
        return False
    return sum(_is_common(character, common) for character in foreign) > 0.9 * len(foreign)


def _is_common(character: str, encoding: str) -> bool:
    """Whether a character is in the common part of an encoding; of Big5 that is its first plane."""
    try:
        written = character.encode(encoding)
    except UnicodeEncodeError:
        return not "\u2e80" <= character <= "\ud7ff" and (character.isprintable() or character.isspace())
    return encoding != "big5" or len(written) == 1 or written[0] <= _LAST_COMMON_BIG5
