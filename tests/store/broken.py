"""Backups, zip files of documents and databases with damage, and what becomes of them."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.store.samples import at_its_word, record
from ucap.documents.zip_files import unpack
from ucap.plan.record import Finding
from ucap.store import Damaged, DamagedEntry, Person, Store, StoreError

ANNA = Person("Anna", "anna@example.eu", is_editor=True)
_FLIPS = 3


class Broken:
    """What is broken: made once in a folder, damaged by a seed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        store = Store.open(f"sqlite:///{folder}/whole.db", folder=None, reader=at_its_word)
        open_end = Finding(code="period-open", severity="note", field="/period", message="The period has no end.")
        store.add("panjin.json", record(findings=[open_end.model_dump()]), ANNA)
        store.add("newer.json", record(title="revised", findings=[open_end.model_dump()]), ANNA)
        store.add("guilin.json", record("Guilin"), ANNA)
        store.correct("panjin", "/title", "Panjin", ANNA, "shorter", seen=store.version())
        store.dismiss("panjin", open_end, ANNA, "runs on")
        store.backup(folder / "backup.zip")
        self._plans = store.plans()
        self._said = _said(store)
        self._backup = (folder / "backup.zip").read_bytes()
        self._database = (folder / "whole.db").read_bytes()

    def backup(self, seed: int) -> str:
        """What becomes of a damaged backup: it is refused, or gives the very same plans."""
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            (Path(folder) / "backup.zip").write_bytes(_damaged(self._backup, Random(seed)))
            store = Store.open(f"sqlite:///{folder}/store.db", folder=None, reader=at_its_word)
            try:
                store.restore(Path(folder) / "backup.zip", ANNA)
            except StoreError:
                return "refused" if not store.plans() and store.version() == 0 else "refused, and something was changed"
            return "restored" if store.plans() == self._plans else "restored, and other than it was"

    def database(self, seed: int) -> str:
        """What becomes of a damaged database: it is refused, or shows what is whole in it and names the rest.

        What people wrote, and the log, say what they said, or are named.
        """
        chance = Random(seed)
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            (Path(folder) / "store.db").write_bytes(_flipped(self._database, chance))
            damaged: list[Damaged] = []
            try:
                store = Store.open(f"sqlite:///{folder}/store.db", folder=None, reader=at_its_word)
                shown = len(list(store.each_plan(damaged.append)))
                store.corrections_csv()
                said, found = _said(store), store.check().damaged
            except StoreError:
                return "refused"
            named = {(one.table, one.number) for one in found if isinstance(one, DamagedEntry)}
            wrong = [key for key, words in said.items() if self._said.get(key) != words]
            unknown = Counter(table for table, _number in named - self._said.keys())
            lost = _lost(self._said.keys() - said.keys() - named, unknown)
            if wrong or lost:
                return f"shows other than it was: {wrong}, and does not name {lost}"
            entries = ", entries too" if named else ""
            return f"{shown} plans shown, {len(damaged)} named as damaged{entries}"

    def archive(self, seed: int) -> str:
        """What becomes of a damaged zip file of documents: its parts come in threes, whatever it holds."""
        method = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)[seed % 4]
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            archive.writestr("panjin.json", record())
            archive.writestr("guilin.json", record("Guilin"))
        kind, *parts = unpack("broken.zip", _damaged(packed.getvalue(), Random(seed)))
        return kind.decode() if len(parts) % 3 == 0 else "torn"


def _lost(missing: set[tuple[str, int]], unknown: Counter[str]) -> list[tuple[str, int]]:
    """The entries that nothing names; a damaged one whose number is damaged, too, is named by another number."""
    counts = Counter(table for table, _number in missing)
    return [entry for entry in missing if counts[entry[0]] > unknown[entry[0]]]


def _said(store: Store) -> dict[tuple[str, int], object]:
    """What people wrote, and the log, by table and number; without what depends on the records."""
    corrections = {
        ("corrections", one.id): (
            one.plan_id,
            one.field,
            one.old,
            one.new,
            one.who,
            one.when,
            one.why,
            one.withdrawn_when,
        )
        for one in store.corrections()
    }
    dismissals = {("dismissals", one.id): one for one in store.dismissals()}
    return {**corrections, **dismissals, **{("log", one.id): one for one in store.log()}}


def outcome(broken: Broken, seed: int) -> str:
    """What becomes of the broken thing of a seed; an error that nobody foresaw is named."""
    kind = (broken.backup, broken.database, broken.archive)[seed % 3]
    try:
        return f"{kind.__name__} {kind(seed)}"
    except Exception as error:  # whatever it is, it is what we look for
        return f"{kind.__name__} failed with {type(error).__name__}: {error}"


def is_well(outcome: str) -> bool:
    """Whether nothing was lost, changed or raised."""
    return not any(word in outcome for word in ("failed", "changed", "other than", "torn"))


def _damaged(data: bytes, chance: Random) -> bytes:
    """The bytes with some changed, cut off, left out or repeated."""
    start, size = chance.randrange(len(data)), chance.randint(1, 200)
    kind = chance.randrange(6)
    if kind == 0:
        return data[:start]
    if kind == 1:
        return data[:start] + data[start + size :]
    if kind == 2:
        return data[: start + size] + data[start:]
    return _flipped(data, chance)


def _flipped(data: bytes, chance: Random) -> bytes:
    """The bytes with one or some of them changed."""
    flipped = bytearray(data)
    for _flip in range(chance.randint(1, _FLIPS)):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    return bytes(flipped)
