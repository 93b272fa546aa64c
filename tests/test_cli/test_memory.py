"""What a run keeps of each document's report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from peerlint.cli import check
from peerlint.finding import RunReport

TEXT = "# Policy\n\nThe word “addict” is not used.\n\nThe addicts were late.\n"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[RunReport]:
    """The reports that are shown."""
    reports: list[RunReport] = []
    real = check.show

    def noting(report: RunReport, *rest: Any, **more: Any) -> None:
        reports.append(report)
        real(report, *rest, **more)

    monkeypatch.setattr(check, "show", noting)
    return reports


@pytest.mark.parametrize(
    ("options", "blocks", "silenced"),
    [
        ((), False, False),
        (("--explain-silence",), False, True),
        (("--format", "json"), False, True),
        (("--format", "html"), True, False),
        (("--format", "html", "--explain-silence"), True, True),
        (("--format", "sarif"), False, False),
    ],
)
def test_what_a_view_does_not_show_is_not_kept(
    peerlint: Any, shown: list[RunReport], options: tuple[str, ...], blocks: bool, silenced: bool
) -> None:
    Path("a.md").write_text(TEXT, encoding="utf-8")
    for _ in range(2):  # the second time from the cache, which holds all
        peerlint("check", *options, "a.md")
    assert len(shown) == 2
    for report in shown:
        (document,) = report.documents
        assert document.findings
        assert (bool(document.blocks), bool(document.silenced)) == (blocks, silenced)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_other_processes_send_no_more_than_is_kept(
    peerlint: Any, shown: list[RunReport], jobs: str
) -> None:
    for number in range(4):
        Path(f"{number}.md").write_text(TEXT * (number + 1), encoding="utf-8")
    peerlint("check", "--no-cache", "--jobs", jobs, ".")
    (report,) = shown
    assert [len(one.findings) > 0 for one in report.documents] == [True] * 4
    assert not any(one.blocks or one.silenced for one in report.documents)


def test_json_still_tells_what_is_silent(peerlint: Any) -> None:
    Path("a.md").write_text(TEXT, encoding="utf-8")
    assert peerlint("check", "--format", "json", "a.md").data["silenced"]
