"""Small documents that are checked in one go: the same reports, to the byte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from peerlint import running
from peerlint.checking import Checker
from peerlint.finding import DocumentReport
from peerlint.formats import read_text
from peerlint.results import Results
from peerlint.rulebook import RuleBook
from peerlint.settings import Settings
from peerlint.tasks import Task, check_one, check_together

DOCUMENTS = Path(__file__).parents[1] / "documents"
SUPPRESSED = "<!-- peerlint: off -->\n\nThe addicts were late.\n"
LINE = "Monitors clients for compliance.\n"


def paragraphs() -> list[str]:
    """Short documents: a few paragraphs of each of some long ones, and some of a line."""
    texts = [SUPPRESSED, LINE, "The garden opens at nine.\n", ""]
    for path in sorted(DOCUMENTS.glob("*.md"))[:12]:
        some = path.read_text(encoding="utf-8").split("\n\n")
        texts += ["\n\n".join(some[first : first + 6]) for first in (0, 6)]
    return texts


def tasks_of(texts: Sequence[str], settings: Settings) -> list[Task]:
    return [Task(f"{n}.md", settings, data=text.encode()) for n, text in enumerate(texts)]


def test_together_documents_get_the_reports_they_get_alone(shipped_book: RuleBook) -> None:
    checker = Checker(book=shipped_book)
    documents = [read_text(text, path=f"{n}.md") for n, text in enumerate(paragraphs())]
    alone = [checker.check(document) for document in documents]
    assert sum(len(report.findings) for report in alone) > 20
    assert {report.silenced[0].silencer for report in alone if report.silenced} >= {"suppression"}
    framed = [(document, checker.frame(document)) for document in documents]
    assert checker.check_together(framed) == alone
    assert checker.check_together(framed[::-1]) == alone[::-1]


def test_a_long_document_among_them_is_read_as_a_long_one(shipped_book: RuleBook) -> None:
    checker = Checker(book=shipped_book)
    line = "The addicts were non-compliant with treatment.\n\n"
    documents = [read_text(text) for text in (line, line * 900, line * 8)]
    framed = [(document, checker.frame(document)) for document in documents]
    examiners = {id(checker.examiner_for(frame)) for _, frame in framed}
    assert len(examiners) == 3
    assert checker.check_together(framed) == [checker.check(document) for document in documents]


def noting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents are checked in one go, each time."""
    seen: list[int] = []
    real = Checker.check_together

    def noted(self: Checker, documents: Any) -> list[DocumentReport]:
        reports = real(self, documents)
        seen.append(len(documents))
        return reports

    monkeypatch.setattr(Checker, "check_together", noted)
    return seen


def test_small_documents_with_the_same_settings_go_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "_TOGETHER", 4 * len(LINE))
    seen = noting(monkeypatch)
    plain, milder = Settings(learned=False), Settings(learned=False, ignore=("PD",))
    tasks = tasks_of([LINE] * 6 + [LINE * 40] + [LINE] * 2, plain) + tasks_of([LINE] * 3, milder)
    reports = list(running.check_all(tasks, jobs=1))
    assert reports == [check_one(task) for task in tasks]
    assert seen == [4, 2, 2, 3]  # the long one comes alone


def test_one_that_cannot_be_read_stops_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = noting(monkeypatch)
    settings = Settings(learned=False)
    broken = Task("broken.docx", settings, data=b"no Word file")
    tasks = [*tasks_of([LINE, LINE], settings), broken, *tasks_of([LINE], settings)]
    reports = list(running.check_all(tasks, jobs=1))
    assert [bool(report.error) for report in reports] == [False, False, True, False]
    assert [len(report.findings) > 0 for report in reports] == [True, True, False, True]
    assert seen == [3]


def test_a_fault_in_one_is_told_of_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Checker.report

    def fail(self: Checker, document: Any, *found: Any) -> DocumentReport:
        if document.path == "1.md":
            raise LookupError("no such word")
        return real(self, document, *found)

    monkeypatch.setattr(Checker, "report", fail)
    reports = check_together(tasks_of([LINE] * 3, Settings(learned=False)), 1, [None] * 3)
    assert [report.error is not None for report in reports] == [False, True, False]
    assert "no such word" in (reports[1].error or "")


def test_a_fault_in_checking_together_is_shown_to_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Checker, documents: Any) -> list[DocumentReport]:
        raise LookupError("no such word")

    monkeypatch.setattr(Checker, "check_together", fail)
    monkeypatch.setenv("PEERLINT_DEBUG", "1")
    reports = check_together(tasks_of([LINE] * 2, Settings(learned=False)), 1, [None] * 2)
    assert [report.error for report in reports] == [None, None]
    assert "no such word" in capsys.readouterr().err


def test_of_some_together_only_changed_ones_are_checked_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PEERLINT_CACHE_DIR", str(tmp_path))
    seen = noting(monkeypatch)
    tasks = tasks_of([LINE, LINE * 2, LINE * 3, LINE * 4], Settings(learned=False))
    first = list(running.check_all(tasks, jobs=1, results=Results()))
    assert list(running.check_all(tasks, jobs=1, results=Results())) == first
    changed = [tasks[0], *tasks_of(["", LINE * 5, LINE * 6], Settings(learned=False))[1:], tasks[3]]
    again = list(running.check_all(changed, jobs=1, results=Results()))
    assert again == [check_one(task) for task in changed]
    assert seen == [4, 2]
