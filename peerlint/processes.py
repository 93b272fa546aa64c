"""Several processes that share what one of them loaded."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerlint.checking import Checker
    from peerlint.document import Document
    from peerlint.examining import Examined
    from peerlint.nlp.understanding import Understanding

    Examine = Callable[[range], Examined]


def available() -> int:
    """Processes that can run at once."""
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process can be copied with all that it loaded."""
    return sys.platform == "linux" and threading.active_count() == 1


def load_for_all(checker: Checker) -> None:
    """Load what checking needs, so that it is there once for all copies of this process.

    Raises UserError.
    """
    from peerlint.nlp.pipeline import pipeline

    pipeline()
    if checker.reader is not None:
        from peerlint.learned.clauses import load_scorer
        from peerlint.learned.reader import ENCODER

        load_scorer(ENCODER)
    gc.freeze()  # so that no process copies what all of them only read


def examined(
    checker: Checker, document: Document, frame: Understanding, processes: int
) -> Iterator[Examined]:
    """What each run of the document holds, in order; by several processes if there are several runs."""
    runs = checker.runs(document)
    examine: Examine = partial(checker.examine, document, frame)
    processes = min(processes, len(runs) - 1)
    if processes < 2 or not can_fork():
        return map(examine, runs)
    first = examine(runs[0])  # so that most rules are read once for all copies
    load_for_all(checker)
    return chain([first], _by_copies(examine, runs[1:], processes))


def _by_copies(examine: Examine, runs: Sequence[range], processes: int) -> Iterator[Examined]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    fork = get_context("fork")
    with ProcessPoolExecutor(processes, fork, initializer=_take, initargs=(examine,)) as pool:
        yield from pool.map(_examined_here, runs)


def _take(examine: Examine) -> None:
    """Keep what this copy has to do: it came with the copy, so the document was never sent."""
    global _examine
    _examine = examine


def _examined_here(run: range) -> Examined:
    return _examine(run)


_examine: Examine
