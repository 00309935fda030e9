"""What somebody taught the reader: wordings of labels, each with the row of the template that it stands for.

It is handed to the reader with the document and changes nothing else: the same document, taught the same, reads alike.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ucap.documents.labels.known import CONTACT, KEYS, Label, find_label, folded_label

_ROWS = frozenset({*KEYS, CONTACT, ""})


@dataclass(frozen=True, slots=True)
class Taught:
    """Wordings of labels that count as certain for their rows, before those of the reference data.

    `labels` are pairs of a wording and a row's key; "" is a row that the template lacks, `contact` the contact line.
    `Taught.of({"Scope of work": "focus"})` makes one.
    """

    labels: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, labels: Mapping[str, str]) -> Taught:
        """What these wordings teach.

        Raises:
            ValueError: a row is none of the template's, or a wording has no word.
        """
        for wording, row in labels.items():
            if row not in _ROWS or not folded_label(wording):
                raise ValueError(f"{wording!r} cannot be the label of {row!r}")
        return cls(tuple(sorted(labels.items())))

    @classmethod
    def from_json(cls, text: str | bytes) -> Taught:
        """What `to_json` gave; nothing for an empty text."""
        return cls.of(json.loads(text)["labels"]) if text else cls()

    def to_json(self) -> str:
        """The same as text, for a reader in another process."""
        return json.dumps({"labels": dict(self.labels)}, ensure_ascii=False)

    def all_labels(self) -> tuple[Label, ...]:
        """The taught labels."""
        return tuple(Label(row or None, wording) for wording, row in self.labels)

    def find_label(self, text: str) -> Label | None:
        """The label that a text stands for: a taught one, or else a known one; None where it is none."""
        taught = _by_words(self).get(folded_label(text)) if self.labels else None
        return taught or find_label(text)


NOTHING_TAUGHT = Taught()


@lru_cache(maxsize=16)
def _by_words(taught: Taught) -> dict[str, Label]:
    """The taught labels by their folded words."""
    return {folded_label(label.wording): label for label in taught.all_labels()}
