"""The progress bar shows on a terminal, never elsewhere."""

from __future__ import annotations

import io
import sys
import threading

import pytest

from peerlint.cli.progress import with_progress
from peerlint.finding import DocumentReport

REPORTS = [DocumentReport(path=f"{number}.md") for number in range(6)]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(_Terminal(), True), (io.StringIO(), False)])
def test_bar_only_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, shown: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(with_progress(iter(REPORTS), len(REPORTS))) == REPORTS
    assert ("Checking" in stream.getvalue()) is shown


def test_bar_starts_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    before = threading.active_count()
    reports = with_progress(iter(REPORTS), len(REPORTS))
    next(reports)
    assert threading.active_count() == before
    assert list(reports) == REPORTS[1:]


def test_few_documents_need_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(with_progress(iter(REPORTS[:2]), 2)) == REPORTS[:2]
    assert stream.getvalue() == ""
