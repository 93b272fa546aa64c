"""Several processes that share what one of them loaded."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from peerlint.checking import Checker
    from peerlint.document import Document
    from peerlint.examining import Examined
    from peerlint.nlp.understanding import Understanding

S = TypeVar("S")
T = TypeVar("T")
_RUNS_WORTH_A_PROCESS = 2


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


def while_loading(
    work: Callable[[], T], checker: Checker, meanwhile: Iterable[S]
) -> tuple[T, list[S]]:
    """What `work` gives, done by a copy of this process while this one loads what checking needs.

    As long as the copy works on, this process goes through `meanwhile`; what that gave comes second. Raises
    what the work and loading raise.
    """
    with copies(1, lambda _: work()) as pool:
        given = pool.submit(done_here, None)
        load_for_all(checker)
        done = list(_until(given.done, meanwhile))
        result: T = given.result()
    return result, done


def _until(finished: Callable[[], bool], steps: Iterable[S]) -> Iterator[S]:
    if finished():
        return
    for step in steps:
        yield step
        if finished():
            return


def examined(
    checker: Checker, document: Document, frame: Understanding, processes: int
) -> Iterator[Examined]:
    """What each run of the document holds, in order; by several processes if there are enough runs."""
    runs = checker.runs(document)
    examine = partial(checker.examine, document, frame)
    processes = min(processes, len(runs) // _RUNS_WORTH_A_PROCESS)
    if processes < 2 or not can_fork():
        return map(examine, runs)
    load_for_all(checker)
    return _by_copies(examine, runs, processes)


def _by_copies(
    examine: Callable[[range], Examined], runs: Sequence[range], processes: int
) -> Iterator[Examined]:
    with copies(processes, examine) as pool:
        yield from pool.map(done_here, runs)


def copies(processes: int, work: Callable[[Any], Any]) -> ProcessPoolExecutor:
    """Processes that do this work, which came with them: only arguments are sent to `done_here`.

    Where that is safe they are copies of this one, with all that it has loaded.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if can_fork() else "spawn")
    return ProcessPoolExecutor(processes, context, initializer=_take, initargs=(work,))


def _take(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work


def done_here(argument: Any) -> Any:
    """What the work that came with this process makes of the argument."""
    return _work(argument)


_work: Callable[[Any], Any]
