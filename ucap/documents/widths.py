"""How wide a text is when it is printed: near enough to tell where a line had to be broken.

The widths are those of Helvetica, which Arial and Liberation Sans share and other sans-serif faces come near to.
"""

from __future__ import annotations

_LATIN, _CHINESE = 0.556, 1.0


class _Widths(dict[str, float]):
    """The widths of single characters in em; those that are not in the table are as wide as most of their script."""

    def __missing__(self, character: str) -> float:
        return _CHINESE if character >= "\u2e80" else _LATIN


_WIDTHS = _Widths(
    (character, width)
    for characters, width in (
        ("ijl'’", 0.222),
        (" ftI.,:;/|!", 0.278),
        ("r-()[]", 0.333),
        ("ckszvxyJ", 0.5),
        ("wCDHNRU", 0.722),
        ("ABEKPSVXY&", 0.667),
        ("FTZ", 0.611),
        ("GOQ", 0.778),
        ("mM", 0.833),
        ("W", 0.944),
        ("—…→@", 1.0),
    )
    for character in characters
)


def width(text: str) -> float:
    """The width of a text in em."""
    return sum(map(_WIDTHS.__getitem__, text))
