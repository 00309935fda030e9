"""The store as the pages, the command line and the API use it: one object, plain values in and out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ucap.corrections.anchors import parse_field
from ucap.plan.pointers import Json
from ucap.plan.record import Finding
from ucap.store import (
    adding,
    backup,
    correction_files,
    corrections,
    dismissals,
    filling,
    removals,
    rereading,
    restore,
)
from ucap.store.adding import Added, Preview, Progress
from ucap.store.correction_files import Imported
from ucap.store.corrections import Correction, Wish
from ucap.store.database import Database, database_url
from ucap.store.dismissals import Dismissal
from ucap.store.filling import Filled, Problem
from ucap.store.meetings.branding import choose_part, take_part_away
from ucap.store.meetings.notes import NewNote, add_note, withdraw_note
from ucap.store.migrations.migrate import migrate
from ucap.store.readable import ReadableStore
from ucap.store.reader import Pupil, Reader, SandboxedReader, with_taught
from ucap.store.rereading import Change
from ucap.store.review import lesson_files, lessons, sign_offs
from ucap.store.review.lessons import Lesson, NewLesson
from ucap.store.review.sign_offs import SignOff
from ucap.store.rights import Person, require_editor
from ucap.store.unpacking import bounded
from ucap.store.versions.changes import Mark, keep_parts
from ucap.vocabulary.kinds import BrandingPart


class Store(ReadableStore):
    """One database of plans. Safe to share between threads; processes open their own.

    Every function may raise `StoreUnavailable`; every function that takes the acting person (`who`) raises `NotAllowed`
    where that is no editor. Both leave everything as it was.
    """

    def __init__(self, database: Database, reader: Pupil | None = None) -> None:
        super().__init__(database)
        self._pupil = reader or SandboxedReader()
        self.problems: tuple[Problem, ...] = ()

    @classmethod
    def open(
        cls,
        url: str | None = None,
        folder: Path | None = filling.PLANS_FOLDER,
        progress: Progress | None = None,
        reader: Pupil | None = None,
    ) -> Store:
        """Open the store, bring its tables up to date, and fill it at the very first start.

        Args:
            url: `sqlite:///...` or `postgresql://...`; without it `UCAP_DATABASE_URL`, else `data/ucap.db`.
            folder: the documents for the first start; None leaves a new store empty.
            progress: called with files done, files in all, and the name of the next, during the first start.
            reader: how files are read; by the rules of `ucap.reading`, in a separate process, if not given.

        Returns:
            The store. `problems` says which files of the folder could not be read.
        """
        store = cls(Database(database_url(url)), reader)
        migrate(store._database)
        if folder is not None:
            store.problems = filling.fill_once(store._database, store._reader, folder, progress)
        return store

    @property
    def _reader(self) -> Reader:
        """How files are read: with all that the store has been taught until now."""
        with self._database.reading() as connection:
            return with_taught(self._pupil, lessons.taught(connection))

    def preview(self, files: Iterable[tuple[str, bytes]], progress: Progress | None = None) -> list[Preview]:
        """Read files, zip files unpacked, and keep nothing: what each holds, what is new in it, or its problem."""
        return adding.preview(self._database, self._reader, files, progress)

    def keep(self, previewed: Preview, who: Person) -> Added:
        """Keep what was previewed, in one transaction. A document that the store has already is no change.

        Raises:
            Refused: it has a problem.
        """
        return adding.keep(self._database, previewed, who)

    def add(self, name: str, data: bytes, who: Person) -> Added:
        """Read and keep one document, in one transaction. One that the store has already is no change.

        Raises:
            Refused: it cannot be read, or is too large.
        """
        require_editor(who)
        return self.keep(adding.preview_file(self._database, self._reader, bounded(name, data)), who)

    def add_files(self, paths: Iterable[Path], who: Person, progress: Progress | None = None) -> Filled:
        """Read and keep the files among the paths and in the folders among them; problems are collected."""
        return filling.add_files(self._database, self._reader, paths, who, progress)

    def newer_files(self, folder: Path = filling.PLANS_FOLDER) -> list[tuple[str, bytes]]:
        """What the product brings that the store does not have: names and bytes, for `preview`.

        An entry that the store has in an older edition is among them; nothing is taken over by itself.
        """
        return filling.unknown_files(self._database, folder)

    def correct(self, plan_id: str, field: str, value: Json, who: Person, why: str, *, seen: int) -> Correction:  # noqa: PLR0913
        """Correct a field, unless somebody changed it after the data version that the person looked at.

        Args:
            plan_id: the plan.
            field: a JSON Pointer into the plan as `plans()` has it. `/cities/-` adds an entry to a list.
            value: what is right, or the text that says so: `"1440000"`, `"[\"DE\", \"IT\"]"`. None or an empty text
                empties the field, or removes the entry of a list.
            who: the acting person.
            why: the reason.
            seen: the `version()` of the data that was on the screen when the person decided.

        Raises:
            Conflict: somebody else was first; `first` is the other correction. Nothing but the log was changed.
            Invalid: the value does not fit the field (the message says what would), or no reason is given.
            NotFound: there is no such plan.
        """
        wish = Wish(plan_id, parse_field(field), value, why)
        return corrections.correct(self._database, wish, who, seen)

    def add_note(self, new: NewNote, who: Person) -> int:
        """Keep a note on a plan, a city or a pair, a proposal, or a view under a name; returns its number.

        Raises:
            Invalid: there is no such kind, no text, or no subject.
        """
        return add_note(self._database, new, who)

    def choose_branding(self, part: BrandingPart, name: str, content: bytes, who: Person) -> None:
        """Take a template, logo, emblem or funding line for all slides, reports and kits from now on.

        Raises:
            Invalid: there is no such part, or nothing in it, or it is too large.
        """
        choose_part(self._database, part, name, content, who)

    def take_branding_away(self, part: BrandingPart, who: Person) -> None:
        """Do without that part from now on."""
        take_part_away(self._database, part, who)

    def withdraw_note(self, number: int, who: Person, why: str) -> None:
        """Take a note back.

        Raises:
            Conflict: it was taken back before.
            NotFound: there is none of this number.
        """
        withdraw_note(self._database, number, who, why)

    def withdraw(self, correction_id: int, who: Person, why: str) -> Correction:
        """Take a correction back: what the document says, or the correction before it, counts again.

        Raises:
            Conflict: it was withdrawn before.
            Invalid: no reason is given.
            NotFound: there is no such correction.
        """
        return corrections.withdraw(self._database, correction_id, who, why)

    def dismiss(self, plan_id: str, finding: Finding, who: Person, why: str) -> Dismissal:
        """Dismiss an open finding of the plan, until the value in its field changes.

        Raises:
            Conflict: it is not open any more.
            Invalid: no reason is given.
            NotFound: there is no such plan or finding.
        """
        return dismissals.dismiss(self._database, plan_id, finding, who, why)

    def restore_finding(self, dismissal_id: int, who: Person, why: str) -> Dismissal:
        """Take a dismissal back, so that the finding is open again.

        Raises:
            Conflict: it was taken back before.
            Invalid: no reason is given.
            NotFound: there is no such dismissal.
        """
        return dismissals.restore_finding(self._database, dismissal_id, who, why)

    def import_corrections(self, data: bytes, who: Person) -> Imported:
        """Make the corrections of a CSV file such as `corrections_csv` writes: all, or none if one does not fit.

        Raises:
            Invalid: the file is not such a list, or rows do not fit; the message names them all.
        """
        return correction_files.import_corrections(self._database, data, who)

    def remove(self, plan_id: str, who: Person, why: str) -> None:
        """Have a plan that was added by mistake count nowhere; its documents, corrections and history are kept.

        Raises:
            Conflict: it is removed already.
            Invalid: no reason is given.
            NotFound: there is no such plan.
        """
        removals.remove(self._database, plan_id, who, why)

    def bring_back(self, plan_id: str, who: Person, why: str) -> None:
        """Have a plan that was removed count again.

        Raises:
            Conflict: it is not removed.
            Invalid: no reason is given.
        """
        removals.bring_back(self._database, plan_id, who, why)

    def remove_waiting(self, sha256: str, who: Person, why: str) -> None:
        """Have a document in which nothing was read wait no longer; it is kept, and can be brought back.

        Raises:
            Conflict: it does not wait.
            Invalid: no reason is given.
        """
        removals.remove_waiting(self._database, sha256, who, why)

    def bring_back_waiting(self, sha256: str, who: Person, why: str) -> None:
        """Have a document that was removed wait again.

        Raises:
            Conflict: it is not removed.
            Invalid: no reason is given.
        """
        removals.bring_back_waiting(self._database, sha256, who, why)

    def read_waiting(self, sha256: str, who: Person) -> int:
        """Read a waiting document again, and keep what it says now; returns how many plans that gave.

        Raises:
            Refused: still nothing is read in it.
        """
        return rereading.read_waiting(self._database, self._reader, sha256, who)

    def reread(self, reader: Reader | None = None, progress: Progress | None = None) -> list[Change]:
        """Read all documents again and say, plan by plan and field by field, what would change. Nothing is kept."""
        return rereading.reread(self._database, reader or self._reader, progress)

    def keep_changes(self, changes: Iterable[Change], who: Person) -> int:
        """Keep what was read again, in one transaction; returns the number of plans that changed.

        Raises:
            Conflict: a plan was read again by somebody else in the meantime.
        """
        return rereading.keep_changes(self._database, changes, who)

    def preview_lessons(self, wordings: Mapping[str, str | None], progress: Progress | None = None) -> list[Change]:
        """Read the documents that have such labels again as if the reader were taught, and keep nothing.

        Args:
            wordings: the rows' keys by wording; "" is a row that the template lacks, None forgets the wording.
            progress: called with documents done, documents in all, and the name of the next.

        Returns:
            What would change, plan by plan and field by field.

        Raises:
            Invalid: a row is none of the template's, or a wording has no word.
        """
        with self._database.reading() as connection:
            taught = lessons.taught_also(lessons.taught(connection), wordings)
            among = lessons.documents_with(connection, wordings)
        return rereading.reread(self._database, with_taught(self._pupil, taught), progress, among)

    def teach(self, lesson: NewLesson, who: Person, *, changes: Iterable[Change] = ()) -> Lesson:
        """Teach the reader that a label stands for a row, and keep the changes that were previewed, in one transaction.

        Raises:
            Conflict: a plan was read again by somebody else in the meantime.
            Invalid: the row is none of the template's, the wording has no word, or it is taught so already.
        """
        return lessons.teach(self._database, lesson, who, changes)

    def forget(self, lesson_id: int, who: Person, why: str, *, changes: Iterable[Change] = ()) -> Lesson:
        """Withdraw a lesson, and keep the changes that were previewed.

        Raises:
            Conflict: it was withdrawn before, or a plan was read again by somebody else in the meantime.
            Invalid: no reason is given.
            NotFound: there is no such lesson.
        """
        return lessons.forget(self._database, lesson_id, who, why, changes)

    def import_lessons(self, data: bytes, who: Person) -> Imported:
        """Teach what a CSV file such as `lessons_csv` says: all, or nothing if a row does not fit. Nothing is reread.

        Raises:
            Invalid: the file is not such a list, or rows do not fit; the message names them all.
        """
        return lesson_files.import_lessons(self._database, data, who)

    def sign_off(self, plan_id: str, who: Person, why: str = "", *, seen: int) -> SignOff:
        """Sign a plan off as checked, unless it was changed after the data version that the person looked at.

        Raises:
            Conflict: it was changed since, or is signed off already.
            NotFound: there is no such plan.
        """
        return sign_offs.sign_off(self._database, plan_id, who, why, seen)

    def withdraw_sign_off(self, plan_id: str, who: Person, why: str) -> SignOff:
        """Take back that a plan is checked.

        Raises:
            Conflict: it is not signed off.
            Invalid: no reason is given.
        """
        return sign_offs.withdraw_sign_off(self._database, plan_id, who, why)

    def repair(self, plan_id: str, who: Person) -> None:
        """Read the document of the plan again, since the plan's record is damaged.

        Raises:
            Refused: the document cannot be read, or the plan is not found in it.
        """
        rereading.repair(self._database, self._reader, plan_id, who)

    def use_earlier(self, plan_id: str, who: Person) -> int:
        """Let the newest earlier edition count whose record is whole; returns its number.

        Raises:
            Refused: there is none.
        """
        return rereading.use_earlier(self._database, plan_id, who)

    def keep_parts(self, code: str, mark: Mark, parts: Mapping[str, bytes]) -> None:
        """Keep what `code` made of the data of a state for later starts; that changes none of the data."""
        with self._database.locking() as connection:
            keep_parts(connection, code, mark, parts)

    def backup(self, path: Path) -> None:
        """Write the whole store to a zip file that can be read without this software."""
        backup.backup(self._database, path)

    def restore(self, path: Path, who: Person, replace_all: bool = False) -> None:
        """Make the store equal to a backup, in one transaction.

        Raises:
            Refused: the store is not empty and `replace_all` was not said, or the file is not a whole backup.
        """
        restore.restore(self._database, path, who, replace_all)
