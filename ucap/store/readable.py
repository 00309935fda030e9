"""The reading half of the store: the plans as corrected, their documents, and what was said and done about them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime

import sqlalchemy as sa

from ucap.corrections.findings import JudgedFinding, judge
from ucap.corrections.overlay import Overlay
from ucap.errors import Damaged, DamagedEntry
from ucap.plan.differences import Difference, differences
from ucap.plan.record import Plan
from ucap.store import correction_files, corrections, dismissals, editions, removals
from ucap.store.checking import ENTRIES, Checked, check, damaged_entries
from ucap.store.corrections import Correction
from ucap.store.database import Database
from ucap.store.dismissals import Dismissal
from ucap.store.editions import Edition, KnownDocument, StoredDocument
from ucap.store.meetings.branding import ChosenPart, chosen_parts
from ucap.store.meetings.news import News, news
from ucap.store.meetings.notes import Note, standing_notes
from ucap.store.removals import Removal, WaitingDocument
from ucap.store.review import lesson_files, lessons, sign_offs
from ucap.store.review.lessons import Lesson
from ucap.store.review.sign_offs import SignOff
from ucap.store.schema import branding, log, meta
from ucap.store.versions.changes import Changes, Mark, changes_since, kept_parts, mark_of
from ucap.store.writing import LogEntry, log_entries


class ReadableStore:
    """What a store answers. Every function may raise `StoreUnavailable`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def version(self) -> int:
        """A number that is raised by every change: what was made of the data of one version holds until the next."""
        with self._database.reading() as connection:
            return int(connection.execute(sa.select(meta.c.version)).scalar_one())

    def mark(self) -> Mark:
        """The state of the data now, from which `changes` goes on."""
        with self._database.reading() as connection:
            return mark_of(connection)

    def changes(self, known: Mark, also: Iterable[str] = ()) -> Changes | None:
        """The plans that changed since a state, and those that are asked for `also`; None where all may have."""
        with self._database.reading() as connection:
            return changes_since(connection, known, also)

    def kept_parts(self, code: str) -> tuple[Mark, dict[str, bytes]] | None:
        """What the same code made of the data at an earlier start, and at which state, if it was kept."""
        with self._database.reading() as connection:
            return kept_parts(connection, code)

    def plans(self) -> list[Plan]:
        """The current plans but those removed, as corrected, with only their open findings, sorted by id."""
        return list(self.each_plan())

    def each_plan(self, on_damage: Callable[[Damaged], None] | None = None) -> Iterator[Plan]:
        """The same one by one, for very many.

        Args:
            on_damage: called for each plan whose record is damaged, which is then left out.

        Raises:
            Damaged: a record is damaged, and `on_damage` is not given.
        """
        with self._database.reading() as connection:
            corrected = corrections.rows_by_plan(connection)
            dismissed = dismissals.active_dismissals(connection)
            removed = removals.removed_ids(connection)
            checked = sign_offs.checked_plans(connection)
            for plan_id, found in editions.current_records(connection):
                if plan_id in removed:
                    continue
                if isinstance(found, Damaged):
                    _report(found, on_damage)
                    continue
                plan = found
                if plan_id in corrected or plan_id in dismissed:
                    plan = judge(Overlay(found, corrected.get(plan_id, ())), dismissed.get(plan_id, ())).plan
                yield sign_offs.with_check(plan, checked)

    def plan(self, plan_id: str) -> Plan:
        """One current plan as corrected, as `plans()` has it.

        Raises:
            NotFound: there is no such plan.
        """
        with self._database.reading() as connection:
            plan = dismissals.judge_plan(connection, plan_id).plan
            return sign_offs.with_check(plan, sign_offs.checked_plans(connection, plan_id))

    def record(self, plan_id: str, edition: int | None = None) -> Plan:
        """The plan as read from its current document, or from another edition's, without corrections.

        Raises:
            NotFound: there is none.
        """
        with self._database.reading() as connection:
            return editions.record_of(connection, plan_id, edition)

    def text(self, plan_id: str, edition: int | None = None) -> str:
        """The text that the passages of `record(plan_id, edition)` index into.

        Raises:
            NotFound: there is none.
        """
        with self._database.reading() as connection:
            return editions.text_of(connection, plan_id, edition)

    def document(self, plan_id: str, edition: int | None = None) -> StoredDocument:
        """The document that the plan was read from, as it came.

        Raises:
            NotFound: there is none.
        """
        with self._database.reading() as connection:
            return editions.document_of(connection, plan_id, edition)

    def editions(self, plan_id: str) -> list[Edition]:
        """All editions of a plan, the oldest first; the newest counts.

        Raises:
            NotFound: there is no such plan.
        """
        with self._database.reading() as connection:
            return editions.editions_of(connection, plan_id)

    def differences(self, plan_id: str, edition: int) -> tuple[Difference, ...]:
        """What an edition says otherwise than the one before it, field by field; nothing for the first.

        Raises:
            NotFound: there is no such edition.
        """
        with self._database.reading() as connection:
            newer = editions.record_of(connection, plan_id, edition)
            return differences(editions.record_of(connection, plan_id, edition - 1), newer) if edition > 1 else ()

    def documents(self) -> list[KnownDocument]:
        """All documents of the store, in the order in which they came, without their bytes."""
        with self._database.reading() as connection:
            return editions.all_documents(connection)

    def corrections(self, plan_id: str | None = None) -> list[Correction]:
        """All corrections of a plan, or of all plans, in the order in which they were made; withdrawn ones too."""
        with self._database.reading() as connection:
            return corrections.corrections_of(connection, plan_id)

    def findings(self, plan_id: str) -> list[JudgedFinding]:
        """All findings of a plan, and what became of them.

        Raises:
            NotFound: there is no such plan.
        """
        with self._database.reading() as connection:
            return list(dismissals.judge_plan(connection, plan_id).findings)

    def correction_counts(self) -> dict[str, int]:
        """How many corrections, of those that nobody withdrew, each plan has that has any."""
        with self._database.reading() as connection:
            return corrections.correction_counts(connection)

    def dismissals(self, plan_id: str | None = None) -> list[Dismissal]:
        """All dismissals of a plan, or of all plans, in the order in which they were made."""
        with self._database.reading() as connection:
            return dismissals.dismissals_of(connection, plan_id)

    def news(self, since: datetime) -> list[News]:
        """What came into the store since a moment, the newest first."""
        with self._database.reading() as connection:
            return news(connection, since)

    def notes(self, subject: str | None = None) -> list[Note]:
        """The notes that nobody took back, or those on one subject, the oldest first."""
        with self._database.reading() as connection:
            return standing_notes(connection, subject)

    def branding(self) -> list[ChosenPart]:
        """The template, logo, emblem and funding line that editors chose, as far as they chose any."""
        with self._database.reading() as connection:
            return chosen_parts(connection)

    def log(
        self, plan_id: str | None = None, on_damage: Callable[[DamagedEntry], None] | None = None
    ) -> list[LogEntry]:
        """Who did what when, the oldest first; with a plan's id, what was done to that plan.

        Args:
            plan_id: the plan, if not all are meant.
            on_damage: called for each line that is damaged, and left out.
        """
        with self._database.reading() as connection:
            return log_entries(connection, plan_id, on_damage)

    def corrections_csv(self) -> str:
        """All corrections as a CSV file."""
        with self._database.reading() as connection:
            return correction_files.corrections_csv(connection)

    def damaged_entries(self, among: Collection[str] | None = None) -> tuple[DamagedEntry, ...]:
        """What people wrote and is not as it was written any more, so that it is left out; the log is not looked at.

        Args:
            among: the ids of the plans of whose entries is asked, if not of all; entries of no plan are among them.
        """
        tables = [table for table in ENTRIES if table is not log and (among is None or table is not branding)]
        with self._database.reading() as connection:
            return tuple(damaged_entries(connection, tables, among))

    def check(self) -> Checked:
        """Look at every record, text, document and entry of the store, and name those that are damaged."""
        with self._database.reading() as connection:
            return check(connection)

    def removals(self) -> list[Removal]:
        """The plans that are removed, in the order in which they were."""
        with self._database.reading() as connection:
            return removals.standing_removals(connection)

    def waiting(self) -> list[WaitingDocument]:
        """The documents in which nothing was read, in the order in which they came."""
        return [one for one in self.silent_documents() if one.removed is None]

    def silent_documents(self) -> list[WaitingDocument]:
        """The same, and those of them that were removed."""
        with self._database.reading() as connection:
            return removals.silent_documents(connection)

    def sign_offs(self, plan_id: str) -> list[SignOff]:
        """All sign-offs of a plan, those that ended too, in the order in which they were given."""
        with self._database.reading() as connection:
            return sign_offs.sign_offs_of(connection, plan_id)

    def lessons(self) -> list[Lesson]:
        """What the reader was taught, withdrawn lessons too, in the order in which they were given."""
        with self._database.reading() as connection:
            return lessons.lessons_of(connection)

    def lessons_csv(self) -> str:
        """All lessons as a CSV file."""
        with self._database.reading() as connection:
            return lesson_files.lessons_csv(connection)


def _report(damaged: Damaged, on_damage: Callable[[Damaged], None] | None) -> None:
    if on_damage is None:
        raise damaged
    on_damage(damaged)
