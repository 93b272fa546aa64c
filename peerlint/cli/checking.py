"""From paths to document reports: what `check` and `baseline` have in common."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from peerlint.cli.progress import with_progress
from peerlint.configuration import Resolver
from peerlint.discovery import Input, discover
from peerlint.errors import UserError
from peerlint.finding import DocumentReport
from peerlint.results import Results
from peerlint.running import check_all, without_repeats
from peerlint.tasks import LARGEST, Task


def check_paths(
    paths: Sequence[str],
    resolver: Resolver,
    *,
    jobs: int = 0,
    force_exclude: bool = False,
    stdin_filename: str | None = None,
    cache: bool = True,
    unseen: Sequence[str] = (),
) -> tuple[DocumentReport, ...]:
    """The reports of all documents in order, then the paths that could not be used.

    `unseen`: fields of reports that nobody will look at.
    """
    found = discover(
        paths or (".",),
        stdin_filename=stdin_filename,
        is_excluded=resolver.is_excluded,
        force_exclude=force_exclude,
    )
    tasks: list[Task] = []
    unusable: list[DocumentReport] = []
    for one in found.inputs:
        try:
            tasks.append(_task(one, resolver))
        except UserError as error:
            unusable.append(DocumentReport(path=error.path or one.shown, error=error.message))
    unusable += [DocumentReport(path=one.path or "", error=one.message) for one in found.errors]
    results = Results() if cache else None
    reports = check_all(tasks, jobs=jobs, results=results, unseen=unseen)
    return without_repeats((*with_progress(reports, len(tasks)), *unusable))


def _task(one: Input, resolver: Resolver) -> Task:
    settings = resolver.settings(one.path or Path(one.shown))
    data = sys.stdin.buffer.read(LARGEST) if one.path is None else None
    return Task(one.shown, settings, one.path, data)
