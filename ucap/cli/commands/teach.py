"""Teach the reader of this store that a label stands for a row of the template.

  ucap teach "Scope of work" focus             show what would change in the documents that have this label
  ucap teach "Scope of work" focus --keep      teach it, and keep what changes
  ucap teach --forget 3 --why "it was a typo"  withdraw a lesson, and keep what changes
  ucap teach                                   list what was taught
  ucap teach --write lessons.csv               the same as a CSV file
  ucap teach --read lessons.csv                teach what such a list says; ucap reread shows what it changes

ROW is a key of the template (city, region, country, population, area, period, themes, goals, focus, challenges,
objectives, activities, results), contact, or none for a row that the template lacks.
Exit status: 0 all went well, 1 it could not be done, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ucap.cli.commands.reread import show_change
from ucap.cli.options import add_database
from ucap.cli.saying import warn
from ucap.cli.stores import bar, exit_status, named, open_store
from ucap.documents.limits import FILE_BYTES
from ucap.documents.source import read_file
from ucap.errors import NotFound
from ucap.plain_text import printable
from ucap.store.rereading import Change
from ucap.store.review.lesson_files import NO_ROW
from ucap.store.review.lessons import Lesson, NewLesson
from ucap.store.rights import local_person
from ucap.store.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `ucap teach`."""
    parser.usage = "ucap teach [WORDING ROW [--keep] | --forget NUMBER --why REASON | --read FILE | --write FILE]"
    parser.add_argument("lesson", metavar="WORDING ROW", nargs="*", help="the label, and the row that it stands for")
    parser.add_argument("--keep", action="store_true", help="teach it, and keep what changes")
    parser.add_argument("--forget", metavar="NUMBER", type=int, help="withdraw the lesson of this number")
    parser.add_argument("--why", metavar="REASON", default="", help="the reason")
    parser.add_argument("--read", metavar="FILE", type=Path, help="teach what a CSV file says")
    parser.add_argument("--write", metavar="FILE", type=Path, help="write all lessons to a CSV file")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do `ucap teach`; the exit status is 2 if more than one thing is asked for."""
    wished = [arguments.lesson or None, arguments.forget, arguments.read, arguments.write]
    if sum(one is not None for one in wished) > 1 or len(arguments.lesson) not in (0, 2):
        warn("Say one of: WORDING ROW, --forget, --read, --write. See ucap teach --help.")
        return 2
    return exit_status(lambda: _teach(open_store(arguments), arguments))


def _teach(store: Store, arguments: argparse.Namespace) -> int:
    if arguments.write:
        arguments.write.write_text(store.lessons_csv(), encoding="utf-8-sig", newline="")
        return named([one for one in store.damaged_entries() if one.table == "lessons"])
    if arguments.read:
        imported = store.import_lessons(read_file(arguments.read, FILE_BYTES), local_person())
        print(f"{len(imported.made)} wordings taught; {imported.unchanged_count} were taught so already.")
    elif arguments.forget is not None:
        _forget(store, arguments.forget, arguments.why)
    elif arguments.lesson:
        _learn(store, NewLesson(arguments.lesson[0], _key(arguments.lesson[1])), arguments.keep)
    else:
        for lesson in store.lessons():
            _show(lesson)
    return 0


def _key(row: str) -> str:
    return "" if row == NO_ROW else row


def _learn(store: Store, lesson: NewLesson, is_kept: bool) -> None:
    changes = _changes(store, {lesson.wording: lesson.row})
    if is_kept:
        _show(store.teach(lesson, local_person(), changes=changes))
    else:
        print(f"{len(changes)} changes; nothing was taught or kept.")


def _forget(store: Store, number: int, why: str) -> None:
    lesson = next((one for one in store.lessons() if one.id == number), None)
    if lesson is None:
        raise NotFound(f"There is no lesson {number}.")
    changes = [] if lesson.withdrawn_by else _changes(store, {lesson.wording: None})
    _show(store.forget(number, local_person(), why, changes=changes))


def _changes(store: Store, wordings: dict[str, str | None]) -> list[Change]:
    with bar("reading") as progress:
        changes = store.preview_lessons(wordings, progress)
    for change in changes:
        show_change(change)
    return changes


def _show(lesson: Lesson) -> None:
    end = f"; withdrawn by {lesson.withdrawn_by}: {lesson.withdrawn_why}" if lesson.withdrawn_by else ""
    said = f"{lesson.id}: “{lesson.wording}” is {lesson.row or NO_ROW} ({lesson.who}, {lesson.when:%Y-%m-%d}{end})"
    print(printable(said))
