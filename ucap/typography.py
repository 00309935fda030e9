"""How wide a text is and how many lines it takes, without any font at hand.

The widths are those of Helvetica in Adobe's font metrics (AFM), to which Arial and Liberation Sans are equal.
"""

from __future__ import annotations

import re
import unicodedata

_CHARACTERS_BY_WIDTH = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–€",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…→",
    1015: "@",
}
_WIDEST = 1.0
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_BOLD_FACTOR = 1.09
LINE_HEIGHT = 1.2
_HAN_CHARACTER = re.compile("[一-鿿]")
_NEVER_FIRST = frozenset("、，。；：！？）」』》〉”’…")


class _Widths(dict[str, float]):
    """The widths of single characters in em; one that the table lacks is worked out once, from its base letter."""

    def __missing__(self, character: str) -> float:
        self[character] = found = self._of_base(character)
        return found

    def _of_base(self, character: str) -> float:
        if unicodedata.category(character) in _ZERO_WIDTH:
            return 0.0
        return self.get(unicodedata.normalize("NFD", character)[0], _WIDEST)


_WIDTHS = _Widths(
    (character, width / 1000) for width, characters in _CHARACTERS_BY_WIDTH.items() for character in characters
)


def width(text: str) -> float:
    """The width of a text in em. Quotation marks among Chinese characters are as wide as these."""
    found = sum(map(_WIDTHS.__getitem__, text))
    quotes = text.count("“") + text.count("”")
    return found + quotes * (_WIDEST - _WIDTHS["“"]) if quotes and _HAN_CHARACTER.search(text) else found


def text_width(text: str, size: float, is_bold: bool = False) -> float:
    """The width of one line of text, in the unit of the font's `size` (points)."""
    return width(text) * size * (_BOLD_FACTOR if is_bold else 1.0)


def wrapped(text: str, width: float, size: float, is_bold: bool = False) -> list[str]:
    """The lines into which the text falls when it is set in `width`; a word that is too long is broken anywhere."""
    lines = []
    for paragraph in text.split("\n"):
        lines += _wrapped_paragraph(paragraph, width, size, is_bold)
    return lines


def shortened(text: str, line_count: int, width: float, size: float, is_bold: bool = False) -> str:
    """The text, or as many of its words with an ellipsis as stand in `line_count` lines of `width`."""
    if len(wrapped(text, width, size, is_bold)) <= line_count:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(wrapped(_ellipsis(text[:middle]), width, size, is_bold)) <= line_count
        low, high = (middle, high) if fits else (low, middle - 1)
    kept = text[:low]
    at_word = kept.rfind(" ")
    return _ellipsis(kept[:at_word] if at_word > low / 2 else kept)


def cut(text: str, most: int, at_word: bool = False) -> str:
    """The text, or as much of it (or as many words) as fits into `most` characters with an ellipsis at the end."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return _ellipsis(kept.rsplit(" ", 1)[0] if at_word else kept)


def _ellipsis(text: str) -> str:
    return f"{text.rstrip()}…"


def _wrapped_paragraph(paragraph: str, width: float, size: float, is_bold: bool) -> list[str]:
    lines = [""]
    for word in _pieces(paragraph):
        if text_width((lines[-1] + word).rstrip(), size, is_bold) <= width:
            lines[-1] += word
            continue
        lines = (lines if lines[-1] else lines[:-1]) + _broken(word, width, size, is_bold)
    return lines


def _broken(word: str, width: float, size: float, is_bold: bool) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and text_width((parts[-1] + character).rstrip(), size, is_bold) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _pieces(paragraph: str) -> list[str]:
    """Words with the space after them; an ideograph may be followed by a new line and so stands alone.

    A mark that ends something stays with what it ends: "罗马、" (W3C, Requirements for Chinese Text Layout, 3.1.3).
    """
    pieces = [""]
    for character in paragraph:
        if character in _NEVER_FIRST and not pieces[-1] and pieces[:-1] and pieces[-2][-1] != " ":
            pieces[-2] += character
            continue
        pieces[-1] += character
        if character == " " or unicodedata.east_asian_width(character) in "WF":
            pieces.append("")
    return [piece for piece in pieces if piece]
