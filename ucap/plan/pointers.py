"""How to point into a record: fields as JSON Pointers (RFC 6901), and which entry of a list is which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

Json = Any
"""What `json.loads` returns."""

NEW_ENTRY = "-"
"""The place after the last entry of a list (RFC 6901, section 4)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: a JSON Pointer, parsed where it comes in. `str` gives the pointer back.

    `Field(("cities", "0", "name"))` is `/cities/0/name`, and `Field(())` is the whole record. Records are read as
    `Plan` or as it is dumped to JSON, and written as JSON.
    """

    tokens: tuple[str, ...]

    @classmethod
    def parse(cls, pointer: str) -> Field:
        """The field that a pointer names.

        Raises:
            ValueError: it is not empty and does not begin with a slash.
        """
        if pointer and not pointer.startswith("/"):
            raise ValueError(pointer)
        return cls(tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]))

    @classmethod
    def parse_or_none(cls, pointer: str | None) -> Field | None:
        """The field that a finding or a page's address names; None where that is nothing, or is no pointer."""
        return cls.parse(pointer) if pointer and pointer.startswith("/") else None

    def __str__(self) -> str:
        """The pointer: `/cities/0/name`."""
        return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in self.tokens)

    def __truediv__(self, token: str | int) -> Field:
        """The field below this one: `Field(("cities",)) / 0`."""
        return Field((*self.tokens, str(token)))

    @property
    def name(self) -> str:
        """Its last token: a key, or the number of an entry; nothing for the whole record."""
        return self.tokens[-1] if self.tokens else ""

    @property
    def kind(self) -> str:
        """The last of its keys, whatever entry of a list it may be: `country_code`, or `countries` for one of them."""
        return next((token for token in reversed(self.tokens) if not token.isdigit() and token != NEW_ENTRY), "")

    @property
    def parent(self) -> Field:
        """What it is a part of."""
        return Field(self.tokens[:-1])

    @property
    def is_new_entry(self) -> bool:
        """Whether it is the place of a new entry at the end of a list."""
        return self.name == NEW_ENTRY

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of a list."""
        return self.name.isdigit()

    def first(self, count: int) -> Field:
        """The field that the first `count` tokens name."""
        return Field(self.tokens[:count])

    def renumbered(self, position: int, number: int) -> Field:
        """The same field with another number at that position of its tokens."""
        return Field((*self.tokens[:position], str(number), *self.tokens[position + 1 :]))

    def contains(self, other: Field) -> bool:
        """Whether the other is this field or a part of it."""
        return other.tokens[: len(self.tokens)] == self.tokens

    def overlaps(self, other: Field) -> bool:
        """Whether one of the two contains the other."""
        return self.contains(other) or other.contains(self)

    def get(self, record: Any) -> Any:
        """What stands there.

        Raises:
            LookupError: nothing can stand there.
        """
        for token in self.tokens:
            record = _step(record, token)
        return record

    def get_or_none(self, record: Any) -> Any:
        """What stands there; None where nothing does."""
        try:
            return self.get(record)
        except LookupError:
            return None

    def is_in(self, record: Any) -> bool:
        """Whether something stands there, or can be put there as a new entry."""
        if self.is_new_entry:
            return isinstance(self.parent.get_or_none(record), list | tuple)
        try:
            self.get(record)
        except LookupError:
            return False
        return True

    def put(self, record: Json, value: Json) -> None:
        """Replace, in place, what stands there. In a list None removes the entry, and the hyphen stands for a new one.

        Raises:
            LookupError: nothing can stand there.
        """
        holder = self.parent.get(record)
        if not isinstance(holder, list):
            _step(holder, self.name)
            holder[self.name] = value
        elif self.is_new_entry:
            holder.append(value)
        elif value is None:
            del holder[_index(holder, self.name)]
        else:
            holder[_index(holder, self.name)] = value

    def list_positions(self, record: Any) -> Iterator[int]:
        """Which of its tokens count the entries of lists, one after the other.

        Raises:
            LookupError: nothing can stand there.
        """
        for position in range(len(self.tokens)):
            if position:
                record = _step(record, self.tokens[position - 1])
            if isinstance(record, list | tuple):
                yield position

    def list_position(self, record: Any) -> int | None:
        """The first of its tokens that counts the entries of a list; None if none does.

        Raises:
            LookupError: nothing can stand there.
        """
        return next(self.list_positions(record), None)


def _step(holder: Any, token: str) -> Any:
    if isinstance(holder, list | tuple):
        return holder[_index(holder, token)]
    if isinstance(holder, BaseModel):
        holder = dict(holder)
    if not isinstance(holder, dict) or token not in holder:
        raise LookupError(token)
    return holder[token]


def _index(entries: Sequence[Any], token: str) -> int:
    if not (token.isascii() and token.isdigit()) or int(token) >= len(entries):
        raise LookupError(token)
    return int(token)


_NAMING_KEYS = ("goal", "topic", "label", "name", "written", "code", "text")
"""What names an entry of `goals`, `topics`, `themes`, `cities`, `findings`, `activities`; the first that it has."""


def entry_name(entry: Any) -> str:
    """What an entry of a list is called: a city's name, a goal's number, an activity's text, a string itself."""
    if isinstance(entry, BaseModel):
        entry = dict(entry)
    if isinstance(entry, dict):
        return next((str(entry[key]) for key in _NAMING_KEYS if entry.get(key) is not None), "")
    return "" if entry is None else str(entry)


def is_same_entry(one: Json, other: Json) -> bool:
    """Whether both are about the same city, goal, theme, activity or string."""
    if isinstance(one, dict) and isinstance(other, dict):
        return entry_name(one) == entry_name(other) or one.get("written", one) == other.get("written", other)
    return bool(one == other)


def find_entry(entries: list[Json], wanted: Json, near: int) -> int | None:
    """Where the wanted entry stands now: equal before alike, and where it stood (`near`) before elsewhere."""
    order = sorted(range(len(entries)), key=lambda index: (abs(index - near), index))
    equal = next((index for index in order if entries[index] == wanted), None)
    if equal is not None:
        return equal
    return next((index for index in order if is_same_entry(entries[index], wanted)), None)
