"""The store: documents as they came, the records read from them, corrections over them, and a log of it all."""

from ucap.corrections.findings import JudgedFinding
from ucap.errors import (
    Conflict,
    Damaged,
    DamagedEntry,
    Invalid,
    NotAllowed,
    NotFound,
    Refused,
    StoreError,
    StoreUnavailable,
)
from ucap.plan.differences import Difference
from ucap.store.adding import Added, PlanPreview, Preview, Progress
from ucap.store.correction_files import Imported
from ucap.store.corrections import Correction
from ucap.store.dismissals import Dismissal
from ucap.store.editions import Edition, KnownDocument, StoredDocument
from ucap.store.filling import Filled, Problem, plans_folder
from ucap.store.reader import Reader, Reading
from ucap.store.removals import Removal, WaitingDocument
from ucap.store.rereading import Change
from ucap.store.rights import Person, editors, local_person, signed_in_person
from ucap.store.store import Store
from ucap.store.writing import LogEntry

__all__ = [
    "Added",
    "Change",
    "Conflict",
    "Correction",
    "Damaged",
    "DamagedEntry",
    "Difference",
    "Dismissal",
    "Edition",
    "Filled",
    "Imported",
    "Invalid",
    "JudgedFinding",
    "KnownDocument",
    "LogEntry",
    "NotAllowed",
    "NotFound",
    "Person",
    "PlanPreview",
    "Preview",
    "Problem",
    "Progress",
    "Reader",
    "Reading",
    "Refused",
    "Removal",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredDocument",
    "WaitingDocument",
    "editors",
    "local_person",
    "plans_folder",
    "signed_in_person",
]
