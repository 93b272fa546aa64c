"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from peerlint.finding import DocumentReport

_WORTH_A_BAR = 5  # documents
_REFRESHED_EACH = 0.1  # seconds


def with_progress(reports: Iterable[DocumentReport], total: int) -> Iterator[DocumentReport]:
    """The reports as they come; meanwhile a bar on standard error, if that is a terminal."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    # Drawn here, not by a thread of its own: a process with threads cannot be copied.
    with Progress(console=console, transient=True, auto_refresh=False) as bar:
        task = bar.add_task("Checking", total=total)
        bar.refresh()
        drawn = time.monotonic()
        for report in reports:
            yield report
            bar.advance(task)
            if time.monotonic() - drawn > _REFRESHED_EACH:
                bar.refresh()
                drawn = time.monotonic()
