"""Very many attempts, one after the other in a process that is replaced when it dies, hangs, or has done its share."""

from __future__ import annotations

import multiprocessing
import re
import resource
import sys
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from time import process_time

from ucap.sandbox import MEMORY_BYTES, SECONDS

_BATCH = 2_000
"""Attempts for a process: few enough that what one leaves behind does not reach the bounds of memory."""
_PROGRESS = 2_000
_HUNG_SECONDS = 12 * SECONDS
"""How long nothing may come back: long, because the machine may have other work."""
_FORK = multiprocessing.get_context("fork")

Attempt = Callable[[int], str]
"""What became of the thing of a seed, in words whose part behind a colon is left out of the count."""


def attempt_all(attempt: Attempt, is_well: Callable[[str], bool], default_count: int) -> int:
    """Attempt as many seeds as the command line says, print those that did not go well, and count all.

    Returns:
        The exit status: 0 if all went well, each within the time for one document.
    """
    count, first = (
        int(sys.argv[place]) if len(sys.argv) > place else default for place, default in ((1, default_count), (2, 0))
    )
    outcomes: Counter[str] = Counter()
    faults, slowest, seed = 0, (0.0, first), first
    while seed < first + count:
        for outcome, seconds in _batch(attempt, range(seed, min(seed + _BATCH, first + count))):
            outcomes[re.sub(r":.*", "", outcome, flags=re.DOTALL)] += 1
            slowest = max(slowest, (seconds, seed))
            if not is_well(outcome) or seconds > SECONDS:
                faults += 1
                print(f"seed {seed}: {outcome}, {seconds:.1f} s", flush=True)
            seed += 1
            if (seed - first) % _PROGRESS == 0:
                print(f"{seed - first:,} of {count:,}: {dict(outcomes)}", file=sys.stderr, flush=True)
    print(
        f"{count:,} from seed {first}: {dict(outcomes)}; faults {faults}; slowest seed {slowest[1]}, {slowest[0]:.2f} s"
    )
    return 1 if faults else 0


def _batch(attempt: Attempt, seeds: range) -> list[tuple[str, float]]:
    """Outcome and seconds of the seeds, in their order, as far as the process came; the last may be its end."""
    here, there = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_attempt_each, args=(there, attempt, seeds))
    process.start()
    there.close()
    found: list[tuple[str, float]] = []
    while len(found) < len(seeds):
        if not here.poll(_HUNG_SECONDS):
            found.append(("hung", _HUNG_SECONDS))
            break
        try:
            found.append(here.recv())
        except EOFError:
            process.join()
            found.append((f"ended the process with {process.exitcode}", 0.0))
            break
    process.kill()
    process.join()
    return found


def _attempt_each(answers: Connection, attempt: Attempt, seeds: range) -> None:
    """Within the memory that the product gives to documents."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
    for seed in seeds:
        start = process_time()
        outcome = attempt(seed)
        answers.send((outcome, process_time() - start))
