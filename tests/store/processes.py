"""Real processes for the tests: forked, so that they start at once, and killed where it hurts."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable
from threading import Timer
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

_NOBODY = 65534
_FORK = multiprocessing.get_context("fork")


def run(*tasks: Callable[[], Any]) -> list[Any]:
    """The results of the tasks, each done in a process of its own, all at the same time."""
    with _FORK.Manager() as manager:
        results = manager.dict()
        barrier = manager.Barrier(len(tasks))
        processes = [
            _FORK.Process(target=_at_once, args=(barrier, results, number, task)) for number, task in enumerate(tasks)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join(timeout=100)
        return [results[number] for number in range(len(tasks))]


def run_as_nobody(task: Callable[[], Any]) -> Any:
    """The result of the task, done by a user who owns nothing; by the same user where that is not root."""

    def drop_rights_and_do() -> Any:
        if os.getuid() == 0:
            os.setuid(_NOBODY)
        return task()

    return run(drop_rights_and_do)[0]


def run_with_full_disk(task: Callable[[], Any], file_bytes: int) -> Any:
    """The result of the task, done in a process that can write no file beyond a size."""

    def fill_disk_and_do() -> Any:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        return task()

    return run(fill_disk_and_do)[0]


def statement_count(task: Callable[[], Any]) -> tuple[int, float]:
    """How many statements and commits the task takes, done in a process of its own, and how many seconds."""

    def count() -> tuple[int, float]:
        done: list[Any] = []
        event.listen(Engine, "before_cursor_execute", lambda *_arguments: done.append(1))
        event.listen(Engine, "commit", lambda *_arguments: done.append(1))
        began = time.monotonic()
        task()
        return len(done), time.monotonic() - began

    counted: tuple[int, float] = run(count)[0]
    return counted


def killed_at_statement(task: Callable[[], Any], number: int, seconds: float = 0) -> bool:
    """Do the task in a process that is killed before its statement of that number, or so long after it has begun.

    False if it needs fewer, or ends sooner.
    """
    process = _FORK.Process(target=_kill_at, args=(task, number, seconds))
    process.start()
    process.join(timeout=100)
    return process.exitcode == -signal.SIGKILL


def killed_after(task: Callable[[], Any], seconds: float) -> None:
    """Do the task in a process that is killed after some time, whatever it does then."""
    process = _FORK.Process(target=task)
    process.start()
    process.join(timeout=seconds)
    process.kill()
    process.join(timeout=100)


def _at_once(barrier: Any, results: Any, number: int, task: Callable[[], Any]) -> None:
    barrier.wait()
    try:
        results[number] = task()
    except Exception as error:  # what went wrong is the result
        results[number] = error


def _kill_at(task: Callable[[], Any], number: int, seconds: float) -> None:
    remaining = number

    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def count(*_arguments: Any) -> None:
        nonlocal remaining
        remaining -= 1
        if remaining == 0:
            Timer(seconds, kill).start() if seconds else kill()

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    task()
