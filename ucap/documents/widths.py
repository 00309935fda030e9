"""How wide a text is when it is printed: near enough to tell where a line had to be broken."""

from __future__ import annotations

_WIDTHS = {
    **dict.fromkeys("ijlI.,:;|'’!()[]/ ", 0.28),
    **dict.fromkeys("ftr-", 0.33),
    **dict.fromkeys("csvxyzkJ", 0.5),
    **dict.fromkeys("mMWw@—…→", 0.86),
}
_CAPITAL, _CHINESE, _OTHER = 0.69, 1.0, 0.556


def width(text: str) -> float:
    """The width of a text in a common sans-serif face, in em; a word more or less is told, a letter is not."""
    return sum(_WIDTHS.get(character) or _default(character) for character in text)


def _default(character: str) -> float:
    if character.isupper():
        return _CAPITAL
    return _CHINESE if character >= "\u2e80" else _OTHER
