"""Check many documents: each on its own, so that one bad input never stops the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from peerlint import processes
from peerlint.errors import UserError
from peerlint.finding import DocumentReport
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from peerlint.checking import Checker
    from peerlint.document import Document
    from peerlint.nlp.understanding import Understanding
    from peerlint.pieces import Parse
    from peerlint.results import Results
    from peerlint.settings import Settings

    Understood = tuple[Document, Understanding]

DEBUG = "PEERLINT_DEBUG"
"""The environment variable that asks for tracebacks."""

LARGEST = 101 << 20
"""Bytes read of one input; readers refuse less."""

_WORTH_A_PROCESS = 24  # documents
_WHILE_LOADING = 90_000  # bytes of documents that are read while the pipeline is loaded
_REHEARSALS = 120  # documents of the rules' own examples
_PLAIN = frozenset({"markdown", "text"})  # formats of which any lines are a document
_LINES, _STRIDE = (
    30,
    13,
)  # of a document's pieces: lines of one, and how far apart the first ones lie
_LARGE = 100_000  # bytes of a document that takes as long to read as the pipeline takes to load


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

    `jobs` is the number of processes; 0 takes several where that is faster: for many documents, and
    for the parts of a long one. With `results`, documents that did not change are not checked again.
    """
    fresh = _fresh(tasks, results) if jobs != 1 and len(tasks) > 1 else [False] * len(tasks)
    at_once = min(jobs or _useful_processes(sum(fresh)), sum(fresh))
    if at_once <= 1:
        parts = jobs or processes.available()
        yield from (_kept_or_checked(task, results, parts) for task in tasks)
    else:
        yield from _by_several(tasks, fresh, at_once, results)
    if results is not None:
        results.tidy()


def _fresh(tasks: Sequence[Task], results: Results | None) -> list[bool]:
    """Which documents have to be checked."""
    if results is None:
        return [True] * len(tasks)
    return [not ((named := _named(task, results)[1]) and results.has(named)) for task in tasks]


def _kept_or_checked(
    task: Task, results: Results | None, parts: int = 1, understood: Understood | None = None
) -> DocumentReport:
    """The report that is kept for the task, else a new one, which is then kept."""
    if results is None:
        return check_one(task, parts, understood)
    task, name = _named(task, results)
    kept = results.get(name) if name else None
    if kept is not None:
        return kept
    report = check_one(task, parts, understood)
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
    tasks: Sequence[Task], fresh: Sequence[bool], at_once: int, results: Results | None
) -> Iterator[DocumentReport]:
    """Each process takes the largest document that is left, so that none is late with a long one.

    A document that is more than one process's share is divided among all of them before.
    """
    sizes = {number: _size(task) for number, task in enumerate(tasks) if fresh[number]}
    left = sorted(sizes, key=lambda number: -sizes[number])
    share = sum(sizes.values()) // at_once
    done = {
        number: _kept_or_checked(tasks[number], results, at_once)
        for number in left
        if sizes[number] > share
    }
    left = [number for number in left if number not in done]
    ahead: Mapping[int, Understood] = {}
    if not done:  # all is loaded once one is checked
        tasks, ahead, done = _ahead(tasks, left, results)
        left = [number for number in left if number not in done]
    with processes.copies(at_once, partial(_numbered, tasks, results, ahead)) as pool:
        checked = {number: pool.submit(processes.done_here, number) for number in left}
        for number, task in enumerate(tasks):
            if number in checked:
                yield checked.pop(number).result()
            elif number in done:
                yield done.pop(number)
            else:
                yield _kept_or_checked(task, results)


def _size(task: Task) -> int:
    """Bytes of the document as it came."""
    if task.data is not None:
        return len(task.data)
    with suppress(OSError, ValueError):
        return task.path.stat().st_size if task.path else 0
    return 0


def _numbered(
    tasks: Sequence[Task], results: Results | None, ahead: Mapping[int, Understood], number: int
) -> DocumentReport:
    return _kept_or_checked(tasks[number], results, understood=ahead.get(number))


def _ahead(
    tasks: Sequence[Task], order: Sequence[int], results: Results | None
) -> tuple[Sequence[Task], Mapping[int, Understood], dict[int, DocumentReport]]:
    """Load rules and pipeline once for all, where that is safe, while a copy of this process reads.

    Gives the tasks, those that were read with their content, what was read of them, and reports on the last
    ones, which this process checks until the copy has read, so that what checking needs is there once for
    all: both by number.
    """
    if not processes.can_fork() or not order:
        return tasks, {}, {}
    from concurrent.futures import BrokenExecutor

    some = _first(tasks, order)
    last = reversed([number for number in order if number not in some])
    reports = ((number, _kept_or_checked(tasks[number], results)) for number in last)
    ahead: Mapping[int, Understood] = {}
    done: list[tuple[int, DocumentReport]] = []
    with suppress(UserError, BrokenExecutor):  # told with each document
        checker = checker_for(tasks[order[-1]].settings)
        ahead, done = processes.while_loading(partial(_understood_of, some), checker, reports)
    return [some.get(number, task) for number, task in enumerate(tasks)], ahead, dict(done)


def _first(tasks: Sequence[Task], order: Sequence[int]) -> dict[int, Task]:
    """The first of the tasks, with their content, by number; unreadable ones aside."""
    some: dict[int, Task] = {}
    length = 0
    for number in order:
        length += _size(tasks[number])
        if length > _WHILE_LOADING:
            break
        with suppress(OSError, ValueError):  # told when it is checked
            some[number] = replace(tasks[number], data=_content(tasks[number]))
    return some


def _understood_of(some: Mapping[int, Task]) -> dict[int, Understood]:
    """The documents that can be read; why others cannot is told when they are checked."""
    found: dict[int, Understood] = {}
    for number, task in some.items():
        with suppress(Exception):
            found[number] = _read_and_framed(task)
    return found


def _useful_processes(documents: int) -> int:
    """Processes that are worth their start."""
    return min(processes.available(), documents // _WORTH_A_PROCESS)


def check_one(task: Task, parts: int = 1, understood: Understood | None = None) -> DocumentReport:
    """Check one document, with so many processes at most; whatever goes wrong becomes the report's error.

    `understood`: what was read of it before.
    """
    try:
        document, frame = understood or _understood(task, parts)
        checker = checker_for(task.settings)
        examined = processes.examined(checker, document, frame, parts)
        report = checker.report(document, frame, examined)
        return replace(report, in_source=bool(document.source))
    except UserError as error:
        return DocumentReport(path=error.path or task.shown, error=error.message)
    except Exception as error:
        if os.environ.get(DEBUG):
            import traceback

            traceback.print_exc()
        return DocumentReport(path=task.shown, error=unexpected(error))


def _understood(task: Task, parts: int) -> Understood:
    """The task's document and its frame; those of a large one while the pipeline is loaded."""
    if parts < 2 or _size(task) < _LARGE or not processes.can_fork():
        return _read_and_framed(task)
    checker = checker_for(task.settings)
    reading = partial(_read_and_framed, task)
    return processes.while_loading(reading, checker, rehearsals(checker, task))[0]


def rehearsals(checker: Checker, task: Task) -> Iterator[DocumentReport]:
    """Reports on pieces of the task's own text, else on the rules' own examples.

    To check them loads what the document, or most documents, need.
    """
    from peerlint.formats import read_text

    for text in _pieces_of(task) or _examples_of(checker):
        with suppress(Exception):  # told of the document that meets it
            yield checker.check(read_text(text, format="markdown"))


def _pieces_of(task: Task) -> list[str]:
    """Pieces of a plain document from all over it; none of one that is packed or marked up."""
    from peerlint.formats import SUFFIXES

    if SUFFIXES.get(PurePath(task.shown).suffix.lower()) not in _PLAIN:
        return []
    data = b""
    with suppress(OSError, ValueError):  # told when it is read
        data = _content(task) or b""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    pieces = ["".join(lines[first : first + _LINES]) for first in range(0, len(lines), _LINES)]
    return [piece for first in range(_STRIDE) for piece in pieces[first::_STRIDE]]


def _examples_of(checker: Checker) -> Iterator[str]:
    from peerlint.rulebook.trial import PLACES

    rules = checker.book.rules
    for first in range(_REHEARSALS):
        few = (rules[number] for number in range(first, len(rules), _REHEARSALS))
        duties = "\n- ".join(example.text for rule in few for example in rule.examples[:1])
        yield PLACES["peer-job-description"].replace("{}", duties)


def _read_and_framed(task: Task) -> Understood:
    document = read(task)
    return document, checker_for(task.settings).frame(document)


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
