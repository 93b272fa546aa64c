"""Reports that are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from peerlint import tasks
from peerlint.finding import DocumentReport
from peerlint.results import Results
from peerlint.settings import Settings

TEXT = "We help addicts.\n"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were really checked, as far as each came alone."""
    names: list[str] = []
    real = tasks.check_one

    def noting(task: tasks.Task, parts: int = 1, understood: Any = None) -> DocumentReport:
        names.append(task.shown)
        return real(task, parts, understood)

    monkeypatch.setattr(tasks, "check_one", noting)
    return names


def test_unchanged_document_is_not_checked_again(peerlint: Any, checked: list[str]) -> None:
    Path("a.md").write_text(TEXT)
    first = peerlint("check", "--format", "json", "a.md")
    second = peerlint("check", "--format", "json", "a.md")
    assert checked == ["a.md"]
    assert second == first


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a.md").write_text(TEXT + "More.\n"),
        lambda: Path("peerlint.toml").write_text('accept = ["addicts"]\n'),
        lambda: Path("a.md").rename("b.md"),
    ],
)
def test_any_change_that_matters_is_checked(peerlint: Any, checked: list[str], change: Any) -> None:
    Path("a.md").write_text(TEXT)
    peerlint("check")
    change()
    peerlint("check")
    assert len(checked) == 2


def test_own_rules_count(peerlint: Any, checked: list[str]) -> None:
    Path("a.md").write_text(TEXT)
    Path("rules").mkdir()
    Path("rules/words.yaml").write_text("topic: none\nrules: []\n")
    Path("peerlint.toml").write_text('rule-paths = ["rules"]\n')
    peerlint("check", "a.md")
    Path("rules/words.yaml").write_text("topic: none at all\nrules: []\n")
    peerlint("check", "a.md")
    assert len(checked) == 2


def test_no_cache_checks_every_time(peerlint: Any, checked: list[str]) -> None:
    Path("a.md").write_text(TEXT)
    peerlint("check", "--no-cache")
    peerlint("check", "--no-cache")
    assert len(checked) == 2
    assert not list(Path(os.environ["PEERLINT_CACHE_DIR"]).iterdir())


def test_errors_are_not_kept(peerlint: Any, checked: list[str]) -> None:
    Path("a.docx").write_text("no Word file")
    peerlint("check")
    peerlint("check")
    assert len(checked) == 2


@pytest.mark.parametrize("content", [b"", b"garbage", b"\x80\x04K\x01."])
def test_damaged_entry_is_checked_anew(peerlint: Any, checked: list[str], content: bytes) -> None:
    Path("a.md").write_text(TEXT)
    first = peerlint("check")
    for entry in Path(os.environ["PEERLINT_CACHE_DIR"]).iterdir():
        entry.write_bytes(content)
    assert peerlint("check") == first
    assert len(checked) == 2


def test_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    results = Results(tmp_path / "file" / "below")
    name = results.name("a.md", b"x", Settings())
    results.put(name, DocumentReport("a.md"))
    assert results.get(name) is None


def test_several_processes_give_the_same_reports_in_the_same_order(peerlint: Any) -> None:
    for number in range(9):
        Path(f"{number}.md").write_text(TEXT * (number + 1))
    alone = peerlint("check", "--format", "json", "--no-cache", "--jobs", "1")
    together = peerlint("check", "--format", "json", "--jobs", "2")
    kept = peerlint("check", "--format", "json", "--jobs", "2")
    assert alone == together == kept


def test_cache_clean_removes_what_is_kept(
    peerlint: Any, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peerlint.rulebook.loader._cache_folder", lambda: Path("compiled"))
    Path("a.md").write_text(TEXT)
    peerlint("check")
    assert "1 kept file" in peerlint("cache", "clean").out
    assert not list(Path(os.environ["PEERLINT_CACHE_DIR"]).glob("*.report"))
    peerlint("check")
    assert len(checked) == 2


def test_only_the_newest_reports_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerlint.results._KEPT", 3)
    results = Results(tmp_path)
    for number in range(5):
        results.put(f"{number}", DocumentReport(f"{number}.md"))
        os.utime(tmp_path / f"{number}.report", (number, number))
    results.tidy()
    assert [results.has(f"{number}") for number in range(5)] == [False, False, True, True, True]
