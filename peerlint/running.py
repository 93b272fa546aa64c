"""Check many documents: each on its own, so that one bad input never stops the others."""

from __future__ import annotations

import gc
import os
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint.errors import UserError
from peerlint.finding import DocumentReport

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from peerlint.checking import Checker, Parse
    from peerlint.document import Document
    from peerlint.results import Results
    from peerlint.settings import Settings

DEBUG = "PEERLINT_DEBUG"
"""The environment variable that asks for tracebacks."""

LARGEST = 101 << 20
"""Bytes read of one input; readers refuse less."""

_WORTH_A_PROCESS = 24  # documents


@dataclass(frozen=True, slots=True)
class Task:
    """One document to check: from `path`, or from `data` when it came by standard input."""

    shown: str
    settings: Settings
    path: Path | None = None
    data: bytes | None = None


def check_all(
    tasks: Sequence[Task], *, jobs: int = 0, results: Results | None = None
) -> Iterator[DocumentReport]:
    """Check the documents and give their reports in the order of the tasks.

    `jobs` is the number of processes; 0 takes several where that is faster. With `results`,
    documents that did not change are not checked again. Only one document is held at a time.
    """
    fresh = _fresh(tasks, results) if jobs != 1 and len(tasks) > 1 else [False] * len(tasks)
    processes = min(jobs or _useful_processes(sum(fresh)), sum(fresh))
    if processes <= 1:
        yield from (_kept_or_checked(task, results) for task in tasks)
    else:
        yield from _by_several(tasks, fresh, processes, results)
    if results is not None:
        results.tidy()


def _fresh(tasks: Sequence[Task], results: Results | None) -> list[bool]:
    """Which documents have to be checked."""
    if results is None:
        return [True] * len(tasks)
    return [not ((named := _named(task, results)[1]) and results.has(named)) for task in tasks]


def _kept_or_checked(task: Task, results: Results | None) -> DocumentReport:
    """The report that is kept for the task, else a new one, which is then kept."""
    if results is None:
        return check_one(task)
    task, name = _named(task, results)
    kept = results.get(name) if name else None
    if kept is not None:
        return kept
    report = check_one(task)
    if name and report.error is None:
        results.put(name, report)
    return report


def _named(task: Task, results: Results) -> tuple[Task, str | None]:
    """The task with its content, and the name of its report."""
    try:
        data = _content(task)
        if data is None:
            return task, None
        return replace(task, data=data), results.name(task.shown, data, task.settings)
    except (UserError, OSError, ValueError):  # checking the document tells what is wrong
        return task, None


def _content(task: Task) -> bytes | None:
    if task.path is None or task.data is not None:
        return task.data
    from peerlint.formats import SUFFIXES

    if task.path.suffix.lower() not in SUFFIXES:  # left to the reader, which refuses it
        return None
    with task.path.open("rb") as stream:
        return stream.read(LARGEST)


def _by_several(
    tasks: Sequence[Task], fresh: Sequence[bool], processes: int, results: Results | None
) -> Iterator[DocumentReport]:
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    left = [task for task, is_fresh in zip(tasks, fresh, strict=True) if is_fresh]
    work = partial(_kept_or_checked, results=results)
    with ProcessPoolExecutor(processes, mp_context=_context(left[0])) as pool:
        checked = pool.map(work, left, chunksize=_chunk(len(left), processes))
        for task, is_fresh in zip(tasks, fresh, strict=True):
            yield next(checked) if is_fresh else _kept_or_checked(task, results)


def _context(task: Task) -> BaseContext:
    """How processes start: with rules and pipeline loaded once for all, where that is safe."""
    from multiprocessing import get_context

    if sys.platform != "linux" or threading.active_count() > 1:
        return get_context("spawn")
    from peerlint.nlp.pipeline import pipeline

    with suppress(UserError):  # told with each document
        checker_for(task.settings)
        pipeline()
    gc.freeze()  # so that no process copies what all of them only read
    return get_context("fork")


def _useful_processes(documents: int) -> int:
    """Processes that are worth their start."""
    return min(os.cpu_count() or 1, documents // _WORTH_A_PROCESS)


def check_one(task: Task) -> DocumentReport:
    """Check one document; whatever goes wrong becomes the report's error."""
    try:
        document = read(task)
        report = checker_for(task.settings).check(document)
        return replace(report, in_source=bool(document.source))
    except UserError as error:
        return DocumentReport(path=error.path or task.shown, error=error.message)
    except Exception as error:
        if os.environ.get(DEBUG):
            traceback.print_exc()
        return DocumentReport(path=task.shown, error=unexpected(error))


def read(task: Task) -> Document:
    """The task's document; raises DocumentError."""
    from peerlint.formats import read_document

    return read_document(task.path or Path(task.shown), data=task.data, name=task.shown)


def unexpected(error: BaseException) -> str:
    """The sentence for a fault of peerlint's own."""
    kind = type(error).__name__
    return (
        f"peerlint itself failed here ({kind}: {error}); please report this, "
        f"with what {DEBUG}=1 shows"
    )


def without_repeats(reports: Iterable[DocumentReport]) -> tuple[DocumentReport, ...]:
    """The reports, with an error that several documents share told once."""
    seen: set[tuple[str, str]] = set()
    kept: list[DocumentReport] = []
    for report in reports:
        if report.error is not None:
            if (report.path, report.error) in seen:
                continue
            seen.add((report.path, report.error))
        kept.append(report)
    return tuple(kept)


def checker_for(settings: Settings) -> Checker:
    """The checker for these settings, made once. Raises RuleError and ConfigError."""
    return _checker(_Frozen(settings))


class _Frozen:
    """Settings as a cache key: equal settings share one checker."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._key = repr(settings)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frozen) and other._key == self._key


@lru_cache(maxsize=8)
def _checker(frozen: _Frozen) -> Checker:
    return new_checker(frozen.settings)


def new_checker(settings: Settings, parse: Parse | None = None) -> Checker:
    """A checker of its own for these settings. Raises RuleError and ConfigError."""
    from peerlint.checking import Checker
    from peerlint.configuration.selectors import require_known
    from peerlint.rulebook import load_rulebook

    book = load_rulebook(settings.rule_paths)
    require_known(settings, book.labels)
    return Checker(settings, book, parse)


def _chunk(tasks: int, jobs: int) -> int:
    return max(1, min(8, tasks // (jobs * 4)))
