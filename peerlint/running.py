"""Check many documents: each on its own, so that one bad input never stops the others."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from peerlint.errors import UserError
from peerlint.finding import DocumentReport

if TYPE_CHECKING:
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
    documents that did not change are not checked again.
    """
    known: list[DocumentReport | None] = [None] * len(tasks)
    names: list[str | None] = [None] * len(tasks)
    loaded = list(tasks)
    if results is not None:
        for number, task in enumerate(tasks):
            loaded[number], names[number], known[number] = _looked_up(task, results)
    fresh = _checked([task for task, found in zip(loaded, known, strict=True) if not found], jobs)
    for name, found in zip(names, known, strict=True):
        report = found or next(fresh)
        if results is not None and name and not found and report.error is None:
            results.put(name, report)
        yield report
    if results is not None:
        results.tidy()


def _looked_up(task: Task, results: Results) -> tuple[Task, str | None, DocumentReport | None]:
    """The task with its content, the name of its report, and the report if it is known."""
    try:
        data = _content(task)
        if data is None:
            return task, None, None
        name = results.name(task.shown, data, task.settings)
    except (UserError, OSError, ValueError):  # checking the document tells what is wrong
        return task, None, None
    return replace(task, data=data), name, results.get(name)


def _content(task: Task) -> bytes | None:
    if task.path is None or task.data is not None:
        return task.data
    from peerlint.formats import SUFFIXES

    if task.path.suffix.lower() not in SUFFIXES:  # left to the reader, which refuses it
        return None
    with task.path.open("rb") as stream:
        return stream.read(LARGEST)


def _checked(tasks: Sequence[Task], jobs: int) -> Iterator[DocumentReport]:
    processes = min(jobs or _useful_processes(len(tasks)), len(tasks))
    if processes <= 1:
        yield from map(check_one, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(check_one, tasks, chunksize=_chunk(len(tasks), processes))


def _useful_processes(documents: int) -> int:
    """Each process loads the pipeline anew, which takes as long as a dozen documents."""
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
    require_known(settings, book.rules)
    return Checker(settings, book, parse)


def _chunk(tasks: int, jobs: int) -> int:
    return max(1, min(8, tasks // (jobs * 4)))
