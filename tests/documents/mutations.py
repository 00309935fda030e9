"""Damage to documents, as mail programs, copying and careless editing do it, and worse."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

_INSERTS = [
    *(
        b"\n",
        b"\n\n\n",
        b"\t",
        b" ",
        b"\x00",
        b"\xff",
        b"\f",
        b"<p>",
        b"</td>",
        b"<tr>",
        b"&amp;",
        b"City:",
        b"themes:",
    ),
    *(
        b"A European Union Programme",
        "欧盟项目".encode(),
        b"Expected results and benefits:",
        "→ ".encode(),
        b" o ",
        b"1. ",
    ),
    *(
        b"For further information, please contact: ",
        b"a@b.eu",
        b"(((((",
        b"<!--",
        b"<![CDATA[",
        b"]]>",
        b"&#0;",
        b"&lt;p&gt;",
    ),
]

_TEXT_PART = re.compile(r"/(?:document|numbering|footer\d*|sheet\d+|sharedStrings)\.xml$")
"""The parts of a Word file or a workbook that hold its text."""


def mutated(data: bytes, chance: Random) -> bytes:
    """The bytes with one to six pieces of damage; within the parts where the file is a zip archive."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _with_mutated_part(data, chance)
    for _ in range(chance.randint(1, 6)):
        data = chance.choice([_cut, _insert, _remove, _repeat, _change, _swap])(data, chance)
    return data


def _with_mutated_part(data: bytes, chance: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice([part for part in old.infolist() if _TEXT_PART.search(part.filename)])
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, mutated(content, chance) if part is victim else content)
    return out.getvalue()


def _range(data: bytes, chance: Random, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(0, longest))


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.3 else data


def _insert(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_INSERTS) + data[place:]


def _remove(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance, 80)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance, 400)
    return data[:end] + data[start:end] * chance.randint(1, 3) + data[end:]


def _change(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4) if data else 0):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def _swap(data: bytes, chance: Random) -> bytes:
    start, end = _range(data, chance, 300)
    place = chance.randrange(len(data) + 1)
    moved, rest = data[start:end], data[:start] + data[end:]
    return rest[:place] + moved + rest[place:]
