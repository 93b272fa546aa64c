"""A progress bar for long runs, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from peerlint.finding import DocumentReport

_WORTH_A_BAR = 5  # documents


def with_progress(reports: Iterable[DocumentReport], total: int) -> Iterator[DocumentReport]:
    """The reports as they come; meanwhile a bar on standard error, if that is a terminal."""
    if total < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from reports
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(reports, "Checking", total=total, console=console, transient=True)
