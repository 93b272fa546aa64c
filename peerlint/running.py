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
    from peerlint.checking import Checker
    from peerlint.document import Document
    from peerlint.settings import Settings

DEBUG = "PEERLINT_DEBUG"
"""The environment variable that asks for tracebacks."""


@dataclass(frozen=True, slots=True)
class Task:
    """One document to check: from `path`, or from `data` when it came by standard input."""

    shown: str
    settings: Settings
    path: Path | None = None
    data: bytes | None = None


def check_all(tasks: Sequence[Task], *, jobs: int = 1) -> Iterator[DocumentReport]:
    """Check the documents and give their reports in the order of the tasks."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(check_one, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=get_context("spawn")) as pool:
        yield from pool.map(check_one, tasks, chunksize=_chunk(len(tasks), jobs))


def check_one(task: Task) -> DocumentReport:
    """Check one document; whatever goes wrong becomes the report's error."""
    try:
        document = read(task)
        report = _checker(_Frozen(task.settings)).check(document)
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
    from peerlint.checking import Checker
    from peerlint.configuration.selectors import require_known
    from peerlint.rulebook import load_rulebook

    book = load_rulebook(frozen.settings.rule_paths)
    require_known(frozen.settings, book.rules)
    return Checker(frozen.settings, book)


def _chunk(tasks: int, jobs: int) -> int:
    return max(1, min(8, tasks // (jobs * 4)))
