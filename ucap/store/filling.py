"""The first start: the documents that come with the product, or any other folder, into the store.

A newer product may bring newer documents; a store that was made before learns of them, and takes none by itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from ucap.documents.limits import ARCHIVE_BYTES
from ucap.documents.source import read_file
from ucap.shipped import DATA
from ucap.store.adding import Added, Progress, keep, preview
from ucap.store.database import Database
from ucap.store.reader import Reader
from ucap.store.rights import Person
from ucap.store.schema import documents, meta
from ucap.store.unpacking import display_name, files_of
from ucap.store.writing import writing
from ucap.wording import _

PLANS_FOLDER = DATA / "plans"
FOLDER_VARIABLE = "UCAP_PLANS"
PRODUCT = Person("U-CAP dashboard", is_editor=True)
"""Who adds what comes with the product."""


_IS_FILLED = sa.select(meta.c.is_filled)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of which nothing was kept, and why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of the files of a folder."""

    added: tuple[Added, ...] = ()
    problems: tuple[Problem, ...] = ()


def plans_folder() -> Path:
    """The folder of the documents for the first start: the one that `UCAP_PLANS` names, or the product's own."""
    return Path(os.environ.get(FOLDER_VARIABLE) or PLANS_FOLDER)


def fill_once(database: Database, reader: Reader, folder: Path, progress: Progress | None) -> tuple[Problem, ...]:
    """Add the documents of the folder, if that was never done to the end. Several processes may do so at once.

    Each document is a transaction of its own, so that a start that was cut short goes on where it stopped.
    """
    with database.reading() as connection:
        if connection.execute(_IS_FILLED).scalar_one():
            return ()
    filled = add_files(database, reader, [folder], PRODUCT, progress)
    with writing(database, PRODUCT) as writer:
        if not writer.connection.execute(_IS_FILLED).scalar_one():
            writer.connection.execute(sa.update(meta).values(is_filled=True))
            writer.note("fill", problems=[[problem.name, problem.message] for problem in filled.problems])
    return filled.problems


def unknown_files(database: Database, folder: Path) -> list[tuple[str, bytes]]:
    """Names and bytes of the documents of a folder that the store does not have, in the order of their names."""
    files = [(display_name(path.name), read_file(path, ARCHIVE_BYTES)) for path in files_of([folder])]
    digests = [hashlib.sha256(data).hexdigest() for _name, data in files]
    query = sa.select(documents.c.sha256).where(documents.c.sha256.in_(digests))
    with database.reading() as connection:
        known = set(connection.execute(query).scalars())
    return [file for file, digest in zip(files, digests, strict=True) if digest not in known]


def add_files(
    database: Database, reader: Reader, paths: Iterable[Path], who: Person, progress: Progress | None = None
) -> Filled:
    """Add the files among the paths and in the folders among them, one after the other.

    Raises:
        NotAllowed: the person may only look.
        StoreUnavailable: the database cannot be used now; what was added before stays.
    """
    files = files_of(paths)
    added: list[Added] = []
    problems: list[Problem] = []
    for done, path in enumerate(files):
        if progress:
            progress(done, len(files), display_name(path.name))
        outcomes = _add_file(database, reader, path, who)
        added += [outcome for outcome in outcomes if isinstance(outcome, Added)]
        problems += [outcome for outcome in outcomes if isinstance(outcome, Problem)]
    return Filled(tuple(added), tuple(problems))


def _add_file(database: Database, reader: Reader, path: Path, who: Person) -> list[Added | Problem]:
    try:
        data = read_file(path, ARCHIVE_BYTES)
    except OSError as error:
        return [Problem(display_name(path.name), _("The file cannot be opened: {why}.").format(why=error.strerror))]
    previews = preview(database, reader, [(path.name, data)])
    return [Problem(p.name, p.problem) if p.problem else keep(database, p, who) for p in previews]
