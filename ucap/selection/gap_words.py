"""What nothing covers, in words; what plans declare, miss and do not state is kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ucap.frames import Frames
from ucap.frames.columns import N_
from ucap.selection.coverage import Coverage
from ucap.selection.matrix import Mask
from ucap.selection.missing import gaps, statements
from ucap.selection.words import value_words
from ucap.wording import _, ngettext

GapVocabulary = Literal["goals", "categories", "topics"]

_TITLES: dict[GapVocabulary, str] = {
    "goals": N_("Sustainable Development Goals"),
    "categories": N_("Themes"),
    "topics": N_("Topics of the Urban Agenda for the EU"),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """What no selected plan touches in one vocabulary, and how far the plans speak of it at all."""

    title: str
    untouched: tuple[str, ...]
    only_mentioned: tuple[str, ...]
    reach: str


def gap(coverage: Coverage, selected: Mask, frames: Frames, vocabulary: GapVocabulary) -> Gap:
    """The gaps of the selected plans (`frames`) in a vocabulary."""
    counts = gaps(coverage, selected, vocabulary)
    is_stated, is_mentioned = counts["stated_count"] > 0, counts["mentioned_count"] > 0
    return Gap(
        _(_TITLES[vocabulary]),
        tuple(value_words(vocabulary, value) for value in counts.index[~is_stated & ~is_mentioned]),
        tuple(value_words(vocabulary, value) for value in counts.index[~is_stated & is_mentioned]),
        _reach(frames, vocabulary),
    )


def _reach(frames: Frames, vocabulary: GapVocabulary) -> str:
    """How many plans state something, declare that there is nothing, or say nothing.

    The last may well touch what looks untouched.
    """
    counts = statements(frames, vocabulary)
    parts = {
        "stated": ngettext("{count} plan states some", "{count} plans state some", int(counts.get("stated", 0))),
        "none": ngettext(
            "{count} declares that there are none", "{count} declare that there are none", int(counts.get("none", 0))
        ),
        "missing": ngettext(
            "{count} says nothing about them", "{count} say nothing about them", int(counts.get("missing", 0))
        ),
    }
    told = {key: words.format(count=int(counts.get(key, 0))) for key, words in parts.items()}
    return _("{stated}; {none}; {missing}.").format(**told)
