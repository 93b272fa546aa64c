"""The spreadsheet table."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.csv import COLUMNS, render


def _rows(report: RunReport) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(report))))


def test_one_row_for_each_finding_and_each_unread_document(report: RunReport) -> None:
    rows = _rows(report)
    assert [row["severity"] for row in rows] == ["suggestion", "error", "warning", "unread"]
    assert rows[1]["line"] == "5"
    assert rows[1]["quote"] == "Administer evening medications to residents"
    assert rows[1]["suggestion"].startswith("Support residents")
    assert rows[3]["message"] == "save it as .docx"


def test_heading_is_there_without_findings() -> None:
    assert render(RunReport(documents=(), version="0")) == ",".join(COLUMNS) + "\n"


def test_text_of_a_document_is_no_formula(duty: Finding) -> None:
    hostile = replace(duty, quote='=HYPERLINK("x","y")')
    document = DocumentReport(path="a.md", findings=(hostile,))
    assert _rows(RunReport(documents=(document,), version="0"))[0]["quote"].startswith("'=")
