"""A long document on several processes: the same report, to the byte."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from peerlint import processes, running
from peerlint.checking import Checker
from peerlint.document import BlockKind, Document
from peerlint.formats import read_text
from peerlint.rulebook import RuleBook
from peerlint.settings import Settings
from peerlint.tasks import Task, check_one, rehearsals

DOCUMENTS = Path(__file__).parents[1] / "documents"
LONG = "\n\n".join(
    [
        "<!-- peerlint: off boundary -->",
        "<!-- peerlint: off PL101 because it is quoted -->",
        *(path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.md"))[:2]),
        "<!-- peerlint: on -->",
        *["The addicts were non-compliant."] * 3,
    ]
)


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerlint.checking._SHORT_RUN", 1_000)


def test_runs_hold_every_block_once_and_are_of_about_one_length(shipped_book: RuleBook) -> None:
    document = read_text(LONG)
    runs = Checker(Settings(learned=False), shipped_book).runs(document)
    assert [index for run in runs for index in run] == list(range(len(document.blocks)))
    lengths = [sum(len(document.blocks[at].text) for at in run) for run in runs]
    assert len(runs) > 2
    assert max(lengths) < 1.5 * min(lengths[:-1])


def test_a_longer_document_has_longer_runs(shipped_book: RuleBook) -> None:
    checker = Checker(Settings(learned=False), shipped_book)
    text = "A client is non-compliant, or so the addict says.\n\n"
    assert [len(checker.runs(read_text(text * many))) for many in (25, 60, 250, 1000, 8000)] == [
        1,
        2,
        8,
        8,
        9,
    ]


def test_what_no_rule_has_a_word_of_has_no_runs(shipped_book: RuleBook) -> None:
    checker = Checker(Settings(learned=False), shipped_book)
    assert checker.runs(read_text("The garden opens at nine. Bring a coat.")) == []


def test_a_block_longer_than_a_run_is_examined_whole(shipped_book: RuleBook) -> None:
    checker = Checker(Settings(learned=False), shipped_book)
    document = read_text("The addicts were non-compliant. " * 1000)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]
    assert checker.runs(document) == [range(0, 1)]


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_several_processes_find_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task("long.md", Settings(), data=LONG.encode())
    alone = check_one(task)
    assert len(alone.findings) > 5 and alone.silenced
    divided: list[int] = []
    real = processes._by_copies

    def noting(examine: Any, runs: Any, copies: int) -> Any:
        divided.append(copies)
        return real(examine, runs, copies)

    monkeypatch.setattr(processes, "_by_copies", noting)
    assert check_one(task, 2) == alone
    assert divided == [2]


def test_a_fault_in_another_process_is_told_like_one_here(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Checker.examine

    def fail(self: Checker, document: Document, frame: Any, run: range) -> Any:
        if run.start:
            raise LookupError("no such word")
        return real(self, document, frame, run)

    monkeypatch.setattr(Checker, "examine", fail)
    task = Task("long.md", Settings(learned=False), data=LONG.encode())
    alone = check_one(task)
    assert alone.error and "no such word" in alone.error
    assert check_one(task, 2) == alone


def test_one_long_document_among_small_ones_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    parts: list[tuple[str, int]] = []
    real = processes.examined

    def noting(checker: Checker, document: Document, frame: Any, most: int) -> Any:
        parts.append((document.path, most))
        return real(checker, document, frame, most)

    monkeypatch.setattr(processes, "examined", noting)
    settings = Settings(learned=False)
    texts = [LONG[:400], LONG, *(LONG[at : at + 300] for at in range(1000, 2500, 300))]
    tasks = [Task(f"{n}.md", settings, data=t.encode()) for n, t in enumerate(texts)]
    alone = list(running.check_all(tasks, jobs=1))
    parts.clear()
    assert list(running.check_all(tasks, jobs=2)) == alone
    assert parts == [("1.md", 2)]  # the others were checked elsewhere


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_a_large_document_is_read_while_the_pipeline_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_elsewhere: list[bool] = []
    real = processes.while_loading

    def noting(work: Any, checker: Checker, meanwhile: Any) -> Any:
        (document, frame), rehearsed = real(work, checker, meanwhile)
        read_elsewhere.append(document == read_text(LONG, path="long.md"))
        return (document, frame), rehearsed

    monkeypatch.setattr(processes, "while_loading", noting)
    monkeypatch.setattr("peerlint.tasks._LARGE", len(LONG))
    task = Task("long.md", Settings(), data=LONG.encode())
    alone = check_one(task)
    assert read_elsewhere == []
    assert check_one(task, 2) == alone
    assert read_elsewhere == [True]


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_what_cannot_be_read_is_told_alike_from_another_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("peerlint.tasks._LARGE", 1)
    path = tmp_path / "broken.docx"
    path.write_bytes(b"no Word file")
    task = Task("broken.docx", Settings(), path)
    alone = check_one(task)
    assert alone.error
    assert check_one(task, 2) == alone


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_the_first_of_many_documents_are_read_while_the_pipeline_is_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read_ahead: list[list[int]] = []
    real = processes.while_loading

    def noting(work: Any, checker: Checker, meanwhile: Any) -> Any:
        found, done = real(work, checker, meanwhile)
        read_ahead.append(sorted(found))
        return found, done

    monkeypatch.setattr(processes, "while_loading", noting)
    monkeypatch.setattr(running, "_WHILE_LOADING", 1000)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no Word file" * 25)
    texts = [LONG[at : at + 280] for at in range(0, 1680, 280)]
    tasks = [Task(f"{n}.md", Settings(), data=t.encode()) for n, t in enumerate(texts)]
    tasks.insert(1, Task("broken.docx", Settings(), broken))
    alone = list(running.check_all(tasks, jobs=1))
    assert alone[1].error and read_ahead == []
    assert list(running.check_all(tasks, jobs=2)) == alone
    assert read_ahead == [[0, 2]]  # of the largest that fit, those that can be read


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_while_the_first_are_read_the_last_are_checked(
    monkeypatch: pytest.MonkeyPatch, shipped_book: RuleBook
) -> None:
    checked: list[int] = []

    def reading_long(work: Any, checker: Checker, meanwhile: Any) -> Any:
        done = list(meanwhile)
        checked.extend(number for number, _ in done)
        return work(), done

    monkeypatch.setattr(processes, "while_loading", reading_long)
    monkeypatch.setattr(running, "_WHILE_LOADING", 600)
    texts = [LONG[at : at + 280] for at in range(0, 1680, 280)]
    tasks = [Task(f"{n}.md", Settings(), data=t.encode()) for n, t in enumerate(texts)]
    alone = list(running.check_all(tasks, jobs=1))
    assert list(running.check_all(tasks, jobs=2)) == alone
    assert checked == [5, 4, 3, 2]  # not those that the copy reads


@pytest.mark.skipif(not processes.can_fork(), reason="needs forks")
def test_what_is_done_meanwhile_ends_with_the_work(shipped_book: RuleBook) -> None:
    checker = Checker(Settings(learned=False), shipped_book)

    def slowly() -> Iterator[int]:
        for number in count():
            time.sleep(0.01)
            yield number

    worked, meanwhile = processes.while_loading(partial(time.sleep, 0.1), checker, slowly())
    assert worked is None and meanwhile == list(range(len(meanwhile)))
    assert processes.while_loading(partial(str, 5), checker, ()) == ("5", [])


@pytest.mark.parametrize("name", ["long.docx", "long.md"])
def test_a_rehearsal_is_of_the_document_or_has_findings(name: str, shipped_book: RuleBook) -> None:
    checker = Checker(Settings(learned=False), shipped_book)
    lines = ["The addicts were late."] * 29 + ["The garden opens at nine. "] * 400
    task = Task(name, Settings(), data="\n".join(lines).encode())
    first, second, *_ = rehearsals(checker, task)
    assert first.findings and first.error is None
    assert bool(second.findings) is (name == "long.docx")


def test_a_rehearsal_that_fails_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, shipped_book: RuleBook
) -> None:
    def fail(self: Checker, document: Document) -> Any:
        raise LookupError("no such word")

    monkeypatch.setattr(Checker, "check", fail)
    checker = Checker(Settings(learned=False), shipped_book)
    assert list(rehearsals(checker, Task("long.docx", Settings()))) == []
