"""Check many documents: each on its own, so that one bad input never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from peerlint import processes
from peerlint.errors import UserError
from peerlint.finding import DocumentReport
from peerlint.tasks import Task, check_together, checker_for, content, read_and_framed, size
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from peerlint.results import Results
    from peerlint.tasks import Understood

_WORTH_A_PROCESS = 24  # documents
_TOGETHER = 8_000  # bytes of files that are checked in one go; plain text has 60 sentences to parse
_TURNS = 4  # times that a process takes some of what is left, at least, so that all end together
_WHILE_LOADING = 90_000  # bytes of documents that are read while the pipeline is loaded


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where reports are kept between runs, and which of their fields this run leaves empty."""

    results: Results | None = None
    unseen: tuple[str, ...] = ()

    def seen(self, report: DocumentReport) -> DocumentReport:
        """The report as this run keeps it."""
        empty: dict[str, Any] = dict.fromkeys(self.unseen, ())
        return replace(report, **empty)


def check_all(
    tasks: Sequence[Task],
    *,
    jobs: int = 0,
    results: Results | None = None,
    unseen: Iterable[str] = (),
) -> Iterator[DocumentReport]:
    """Check the documents and give their reports in the order of the tasks.

    `jobs` is the number of processes; 0 takes several where that is faster: for many documents, and
    for the parts of a long one. With `results`, documents that did not change are not checked again.
    `unseen`: fields of reports that are left empty; of many documents they would fill memory for nothing.
    """
    keeping = Keeping(results, tuple(unseen))
    fresh = _fresh(tasks, results) if jobs != 1 and len(tasks) > 1 else [False] * len(tasks)
    at_once = min(jobs or _useful_processes(sum(fresh)), sum(fresh))
    if at_once <= 1:
        parts = jobs or processes.available()
        for some in _together(tasks, list(range(len(tasks))), lambda _: _TOGETHER):
            yield from _kept_or_checked([tasks[number] for number in some], keeping, parts)
    else:
        yield from _by_several(tasks, fresh, at_once, keeping)
    if results is not None:
        results.tidy()


def _fresh(tasks: Sequence[Task], results: Results | None) -> list[bool]:
    """Which documents have to be checked."""
    if results is None:
        return [True] * len(tasks)
    return [not ((named := _named(task, results)[1]) and results.has(named)) for task in tasks]


def _kept_or_checked(
    tasks: Sequence[Task],
    keeping: Keeping,
    parts: int = 1,
    ahead: Sequence[Understood | None] | None = None,
) -> list[DocumentReport]:
    """The reports on some tasks: those that are kept, and new ones, which are then kept.

    `ahead`: what was read of each before.
    """
    ahead = ahead or [None] * len(tasks)
    results = keeping.results
    if results is None:
        return list(map(keeping.seen, check_together(tasks, parts, ahead)))
    named = [_named(task, results) for task in tasks]
    reports = [results.get(name) if name else None for _, name in named]
    new = [number for number, report in enumerate(reports) if report is None]
    checked = check_together(
        [named[number][0] for number in new], parts, [ahead[number] for number in new]
    )
    for number, report in zip(new, checked, strict=True):
        reports[number] = report
        name = named[number][1]
        if name and report.error is None:
            results.put(name, report)
    return [keeping.seen(report) for report in reports if report is not None]


def _together(
    tasks: Sequence[Task], order: Sequence[int], most: Callable[[int], int]
) -> Iterator[list[int]]:
    """Small documents with the same settings that come one after the other, by number.

    `most` gives for the bytes that are left how many may come together; a larger document comes alone.
    """
    sizes = [size(tasks[number]) for number in order]
    left = sum(sizes)
    some: list[int] = []
    room = most(left)
    for number, own in zip(order, sizes, strict=True):
        if some and (own > room or tasks[number].settings != tasks[some[0]].settings):
            yield some
            some, room = [], most(left)
        some.append(number)
        room -= own
        left -= own
    if some:
        yield some


def _named(task: Task, results: Results) -> tuple[Task, str | None]:
    """The task with its content, and the name of its report."""
    try:
        data = content(task)
        if data is None:
            return task, None
        return replace(task, data=data), results.name(task.shown, data, task.settings)
    except (UserError, OSError, ValueError):  # checking the document tells what is wrong
        return task, None


def _by_several(
    tasks: Sequence[Task], fresh: Sequence[bool], at_once: int, keeping: Keeping
) -> Iterator[DocumentReport]:
    """Each process takes the largest document that is left, so that none is late with a long one.

    A document that is more than one process's share is divided among all of them before.
    """
    sizes = {number: size(task) for number, task in enumerate(tasks) if fresh[number]}
    left = sorted(sizes, key=lambda number: -sizes[number])
    share = sum(sizes.values()) // at_once
    done = {
        number: _kept_or_checked([tasks[number]], keeping, at_once)[0]
        for number in left
        if sizes[number] > share
    }
    left = [number for number in left if number not in done]
    ahead: Mapping[int, Understood] = {}
    if not done:  # all is loaded once one is checked
        tasks, ahead, done = _ahead(tasks, left, keeping)
        left = [number for number in left if number not in done]
    turns = at_once * _TURNS
    shares = list(_together(tasks, left, lambda rest: min(_TOGETHER, rest // turns)))
    with processes.copies(at_once, partial(_numbered, tasks, keeping, ahead)) as pool:
        checked = dict(_begun(shares, pool))
        for number, task in enumerate(tasks):
            if number in checked:
                reports, at = checked.pop(number)
                yield reports.result()[at]
            elif number in done:
                yield done.pop(number)
            else:
                yield from _kept_or_checked([task], keeping)


def _begun(
    shares: Iterable[Sequence[int]], pool: Executor
) -> Iterator[tuple[int, tuple[Future[list[DocumentReport]], int]]]:
    """For each number where its report will be: whose reports these are, and which of them."""
    for numbers in shares:
        reports = pool.submit(processes.done_here, numbers)
        yield from ((number, (reports, at)) for at, number in enumerate(numbers))


def _numbered(
    tasks: Sequence[Task],
    keeping: Keeping,
    ahead: Mapping[int, Understood],
    numbers: Sequence[int],
) -> list[DocumentReport]:
    some = [tasks[number] for number in numbers]
    return _kept_or_checked(some, keeping, 1, [ahead.get(number) for number in numbers])


def _ahead(
    tasks: Sequence[Task], order: Sequence[int], keeping: Keeping
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
    reports = ((number, _kept_or_checked([tasks[number]], keeping)[0]) for number in last)
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
        length += size(tasks[number])
        if length > _WHILE_LOADING:
            break
        with suppress(OSError, ValueError):  # told when it is checked
            some[number] = replace(tasks[number], data=content(tasks[number]))
    return some


def _understood_of(some: Mapping[int, Task]) -> dict[int, Understood]:
    """The documents that can be read; why others cannot is told when they are checked."""
    found: dict[int, Understood] = {}
    for number, task in some.items():
        with suppress(Exception):
            found[number] = read_and_framed(task)
    return found


def _useful_processes(documents: int) -> int:
    """Processes that are worth their start."""
    return min(processes.available(), documents // _WORTH_A_PROCESS)


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
