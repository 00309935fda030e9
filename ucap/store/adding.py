"""Adding documents: what was read is shown before it is kept, and a document is kept as a whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from ucap.errors import Damaged, Refused, UnreadableDocument
from ucap.plan.differences import Difference, differences
from ucap.plan.record import Plan
from ucap.store.database import Database
from ucap.store.editions import (
    StoredDocument,
    insert_document,
    insert_edition,
    is_known,
    mend_document,
    place,
    plans_of_document,
)
from ucap.store.reader import Reader, Reading, telling
from ucap.store.removals import bring_back_if_removed, removed_ids, silent_documents
from ucap.store.rights import Person, require_editor
from ucap.store.unpacking import File, take_in
from ucap.store.writing import Writer, writing
from ucap.wording import _

Progress = Callable[[int, int, str], None]
"""Called with the number of files done, the number of all, and the name of the one that comes next."""


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A plan as it would be kept. `edition_of` is the id of the plan that it is a newer edition of, if any.

    `differences` are then the fields in which it differs from the edition that counts now. `is_removed` where that plan
    was removed: keeping this one brings it back.
    """

    plan: Plan
    edition_of: str | None = None
    differences: tuple[Difference, ...] = ()
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, before anything is kept: its plans, or the problem in the user's words.

    `duplicate_of` are the ids of the plans that the very same document has already given, `removed` those of them that
    were removed since; `is_waiting` where it was kept already and nothing is read in it still, `is_removed` where it
    was removed since. `silent` says, by the code of its finding, why nothing was read in it. `sha256` is the
    fingerprint of its bytes.
    """

    name: str
    data: bytes = field(repr=False, default=b"")
    readings: tuple[Reading, ...] = field(repr=False, default=())
    plans: tuple[PlanPreview, ...] = ()
    duplicate_of: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    is_waiting: bool = False
    is_removed: bool = False
    silent: tuple[Reading, ...] = field(repr=False, default=())
    problem: str | None = None
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        """Take the fingerprint of the bytes once: the page asks for it at each run."""
        object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())

    @property
    def can_be_kept(self) -> bool:
        """Whether there is anything in it that the store does not have yet."""
        return self.problem is None and not self.duplicate_of and not self.is_waiting

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was read in it, so that it is a document and no plan."""
        return bool(self.silent) and not self.readings

    @property
    def silent_code(self) -> str | None:
        """The code of the finding that says why nothing was read."""
        return next((one.code for reading in self.silent for one in reading.plan.findings), None)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: its plans, as pairs of id and edition number. A duplicate changed nothing.

    Without plans it waits: nothing was read in it.
    """

    name: str
    sha256: str
    plans: tuple[tuple[str, int], ...]
    is_duplicate: bool = False


def preview(
    database: Database, reader: Reader, files: Iterable[tuple[str, bytes]], progress: Progress | None = None
) -> list[Preview]:
    """Read the files, zip files unpacked, and keep nothing."""
    taken_in = list(take_in(files))
    previews = []
    for done, file in enumerate(taken_in):
        if progress:
            progress(done, len(taken_in), file.name)
        previews.append(preview_file(database, reader, file))
    return previews


def keep(database: Database, previewed: Preview, who: Person) -> Added:
    """Keep what was previewed, in one transaction. A document that the store has already is no change.

    Raises:
        NotAllowed: the person may only look.
        Refused: there is nothing in it to keep.
        StoreUnavailable: the database cannot be used now; nothing was changed.
    """
    require_editor(who)
    if previewed.problem is not None:
        raise Refused(f"{previewed.name}: {previewed.problem}")
    with database.reading() as connection:
        known = _duplicate(connection, previewed)
    if known:
        return known
    with writing(database, who) as writer:
        return _duplicate(writer.connection, previewed) or _keep(writer, previewed)


def preview_file(database: Database, reader: Reader, file: File) -> Preview:
    """Read one file and keep nothing."""
    if file.problem is not None:
        return Preview(file.name, file.data, problem=file.problem)
    unread = Preview(file.name, file.data)
    with database.reading() as connection:
        known = _duplicate(connection, unread)
        removed = removed_ids(connection)
    if known and known.plans:
        ids = tuple(plan_id for plan_id, _number in known.plans)
        gone = tuple(plan_id for plan_id in ids if plan_id in removed)
        return Preview(file.name, file.data, duplicate_of=ids, removed=gone)
    return _read(database, reader, file, is_waiting=known is not None)


def _read(database: Database, reader: Reader, file: File, is_waiting: bool) -> Preview:
    try:
        every = tuple(reader(file.name, file.data))
    except UnreadableDocument as error:
        return Preview(file.name, file.data, problem=f"{error.reason} {error.remedy}")
    if not every:
        return Preview(file.name, file.data, problem=_("There is no plan in the file."))
    readings = tuple(telling(every))
    if not readings:
        return Preview(
            file.name,
            file.data,
            silent=every,
            is_waiting=is_waiting,
            is_removed=is_waiting and _is_gone(database, file),
        )
    try:
        with database.reading() as connection:
            known_plans = plans_of_document(
                connection, Preview(file.name, file.data).sha256
            )  # of a document that is there, and damaged
            plans = _known_previews(known_plans, readings) or _plan_previews(connection, readings)
            return Preview(file.name, file.data, readings, plans)
    except Damaged as error:
        return Preview(file.name, file.data, problem=str(error))


def _is_gone(database: Database, file: File) -> bool:
    """Whether the document waited, and was removed."""
    sha256 = Preview(file.name, file.data).sha256
    with database.reading() as connection:
        return any(one.sha256 == sha256 and one.removed for one in silent_documents(connection))


def _known_previews(plans: Iterable[tuple[str, int]], readings: Iterable[Reading]) -> tuple[PlanPreview, ...]:
    both = zip(plans, readings, strict=False)
    return tuple(PlanPreview(reading.plan.model_copy(update={"id": one}), one) for (one, _number), reading in both)


def _plan_previews(connection: Connection, readings: Iterable[Reading]) -> tuple[PlanPreview, ...]:
    previews: list[PlanPreview] = []
    taken: set[str] = set()
    removed = removed_ids(connection)
    for reading in readings:
        plan_id, known = place(connection, reading.plan, taken)
        taken.add(plan_id)
        plan = reading.plan.model_copy(update={"id": plan_id})
        if known is None:
            previews.append(PlanPreview(plan))
        else:
            previews.append(PlanPreview(plan, plan_id, differences(known, plan), plan_id in removed))
    return tuple(previews)


def _duplicate(connection: Connection, previewed: Preview) -> Added | None:
    """What became of the document when it came before; None where it is new, or where more is read in it than then."""
    if not is_known(connection, previewed.sha256):
        return None
    plans = tuple(plans_of_document(connection, previewed.sha256))
    return None if previewed.readings and not plans else Added(previewed.name, previewed.sha256, plans, True)


def _keep(writer: Writer, previewed: Preview) -> Added:
    sha256 = previewed.sha256
    known = tuple(plans_of_document(writer.connection, sha256))
    if not is_known(writer.connection, sha256) and not mend_document(writer, sha256, previewed.data):
        first = (*previewed.readings, *previewed.silent)[0].plan.document
        media_type = first.media_type if first else "application/octet-stream"
        document = StoredDocument(sha256, previewed.name, media_type, previewed.data, writer.now, writer.who)
        insert_document(writer, document)
    if known:  # its bytes were damaged, and what was read from it is there
        return Added(previewed.name, sha256, known)
    kept: list[tuple[str, int]] = []
    for position, reading in enumerate(previewed.readings):
        taken = {plan_id for plan_id, _number in kept}
        kept.append(insert_edition(writer, sha256, position, reading, taken))
        bring_back_if_removed(writer, kept[-1][0], _("A document of it was added."))
    if not kept:
        writer.note("wait", sha256=sha256, code=previewed.silent_code)
    return Added(previewed.name, sha256, tuple(kept))
